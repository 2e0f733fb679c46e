/**
 * Says what in {@code sre.yaml}, the standard and the baseline cannot work, before a check finds out: mistakes, classes that are never reached,
 * waivers that end, units that look wrong, targets that the traffic cannot prove.
 *
 * <p>{@link io.github.sre4j.lint.Lint} is told what there is, a file at a time, and goes on after a file that is not valid. It reads no file and no
 * telemetry itself. Made for one thread; what it returns is immutable. Cost: milliseconds, whatever the traffic.
 */
@NullMarked
package io.github.sre4j.lint;

import org.jspecify.annotations.NullMarked;
