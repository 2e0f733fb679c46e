package io.github.sre4j.recorder.log;

import io.github.sre4j.recorder.EndpointCounts;
import io.github.sre4j.recorder.RecordedInterval;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** The text of a log, by HdrHistogram's own writer. */
final class LogText {

    static final String FIRST_LINE = "#[sre4j recordings 1]";
    static final String SERVICE = "#[service ";
    static final String RUN = "#[run ";
    static final String END = "#[end]";
    static final String TAG = "Tag=";

    /** What {@code Interval_Max} is divided by: nanoseconds to milliseconds, as HdrHistogram's writer does by default. */
    private static final double NANOS_PER_MILLI = 1_000_000;

    private LogText() {}

    static byte[] header(String service, String run, Instant start) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((FIRST_LINE + "\n" + SERVICE + PercentName.encode(service) + "]\n" + RUN + run + "]\n")
                .getBytes(StandardCharsets.UTF_8));
        HistogramLogWriter writer = new HistogramLogWriter(bytes);
        writer.outputComment("Durations in nanoseconds; tags are endpoints, percent-encoded;"
                + " the comment after a histogram has its exact counts.");
        writer.outputLogFormatVersion();
        writer.outputStartTime(start.toEpochMilli());
        writer.outputLegend();
        writer.close();
        return bytes.toByteArray();
    }

    static byte[] interval(long number, RecordedInterval interval) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Collection<EndpointCounts> endpoints = interval.endpoints();
        int record = 0;
        for (EndpointCounts counts : endpoints) {
            record++;
            String histogram = histogramLine(interval, counts);
            String exact = ExactCounts.of(number, record, endpoints.size(), interval.from(), interval.to(), counts)
                    .line(histogram);
            bytes.writeBytes((histogram + "\n" + exact + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String histogramLine(RecordedInterval interval, EndpointCounts counts) {
        Histogram histogram = counts.latencies().toHistogram();
        histogram.setTag(PercentName.encode(counts.name().value()));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        HistogramLogWriter writer = new HistogramLogWriter(line);
        writer.outputIntervalHistogram(seconds(interval.from()), seconds(interval.to()), histogram, NANOS_PER_MILLI);
        writer.close();
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1_000.0;
    }
}
