package io.github.sre4j.prometheus;

import io.github.sre4j.prometheus.BucketBounds.Around;
import io.github.sre4j.prometheus.count.CounterRead;
import io.github.sre4j.prometheus.count.RequestCounts;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.LatencySummary;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.telemetry.RequestTraits;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes measurements of counts: endpoints of labels, slow requests of buckets, failed ones of statuses. Not thread-safe. */
final class MeasurementBuilder {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final double WHOLE = 1e-6;
    private static final int NAMED = 3;

    private final MeasurementPlan plan;
    private final ServiceMetrics metrics;
    private final ErrorRule rule;
    private final Map<Duration, Around> bounds;
    private final CounterRead read;
    private final Map<String, EndpointTotals> endpoints = new TreeMap<>();
    private final List<String> contradicting = new ArrayList<>();
    private final int first;
    private long clientErrors;
    private long withoutStatus;

    MeasurementBuilder(
            MeasurementPlan plan,
            ServiceMetrics metrics,
            ErrorRule rule,
            Map<Duration, Around> bounds,
            CounterRead read) {
        this.plan = plan;
        this.metrics = metrics;
        this.rule = rule;
        this.bounds = bounds;
        this.read = read;
        this.first = firstExact();
    }

    /** Buckets that were added in the window make it shorter: what lies before them is not counted. */
    private int firstExact() {
        int exact = read.grid().steps();
        while (exact > 0 && isExact(exact - 1)) {
            exact--;
        }
        return exact == read.grid().steps() ? 0 : exact;
    }

    private boolean isExact(int step) {
        return bounds.values().stream()
                .allMatch(around -> !around.exact().isEmpty() && read.complete().test(around.exact(), step));
    }

    /** Returns the step from which on requests are counted. */
    int firstStep() {
        return first;
    }

    MeasurementBuilder build() {
        for (RequestCounts counts : read.requests()) {
            String route = counts.labels().get(0);
            String method = counts.labels().get(1);
            String status = counts.labels().get(2);
            String name = EndpointNames.name(route, method, status);
            EndpointTotals totals =
                    endpoints.computeIfAbsent(name, key -> new EndpointTotals(new EndpointName(key), read.grid()));
            long all = add(totals, counts, rule.isFailure(status));
            totals.add(traits(all, method, status));
            if (ErrorRule.isClientError(status) && !status.equals("404")) {
                clientErrors += all;
            } else if (status.isEmpty()) {
                withoutStatus += all;
            }
        }
        return this;
    }

    private long add(EndpointTotals totals, RequestCounts counts, boolean failed) {
        Around around = plan.classOf(totals.name())
                .flatMap(PlannedClass::latencyThreshold)
                .map(bounds::get)
                .orElse(null);
        long all = 0;
        for (int step = first; step < read.grid().steps(); step++) {
            long requests = isExcluded(step) ? 0 : whole(totals, counts.requests(step));
            if (requests == 0) {
                continue;
            }
            long least = 0;
            long most = 0;
            if (around != null) {
                long surelyFast = Math.max(
                        whole(totals, counts.upTo(around.exact(), step)),
                        whole(totals, counts.upTo(around.below(), step)));
                boolean exact = !around.exact().isEmpty() && read.complete().test(around.exact(), step);
                boolean covered = !around.above().isEmpty() && read.complete().test(around.above(), step);
                long perhapsFast =
                        exact ? surelyFast : covered ? whole(totals, counts.upTo(around.above(), step)) : requests;
                most = bounded(totals, requests - surelyFast, requests);
                least = Math.min(most, bounded(totals, requests - perhapsFast, requests));
            }
            totals.add(step, requests, failed ? requests : 0, least, most);
            all += requests;
        }
        return all;
    }

    /** A step that an excluded time touches is left out whole. */
    private boolean isExcluded(int step) {
        return plan.excluded().stream()
                .anyMatch(time -> time.from().isBefore(read.grid().end(step))
                        && time.to().isAfter(read.grid().end(step - 1)));
    }

