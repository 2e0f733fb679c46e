package io.github.sre4j.assess;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import io.github.sre4j.telemetry.LatencySummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes measurements for tests. */
public final class Measured {

    private static final LatencySummary LATENCY = new LatencySummary(
            Duration.ofMillis(120),
            Duration.ofMillis(640),
            Duration.ofMillis(1_240),
            Duration.ofMillis(2_500),
            Duration.ofMillis(9_100),
            0.001);

    private Measured() {}

    /** An endpoint whose two halves have these counts. */
    public static EndpointMeasurement endpoint(String name, Counts first, Counts second, Duration excess) {
        Counts whole = first.plus(second);
        List<HourCounts> hours = whole.requests() == 0
                ? List.of()
                : List.of(
                        new HourCounts(Instant.parse("2026-11-16T03:00:00Z"), first),
                        new HourCounts(Instant.parse("2026-11-20T09:00:00Z"), second));
        return new EndpointMeasurement(
                new EndpointName(name),
                whole,
                first,
                second,
                hours,
                excess,
                whole.requests(),
                whole.requests() == 0 ? null : LATENCY);
    }

    /** An endpoint with the same counts in both halves. */
    public static EndpointMeasurement evenly(String name, long requests, long slow, long errors) {
        return endpoint(
                name,
                new Counts(requests / 2, slow / 2, errors / 2),
                new Counts(requests - requests / 2, slow - slow / 2, errors - errors / 2),
                Duration.ofMillis(700).multipliedBy(slow));
    }
}
