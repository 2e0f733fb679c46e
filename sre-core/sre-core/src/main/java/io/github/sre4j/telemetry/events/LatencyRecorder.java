package io.github.sre4j.telemetry.events;

import io.github.sre4j.telemetry.LatencySummary;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The durations of one endpoint. The first ones are kept as they are, so that an endpoint with little traffic costs little and its
 * percentiles are exact; from then on they go into an HdrHistogram with three significant digits. Not thread-safe.
 */
final class LatencyRecorder {

    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double RELATIVE_ERROR = 0.001;
    private static final int FIRST_CAPACITY = 64;
    private static final int LAST_CAPACITY = 2048;

    private long[] raw = new long[FIRST_CAPACITY];
    private int rawCount;
    private @Nullable Histogram histogram;
    private long max;

    void record(long durationNanos) {
        if (durationNanos > max) {
            max = durationNanos;
        }
        if (rawCount == raw.length) {
            makeRoom();
        }
        raw[rawCount++] = durationNanos;
    }

    void merge(LatencyRecorder other) {
        max = Math.max(max, other.max);
        if (other.histogram != null) {
            histogram().add(other.histogram);
        }
        for (int i = 0; i < other.rawCount; i++) {
            record(other.raw[i]);
        }
    }

    /** Percentiles by nearest rank; empty if nothing was recorded. */
    Optional<LatencySummary> summary() {
        if (histogram == null) {
            if (rawCount == 0) {
                return Optional.empty();
            }
            long[] sorted = Arrays.copyOf(raw, rawCount);
            Arrays.sort(sorted);
            return Optional.of(new LatencySummary(
                    nearestRank(sorted, 50),
                    nearestRank(sorted, 90),
                    nearestRank(sorted, 95),
                    nearestRank(sorted, 99),
                    Duration.ofNanos(max),
                    0));
        }
        flush(histogram);
        return Optional.of(new LatencySummary(
                at(histogram, 50),
                at(histogram, 90),
                at(histogram, 95),
                at(histogram, 99),
                Duration.ofNanos(max),
                RELATIVE_ERROR));
    }

    private void makeRoom() {
        if (histogram == null && raw.length < LAST_CAPACITY) {
            raw = Arrays.copyOf(raw, raw.length * 2);
        } else {
            flush(histogram());
        }
    }

    private Histogram histogram() {
        Histogram present = histogram;
        if (present == null) {
            present = new Histogram(SIGNIFICANT_DIGITS);
            present.setAutoResize(true);
            histogram = present;
        }
        return present;
    }

    private void flush(Histogram into) {
        for (int i = 0; i < rawCount; i++) {
            into.recordValue(raw[i]);
        }
        rawCount = 0;
    }

    private Duration at(Histogram from, double percentile) {
        long value = from.getValueAtPercentile(percentile);
        // The histogram answers with the upper end of a bucket, which may lie above the longest duration there was.
        return Duration.ofNanos(Math.min(value, max));
    }

    private static Duration nearestRank(long[] sorted, int percentile) {
        int rank = (int) Math.floorDiv((long) percentile * sorted.length + 99, 100L);
        return Duration.ofNanos(sorted[Math.max(1, rank) - 1]);
    }
}
