/**
 * Fixes in flight: a build that carries the fix of a missed endpoint passes, although production still misses.
 *
 * <p>{@link io.github.sre4j.fix.FixReviewer} holds the rules; {@link io.github.sre4j.fix.DiffReader} reads which lines a change touches. Who runs the
 * version control and reads the sources (the Maven plugin) gives both.
 */
@NullMarked
package io.github.sre4j.fix;

import org.jspecify.annotations.NullMarked;
