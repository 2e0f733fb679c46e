package io.github.sre4j.telemetry.recordings;

import io.github.sre4j.recorder.EndpointCounts;
import io.github.sre4j.recorder.LatencyCounts;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import io.github.sre4j.telemetry.LatencySummary;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.PlannedClass;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up the intervals of one endpoint into a measurement. Not thread-safe. */
public final class IntervalTally {

    private final EndpointName name;
    private final Instant middle;
    private final Optional<Duration> threshold;
    private final TreeMap<Instant, Counts> hours = new TreeMap<>();
    private Counts first = Counts.NONE;
    private Counts second = Counts.NONE;
    private Duration excess = Duration.ZERO;
    private Duration max = Duration.ZERO;
    private @Nullable LatencyCounts latencies;
    private boolean exact = true;

    /** A tally of that endpoint, held to the threshold that the plan has for it. */
    public IntervalTally(EndpointName name, MeasurementPlan plan) {
        this.name = name;
        this.middle = plan.window().middle();
        this.threshold = plan.classOf(name).flatMap(PlannedClass::latencyThreshold);
    }

    /**
     * Adds an interval.
     *
     * @param from its beginning, inside the plan's window; decides the half and the hour
     * @param counts what the endpoint did in it
     */
    public void add(Instant from, EndpointCounts counts) {
        Counts judged = judged(counts);
        if (from.isBefore(middle)) {
            first = first.plus(judged);
        } else {
            second = second.plus(judged);
        }
        hours.merge(from.truncatedTo(ChronoUnit.HOURS), judged, Counts::plus);
        max = max.compareTo(counts.max()) >= 0 ? max : counts.max();
        LatencyCounts present = latencies;
        latencies = present == null ? counts.latencies() : present.plus(counts.latencies());
    }

    /** Whether all that was added had been recorded against the plan's threshold. */
    public boolean exact() {
        return exact;
    }

    /** What the endpoint did in the window. */
    public EndpointMeasurement measurement() {
        List<HourCounts> byHour = new ArrayList<>();
        hours.forEach((hour, counts) -> byHour.add(new HourCounts(hour, counts)));
        Counts whole = first.plus(second);
        return new EndpointMeasurement(name, whole, first, second, byHour, excess, whole.requests(), summary());
    }

    private Counts judged(EndpointCounts counts) {
        if (threshold.isEmpty()) {
            return new Counts(counts.requests(), 0, counts.errors());
        }
        if (counts.threshold().equals(threshold)) {
            excess = excess.plus(counts.excess());
            return new Counts(counts.requests(), counts.slow(), counts.errors());
        }
        exact = false;
        excess = excess.plus(counts.latencies().excessAbove(threshold.get()));
        return new Counts(counts.requests(), counts.latencies().countAbove(threshold.get()), counts.errors());
    }

    private @Nullable LatencySummary summary() {
        LatencyCounts all = latencies;
        if (all == null || all.count() == 0) {
            return null;
        }
        return new LatencySummary(at(all, 50), at(all, 90), at(all, 95), at(all, 99), max, all.relativeError());
    }

    private Duration at(LatencyCounts all, double percentile) {
        Duration value = all.percentile(percentile);
        // The upper end of a bucket may lie above the longest duration there was.
        return value.compareTo(max) <= 0 ? value : max;
    }
}
