package io.github.sre4j.telemetry;

import java.time.Duration;
import java.util.Objects;

/**
 * Percentiles of the durations of one endpoint: information for people, never what a verdict rests on.
 *
 * @param p50 the median
 * @param p90 the 90th percentile
 * @param p95 the 95th percentile
 * @param p99 the 99th percentile
 * @param max the longest duration
 * @param relativeError how far a percentile may be off, as a fraction of its value (0.001 for three significant digits); {@code max} is
 *     exact
 */
public record LatencySummary(
        Duration p50, Duration p90, Duration p95, Duration p99, Duration max, double relativeError) {

    /** Refuses null. */
    public LatencySummary {
        Objects.requireNonNull(p50, "p50");
        Objects.requireNonNull(p90, "p90");
        Objects.requireNonNull(p95, "p95");
        Objects.requireNonNull(p99, "p99");
        Objects.requireNonNull(max, "max");
    }
}
