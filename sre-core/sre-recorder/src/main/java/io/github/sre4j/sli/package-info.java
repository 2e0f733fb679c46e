/**
 * The words everything else is made of: services, endpoints and their labels, service level indicators (SLIs), objectives, windows and
 * tallies.
 *
 * <p>All types are immutable values without dependencies; they are safe to share between threads. Durations are {@link java.time.Duration},
 * points in time {@link java.time.Instant}, ratios fractions of one (0.95, never 95).
 */
@NullMarked
package io.github.sre4j.sli;

import org.jspecify.annotations.NullMarked;
