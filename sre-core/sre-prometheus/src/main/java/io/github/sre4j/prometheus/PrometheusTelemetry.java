package io.github.sre4j.prometheus;

import io.github.sre4j.prometheus.BucketBounds.Around;
import io.github.sre4j.prometheus.api.PrometheusClient;
import io.github.sre4j.prometheus.api.PrometheusException;
import io.github.sre4j.prometheus.count.CountGrid;
import io.github.sre4j.prometheus.count.CounterRead;
import io.github.sre4j.prometheus.count.CounterReader;
import io.github.sre4j.prometheus.count.ScrapeCoverage;
import io.github.sre4j.prometheus.promql.CounterQueries;
import io.github.sre4j.prometheus.promql.Selector;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A service in Prometheus, or in a server that speaks its API, as a telemetry source. Counts are exact: each request between two samples of its process
 * is counted once, and what lies between the last sample of a process and its end is told. Immutable and thread-safe.
 */
public final class PrometheusTelemetry implements TelemetrySource {

    private final Supplier<PrometheusClient> clients;
    private final String host;
    private final Selector selector;
    private final ErrorRule rule;

    /**
     * Creates a source.
     *
     * @param host the server, for people
     * @param clients make a client of the server
     * @param selector the series of the service
     * @param rule the statuses of failed requests
     */
    public PrometheusTelemetry(String host, Supplier<PrometheusClient> clients, Selector selector, ErrorRule rule) {
        this.host = Objects.requireNonNull(host, "host");
        this.clients = Objects.requireNonNull(clients, "clients");
        this.selector = Objects.requireNonNull(selector, "selector");
        this.rule = Objects.requireNonNull(rule, "rule");
    }

    @Override
    public Message description() {
        return Message.of(PrometheusTelemetry.class, "source", host, selector);
    }

    @Override
    public Measurements measure(MeasurementPlan plan, ProgressListener progress) throws TelemetryException {
        PrometheusClient client = clients.get();
        try {
            CountGrid grid = CountGrid.of(plan.window());
            ServiceMetrics metrics = new MetricSearch(client, new Window(grid.from(), grid.to())).find(selector);
            Map<Duration, Around> bounds = bounds(plan, metrics);
            CounterQueries queries = new CounterQueries(
                    metrics.metric().base(),
                    selector,
                    metrics.metric().labels(),
                    metrics.targets(),
                    bounds.values().stream()
                            .flatMap(around -> around.all().stream())
                            .distinct()
                            .toList(),
                    grid.step());
            CounterRead read = new CounterReader(client).read(queries, grid);
            MeasurementBuilder counts = new MeasurementBuilder(plan, metrics, rule, bounds, read).build();
            Map<String, LatencyLadder> ladders = new LatencyReader(client, metrics, grid)
                    .read(bounds.values().stream().map(Around::threshold).collect(Collectors.toSet()));
            List<Message> failures = counts.hasServerErrors() ? FailureNotes.read(client, metrics, grid) : List.of();
            return measurements(client, plan.window(), counts, read, ladders, failures);
        } catch (PrometheusException e) {
            throw failure(e);
        }
    }

    private static Map<Duration, Around> bounds(MeasurementPlan plan, ServiceMetrics metrics) {
        BucketBounds buckets = new BucketBounds(metrics.bounds());
        Map<Duration, Around> bounds = new LinkedHashMap<>();
        plan.classes().stream()
                .filter(planned -> !planned.match().stream()
                        .allMatch(pattern -> pattern.text().startsWith("PageViewTiming/")))
                .map(PlannedClass::latencyThreshold)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(threshold ->
                        bounds.put(threshold, buckets.around(metrics.metric().inUnit(threshold))));
        return bounds;
    }

    private Measurements measurements(
            PrometheusClient client,
            Window window,
            MeasurementBuilder counts,
            CounterRead read,
            Map<String, LatencyLadder> ladders,
            List<Message> failures)
            throws TelemetryException {
        List<Duration> inexact = counts.inexactThresholds();
        if (!inexact.isEmpty()) {
            throw new TelemetryException(
                    TelemetryException.Kind.MISCONFIGURED,
                    Message.of(
                            PrometheusTelemetry.class,
                            "no-bound",
                            inexact.stream().map(Duration::toMillis).toList(),
                            BucketAdvice.line(counts.metrics().metric(), inexact)));
        }
        List<EndpointMeasurement> endpoints = counts.endpoints(ladders);
        ScrapeCoverage scrapes = read.coverage();
        List<Message> notes = new ArrayList<>(SourceNotes.of(window, read.grid(), scrapes, counts));
        if (ladders.isEmpty() && !endpoints.isEmpty()) {
            notes.add(SourceNotes.note("no-latencies"));
        } else if (!endpoints.isEmpty()) {
            notes.add(SourceNotes.note("latencies-from-buckets"));
        }
        notes.addAll(failures);
        notes.addAll(SourceNotes.harmless(client));
        notes.add(SourceNotes.note("cost", client.requests(), client.bytes() >> 10, scrapes.series(), samples(read)));
        List<Message> incomplete = new ArrayList<>(counts.contradictions());
        incomplete.addAll(SourceNotes.partial(client));
        return new Measurements(
                new SourceReport(
                        "prometheus",
                        description(),
                        endpoints.stream().mapToLong(e -> e.whole().requests()).sum(),
                        0,
                        seen(scrapes, read.grid(), counts.firstStep()),
                        Rejections.NONE,
                        new Sampling.Complete(),
                        notes,
                        read.queries(),
                        incomplete),
                endpoints);
    }

    /** Returns the number of samples that the server reads, about. */
    private static long samples(CounterRead read) {
        ScrapeCoverage scrapes = read.coverage();
        long window = Duration.between(read.grid().from(), read.grid().to()).toMillis();
        return scrapes.series() * Math.max(1, window / scrapes.interval().toMillis());
    }

    private static @Nullable Window seen(ScrapeCoverage scrapes, CountGrid grid, int firstStep) {
        Instant begin = grid.end(firstStep - 1);
        Instant last = scrapes.last();
        if (scrapes.first() == null || last == null || !last.isAfter(begin)) {
            return null;
        }
        return new Window(scrapes.first().isAfter(begin) ? scrapes.first() : begin, last);
    }

    static TelemetryException failure(PrometheusException e) {
        return new TelemetryException(
                e.needsRepair() ? TelemetryException.Kind.MISCONFIGURED : TelemetryException.Kind.UNREACHABLE,
                e.said(),
                e);
    }
}
