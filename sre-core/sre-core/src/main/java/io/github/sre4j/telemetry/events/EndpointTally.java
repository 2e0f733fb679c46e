package io.github.sre4j.telemetry.events;

import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.telemetry.RequestTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the requests of one endpoint while files are read. Not thread-safe: each reading thread has its own, merged at the end. */
final class EndpointTally {

    private static final int REQUESTS = 0;
    private static final int SLOW = 1;
    private static final int ERRORS = 2;
    private static final int FIELDS = 3;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final TimeGrid grid;
    private final long thresholdNanos;
    private final long[] firstHalf = new long[FIELDS];
    private final long[] secondHalf = new long[FIELDS];
    private final long[] hours;
    private final LatencyRecorder latency;
    private final @Nullable TraitsTally traits;
    private long excessSeconds;
    private long excessNanos;

    /**
     * Makes an empty tally.
     *
     * @param thresholdNanos the longest good duration, or {@link Long#MAX_VALUE} if latency is not judged
     * @param traits counts verbs, statuses and URIs; null if the name says enough
     */
    EndpointTally(TimeGrid grid, long thresholdNanos, @Nullable TraitsTally traits) {
        this.traits = traits;
        this.grid = grid;
        this.thresholdNanos = thresholdNanos;
        this.hours = new long[grid.hours() * FIELDS];
        this.latency = new LatencyRecorder();
    }

    static EndpointTally of(MeasurementPlan plan, TimeGrid grid, String name) {
        long threshold = name.isBlank()
                ? Long.MAX_VALUE
                : plan.classOf(new EndpointName(name))
                        .flatMap(PlannedClass::latencyThreshold)
                        .map(Duration::toNanos)
                        .orElse(Long.MAX_VALUE);
        boolean questionable = !name.isBlank()
                && Endpoint.of(new EndpointName(name)).notARequest().isPresent();
        return new EndpointTally(grid, threshold, questionable ? new TraitsTally() : null);
    }

    /** Counts one request, which must lie inside the window. */
    void record(long timestampMillis, long durationNanos, boolean error) {
        boolean slow = durationNanos > thresholdNanos;
        add(timestampMillis < grid.middleMillis() ? firstHalf : secondHalf, 0, slow, error);
        if (hours.length > 0) {
            add(hours, grid.hourOf(timestampMillis) * FIELDS, slow, error);
        }
        if (slow) {
            excessNanos += durationNanos - thresholdNanos;
            if (excessNanos >= NANOS_PER_SECOND) {
                excessSeconds += excessNanos / NANOS_PER_SECOND;
                excessNanos %= NANOS_PER_SECOND;
            }
        }
        latency.record(durationNanos);
    }

    /** Takes over what another thread counted. */
    void merge(EndpointTally other) {
        for (int field = 0; field < FIELDS; field++) {
            firstHalf[field] += other.firstHalf[field];
            secondHalf[field] += other.secondHalf[field];
        }
        for (int i = 0; i < hours.length; i++) {
            hours[i] += other.hours[i];
        }
        excessNanos += other.excessNanos;
        excessSeconds += other.excessSeconds + excessNanos / NANOS_PER_SECOND;
        excessNanos %= NANOS_PER_SECOND;
        latency.merge(other.latency);
        if (traits != null && other.traits != null) {
            traits.merge(other.traits);
        }
    }

    /** Returns the tally of verbs, statuses and URIs; empty if the name says enough. */
    Optional<TraitsTally> traits() {
        return Optional.ofNullable(traits);
    }

    long requests() {
        return firstHalf[REQUESTS] + secondHalf[REQUESTS];
    }

    EndpointMeasurement measurement(EndpointName name, long traffic) {
        Counts first = counts(firstHalf, 0);
        Counts second = counts(secondHalf, 0);
        return new EndpointMeasurement(
                name,
                first.plus(second),
                first,
                second,
                hourCounts(),
                Duration.ofSeconds(excessSeconds, excessNanos),
                Math.max(traffic, requests()),
                latency.summary().orElse(null),
                traits == null ? RequestTraits.UNKNOWN : traits.traits());
    }

    private List<HourCounts> hourCounts() {
        List<HourCounts> result = new ArrayList<>();
        for (int hour = 0; hour * FIELDS < hours.length; hour++) {
            Counts counts = counts(hours, hour * FIELDS);
            if (counts.requests() > 0) {
                result.add(new HourCounts(Instant.ofEpochMilli(grid.startOfHourMillis(hour)), counts));
            }
        }
        return result;
    }

    private static Counts counts(long[] from, int offset) {
        return new Counts(from[offset + REQUESTS], from[offset + SLOW], from[offset + ERRORS]);
    }

    private static void add(long[] to, int offset, boolean slow, boolean error) {
        to[offset + REQUESTS]++;
        if (slow) {
            to[offset + SLOW]++;
        }
        if (error) {
            to[offset + ERRORS]++;
        }
    }
}
