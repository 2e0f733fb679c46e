/**
 * What a span asked for, in a form in which two calls can be compared: statements without their values, paths without their ids.
 *
 * <p>Cost: linear in the text. Threads: safe.
 */
@NullMarked
package io.github.sre4j.trace.call;

import org.jspecify.annotations.NullMarked;
