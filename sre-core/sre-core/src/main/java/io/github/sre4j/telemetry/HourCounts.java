package io.github.sre4j.telemetry;

import java.time.Instant;
import java.util.Objects;

/**
 * The counts of one full hour (UTC).
 *
 * @param start the beginning of the hour
 * @param counts what happened in it, inside the window
 */
public record HourCounts(Instant start, Counts counts) {

    /** Refuses null. */
    public HourCounts {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(counts, "counts");
    }
}
