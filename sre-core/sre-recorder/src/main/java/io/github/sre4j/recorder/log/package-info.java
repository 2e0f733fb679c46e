/**
 * Recordings as files: interval logs of HdrHistogram ({@code .hlog}, format 1.3, compressed), which its own tools read, with the exact counts
 * beside each histogram in a comment that they pass over.
 *
 * <pre>{@code
 * RecordingLog log = RecordingLog.open(RecordingLog.options(Path.of("sre-recordings"), "orders"), recorder.clock());
 * recorder.onInterval(log);
 * }</pre>
 *
 * <p>A file begins with what it is, the service and the run that wrote it. Then, for each interval and endpoint, come two lines: the histogram, tagged
 * with the endpoint's name (percent-encoded, since tags have no blanks), and the exact counts with a checksum over both lines. A pair
 * without its checksum was never written. Durations are nanoseconds; {@code Interval_Max} is in milliseconds, as HdrHistogram's tools expect.
 */
@NullMarked
package io.github.sre4j.recorder.log;

import org.jspecify.annotations.NullMarked;
