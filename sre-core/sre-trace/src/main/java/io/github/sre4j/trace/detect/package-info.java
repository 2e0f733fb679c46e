/**
 * What took the time of a request: one small type for each pattern, its thresholds the components of a record, with their source.
 *
 * <p>{@link io.github.sre4j.trace.detect.Detectors} runs them and settles which of several findings about the same time counts.
 * Times are wall-clock unions, never sums: twelve queries of 20 ms at once are 20 ms. A finding that is there but does not matter
 * is kept with the reason. A saving is never above the drag of the spans, which is what the request would really gain.
 *
 * <p>Thresholds named "Sentry" are the defaults of its performance detectors as published in its source, newest version read;
 * they are facts used as a starting point, no code of theirs is here.
 *
 * <p>Cost: linear in spans but for sorting. Threads: detectors are immutable. Units: nanoseconds unless a name says otherwise.
 */
@NullMarked
package io.github.sre4j.trace.detect;

import org.jspecify.annotations.NullMarked;
