/**
 * Event files as a telemetry source: one JSON object a line, as New Relic stores them, plain or compressed, one file or a folder of them.
 *
 * <p>Files are streamed, never loaded whole; memory grows with the number of endpoints, not of events. A line that cannot be used is
 * counted and named. Durations are read at nanosecond resolution; counts and excess time are exact, percentiles come from HdrHistogram with
 * three significant digits (relative error at most 0.001).
 */
@NullMarked
package io.github.sre4j.telemetry.events;

import org.jspecify.annotations.NullMarked;
