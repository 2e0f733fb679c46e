package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.EntitySearch;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries.Answered;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.MaintenanceWindow;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.Rejections.Rejection;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A service in New Relic as a telemetry source. Immutable and thread-safe. */
public final class NewRelicTelemetry implements TelemetrySource {

    /** Metrics count whole minutes, events the window to the millisecond: a few percent say nothing about sampling. */
    private static final double COMPLETE_FROM = 0.98;

    private final NerdGraph nerdGraph;
    private final ServiceReference service;
    private final @Nullable Browser browser;

    private record Browser(String name, OptionalLong account) {}

    /** The telemetry of that service. */
    public NewRelicTelemetry(NerdGraph nerdGraph, ServiceReference service) {
        this(nerdGraph, service, null);
    }

    private NewRelicTelemetry(NerdGraph nerdGraph, ServiceReference service, @Nullable Browser browser) {
        this.nerdGraph = Objects.requireNonNull(nerdGraph, "nerdGraph");
        this.service = Objects.requireNonNull(service, "service");
        this.browser = browser;
    }

    /**
     * The telemetry of the service and of a browser application, whose pages are measured by their Core Web Vitals.
     *
     * @param name the browser application's exact name
     * @param account its account; empty if the name alone tells it
     */
    public NewRelicTelemetry withPages(String name, OptionalLong account) {
        return new NewRelicTelemetry(nerdGraph, service, new Browser(name, account));
    }

    @Override
    public Message description() {
        return Message.of(NewRelicTelemetry.class, "source", service);
    }

    @Override
    public Measurements measure(MeasurementPlan plan, ProgressListener progress) throws TelemetryException {
        try {
            Entity entity = service.find(nerdGraph);
            List<Duration> thresholds = plan.classes().stream()
                    .filter(planned -> !isOfPagesOnly(planned))
                    .map(PlannedClass::latencyThreshold)
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
            MeasurementQueries queries = new MeasurementQueries(entity, plan, thresholds);
            Answered answers = new NrqlQueries(nerdGraph, entity.account()).ask(queries.needed(), queries.wished());
            Measurements measured = measurements(entity, plan, thresholds, answers, queries);
            return browser == null ? measured : withPages(measured, plan, browser);
        } catch (NerdGraphException e) {
            throw failure(e);
        }
    }

    @Override
    public Measurements measureHours(
            MeasurementPlan plan, Measurements measured, List<EndpointName> endpoints, ProgressListener progress)
            throws TelemetryException {
        try {
            return new HourMeasurement(nerdGraph, service.find(nerdGraph), plan).addTo(measured, endpoints);
        } catch (NerdGraphException e) {
            throw failure(e);
        }
    }

    @Override
    public List<MaintenanceWindow> maintenance(Window window) throws TelemetryException {
        try {
            return new ServiceMaintenance(nerdGraph, service.find(nerdGraph)).windows(window);
        } catch (NerdGraphException e) {
            // What is planned is a help beside the check, which has been answered.
            return List.of();
        }
    }

    private static boolean isOfPagesOnly(PlannedClass planned) {
        return planned.match().stream().allMatch(pattern -> pattern.text().startsWith("PageViewTiming/"));
    }

    private Measurements withPages(Measurements measured, MeasurementPlan plan, Browser wanted)
            throws TelemetryException, NerdGraphException {
        Entity entity = ServiceChoice.only(
                wanted.name(), wanted.account(), new EntitySearch(nerdGraph).browsers(wanted.name(), wanted.account()));
        PageMeasurement pages = new PageMeasurement(nerdGraph, entity, plan).measure();
        List<EndpointMeasurement> all = new ArrayList<>(measured.endpoints());
        all.addAll(pages.pages());
        SourceReport source = measured.source();
        List<Message> notes = new ArrayList<>(source.notes());
        notes.addAll(pages.notes());
        long views = pages.pages().stream()
                .mapToLong(page -> page.whole().requests())
                .sum();
        return new Measurements(
                new SourceReport(
                        source.kind(),
                        source.description(),
                        source.events() + views,
                        source.outsideWindow(),
                        source.seenWindow().orElse(null),
                        source.rejections(),
                        source.sampling(),
                        notes,
                        source.queries(),
                        Stream.concat(source.incomplete().stream(), pages.contradictions().stream())
                                .toList()),
                all,
                measured.excludedRequests());
    }