    private long bounded(EndpointTotals totals, long count, long most) {
        if (count < 0 || count > most) {
            contradicts(totals);
        }
        return Math.max(0, Math.min(most, count));
    }

    /** Counters of requests are whole numbers; what is none was averaged on its way. */
    private long whole(EndpointTotals totals, double value) {
        long count = Math.round(value);
        if (count < 0 || Math.abs(value - count) > WHOLE * Math.max(1, Math.abs(value))) {
            contradicts(totals);
        }
        return Math.max(0, count);
    }

    private void contradicts(EndpointTotals totals) {
        String name = totals.name().value();
        if (!contradicting.contains(name)) {
            contradicting.add(name);
        }
    }

    private static RequestTraits traits(long requests, String method, String status) {
        return new RequestTraits(
                method.isEmpty() ? 0 : requests,
                method.isEmpty() || READING.contains(method) ? 0 : requests,
                status.isEmpty() ? 0 : requests,
                ErrorRule.isServerError(status) ? requests : 0,
                0,
                0);
    }

    List<EndpointMeasurement> endpoints(Map<String, LatencyLadder> ladders) {
        List<EndpointMeasurement> measured = new ArrayList<>();
        for (EndpointTotals totals : endpoints.values()) {
            if (totals.requests() > 0) {
                int end = read.grid().steps();
                int middle = first == 0 ? read.grid().middle() : (first + end + 1) / 2;
                measured.add(new EndpointMeasurement(
                        totals.name(),
                        totals.counts(0, end),
                        totals.counts(0, middle),
                        totals.counts(middle, end),
                        totals.hours(),
                        excess(totals, ladders.get(totals.name().value())),
                        totals.requests(),
                        latency(ladders.get(totals.name().value())),
                        totals.traits()));
            }
        }
        return measured;
    }

    private Duration excess(EndpointTotals totals, @Nullable LatencyLadder ladder) {
        Optional<Duration> threshold = plan.classOf(totals.name()).flatMap(PlannedClass::latencyThreshold);
        return ladder == null || threshold.isEmpty() ? Duration.ZERO : ladder.excessAtLeast(threshold.get());
    }

    private static @Nullable LatencySummary latency(@Nullable LatencyLadder ladder) {
        Duration maximum = ladder == null || ladder.isEmpty() ? null : ladder.maximum();
        if (ladder == null || maximum == null) {
            return null;
        }
        List<LatencyLadder.Between> percentiles =
                Stream.of(0.5, 0.9, 0.95, 0.99).map(ladder::percentile).toList();
        return new LatencySummary(
                percentiles.get(0).upper(),
                percentiles.get(1).upper(),
                percentiles.get(2).upper(),
                percentiles.get(3).upper(),
                maximum,
                percentiles.stream()
                        .mapToDouble(LatencyLadder.Between::relativeError)
                        .max()
                        .orElse(0));
    }

    /** Returns the thresholds that are no bound of a bucket for some endpoint. */
    List<Duration> inexactThresholds() {
        return endpoints.values().stream()
                .filter(totals -> !totals.isExact())
                .map(totals -> plan.classOf(totals.name()).flatMap(PlannedClass::latencyThreshold))
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    boolean hasServerErrors() {
        return endpoints.values().stream().anyMatch(totals -> totals.traits().serverErrors() > 0);
    }

    long clientErrors() {
        return rule == ErrorRule.SERVER ? clientErrors : 0;
    }

    long withoutStatus() {
        return withoutStatus;
    }

    ServiceMetrics metrics() {
        return metrics;
    }

    List<Message> contradictions() {
        return contradicting.isEmpty()
                ? List.of()
                : List.of(Message.of(
                        PrometheusTelemetry.class,
                        "incomplete.counts",
                        contradicting.size(),
                        contradicting.stream().limit(NAMED).toList()));
    }
}
