/**
 * Where an error began, as opposed to where it surfaced, and whether it reached the user.
 *
 * <p>Cost: linear in spans and log lines but for sorting. Threads: safe.
 */
@NullMarked
package io.github.sre4j.trace.error;

import org.jspecify.annotations.NullMarked;