    private Measurements measurements(
            Entity entity,
            MeasurementPlan plan,
            List<Duration> thresholds,
            Answered answers,
            MeasurementQueries queries)
            throws NerdGraphException {
        AnswerCheck check = new AnswerCheck();
        int parts = queries.traffic().size();
        List<Optional<List<Row>>> ofTraffic = answers.wished().subList(0, parts);
        boolean answered = parts > 0 && ofTraffic.stream().allMatch(Optional::isPresent);
        Map<String, Long> traffic = answered
                ? traffic(
                        ofTraffic.stream()
                                .flatMap(Optional::stream)
                                .flatMap(List::stream)
                                .toList(),
                        check)
                : Map.of();
        MeasurementReader reader = new MeasurementReader(plan, thresholds, traffic);
        List<EndpointMeasurement> endpoints = new ArrayList<>();
        List<Row> rows = answers.needed().get(0);
        long nameless = 0;
        for (Row row : rows) {
            Optional<String> name = row.facet();
            if (name.isPresent()) {
                try {
                    endpoints.add(reader.endpoint(name.get(), row));
                } catch (NerdGraphException e) {
                    if (rows.size() == 1) {
                        throw e;
                    }
                    check.unreadable(e.said());
                }
            } else {
                nameless += row.neededCount(MeasurementQueries.REQUESTS);
            }
        }
        Optional<Row> totals = answers.needed().get(1).stream().findFirst();
        long usable = totals.isPresent() ? totals.get().neededCount(MeasurementQueries.REQUESTS) : 0;
        long unusable = nameless + (totals.isPresent() ? totals.get().neededCount(MeasurementQueries.UNUSABLE) : 0);
        long read = endpoints.stream().mapToLong(e -> e.whole().requests()).sum();
        check.sums(rows.size(), read + nameless, usable);
        check.duplicates(endpoints);
        Sampling sampling = sampling(endpoints, traffic);
        check.metrics(
                entity,
                endpoints,
                traffic,
                answered,
                sampling instanceof Sampling.Sampled sampled ? sampled.keptShare() : 1);
        List<Message> notes = notes(rows.size(), usable - nameless - read);
        if (totals.map(row -> row.number(MeasurementQueries.SAYS_OUTCOME))
                .filter(said -> said.isPresent() && said.getAsDouble() == 0 && read > 0)
                .isPresent()) {
            notes.add(Message.of(
                    NewRelicTelemetry.class,
                    "no-outcome",
                    EventModel.of(entity).outcome().name()));
        }
        notes.addAll(TrafficNotes.of(endpoints, traffic, answered ? null : answers.why()));
        return new Measurements(
                new SourceReport(
                        "newrelic",
                        description(),
                        read,
                        0,
                        totals.map(NewRelicTelemetry::seen).orElse(null),
                        unusable == 0
                                ? Rejections.NONE
                                : new Rejections(
                                        unusable,
                                        List.of(new Rejection(
                                                description().english(),
                                                0,
                                                Message.of(NewRelicTelemetry.class, "row.incomplete")))),
                        sampling,
                        notes,
                        Stream.concat(queries.needed().stream(), queries.wished().stream())
                                .map(Nrql::text)
                                .toList(),
                        check.contradictions()),
                TraitsQuery.addTo(
                        distinct(endpoints),
                        answers.wished().stream()
                                .skip(parts)
                                .findFirst()
                                .flatMap(Function.identity())
                                .orElse(List.of())),
                excludedRequests(totals, usable));
    }

    private static long excludedRequests(Optional<Row> totals, long usable) {
        return totals.map(row -> row.count(MeasurementQueries.WITH_EXCLUDED) - usable)
                .filter(excluded -> excluded > 0)
                .orElse(0L);
    }

    /** A count that is no number says nothing; taken for 0 it would say that the events are all there were. */
    private static Map<String, Long> traffic(List<Row> rows, AnswerCheck check) {
        Map<String, Long> traffic = new HashMap<>();
        for (Row row : rows) {
            Optional<String> name = row.facet();
            try {
                if (name.isPresent()) {
                    traffic.merge(name.get(), row.neededCount(MeasurementQueries.REQUESTS), Long::sum);
                }
            } catch (NerdGraphException e) {
                check.unreadable(e.said());
            }
        }
        return traffic;
    }

    /** Of two rows of one endpoint the first counts; that there are two is told. */
    private static List<EndpointMeasurement> distinct(List<EndpointMeasurement> endpoints) {
        Map<EndpointName, EndpointMeasurement> once = new LinkedHashMap<>();
        endpoints.forEach(endpoint -> once.putIfAbsent(endpoint.name(), endpoint));
        return List.copyOf(once.values());
    }

    private static TelemetryException failure(NerdGraphException e) {
        TelemetryException.Kind kind = e.kind() == NerdGraphException.Kind.CONTRADICTION
                ? TelemetryException.Kind.INCOMPLETE
                : e.needsRepair() ? TelemetryException.Kind.MISCONFIGURED : TelemetryException.Kind.UNREACHABLE;
        return new TelemetryException(kind, e.said(), e);
    }

    private static @Nullable Window seen(Row totals) {
        if (totals.count(MeasurementQueries.REQUESTS) == 0
                || totals.number(MeasurementQueries.FIRST_EVENT).isEmpty()) {
            return null;
        }
        return new Window(
                Instant.ofEpochMilli(totals.count(MeasurementQueries.FIRST_EVENT)),
                Instant.ofEpochMilli(totals.count(MeasurementQueries.LAST_EVENT) + 1));
    }

    private static Sampling sampling(List<EndpointMeasurement> endpoints, Map<String, Long> traffic) {
        long events = 0;
        long requests = 0;
        for (EndpointMeasurement endpoint : endpoints) {
            if (traffic.containsKey(endpoint.name().value())) {
                events += endpoint.whole().requests();
                requests += endpoint.traffic();
            }
        }
        if (requests == 0) {
            return new Sampling.Unknown();
        }
        double kept = (double) events / requests;
        return kept >= COMPLETE_FROM || events == 0 ? new Sampling.Complete() : new Sampling.Sampled(kept);
    }

    private static List<Message> notes(int endpoints, long notCovered) {
        List<Message> notes = new ArrayList<>();
        if (endpoints >= Nrql.LIMIT_MAX) {
            notes.add(
                    Message.of(NewRelicTelemetry.class, "busiest-endpoints", Nrql.LIMIT_MAX, Math.max(0, notCovered)));
        }
        notes.add(Message.of(NewRelicTelemetry.class, "approximate-percentiles"));
        return notes;
    }
}
