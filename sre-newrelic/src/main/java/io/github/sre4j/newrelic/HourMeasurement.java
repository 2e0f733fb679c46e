package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts by hour of a few endpoints, in one round trip. Not thread-safe. */
final class HourMeasurement {

    /** Leaves room for the rest of a query. */
    private static final int MAX_NAMES_LENGTH = 12_000;

    private final NerdGraph nerdGraph;
    private final Entity service;
    private final MeasurementPlan plan;
    private final List<Message> notes = new ArrayList<>();
    private final List<Message> contradictions = new ArrayList<>();

    HourMeasurement(NerdGraph nerdGraph, Entity service, MeasurementPlan plan) {
        this.nerdGraph = nerdGraph;
        this.service = service;
        this.plan = plan;
    }

    /**
     * Adds hours to the measurements of endpoints.
     *
     * @param wanted the endpoints, the most important first
     */
    Measurements addTo(Measurements measured, List<EndpointName> wanted) {
        List<EndpointName> endpoints = expressible(wanted);
        List<Duration> thresholds = endpoints.stream()
                .map(plan::classOf)
                .flatMap(Optional::stream)
                .map(PlannedClass::latencyThreshold)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        List<HourQueries.Part> parts =
                endpoints.isEmpty() ? List.of() : new HourQueries(service, plan, thresholds, endpoints).parts();
        if (parts.isEmpty()) {
            return measured;
        }
        List<Nrql> queries = parts.stream().map(HourQueries.Part::query).toList();
        HourReader reader = new HourReader(plan, thresholds);
        try {
            List<List<Row>> answers = new NrqlQueries(nerdGraph, service.account()).ask(queries);
            for (int i = 0; i < parts.size(); i++) {
                reader.read(parts.get(i), answers.get(i));
            }
        } catch (NerdGraphException e) {
            (e.kind() == NerdGraphException.Kind.CONTRADICTION ? contradictions : notes)
                    .add(message("hours-unknown", e.said()));
            return with(measured, measured.endpoints(), queries);
        }
        Set<EndpointName> asked = new HashSet<>(endpoints);
        List<EndpointMeasurement> all = measured.endpoints().stream()
                .map(each -> asked.contains(each.name()) ? withHours(each, reader.hours(each.name())) : each)
                .toList();
        return with(measured, all, queries);
    }

    /** Pages have queries of their own, and NRQL cannot express every name. */
    private static List<EndpointName> expressible(List<EndpointName> wanted) {
        List<EndpointName> endpoints = new ArrayList<>();
        int length = 0;
        for (EndpointName each : wanted) {
            int own = length(each);
            if (own > 0 && length + own <= MAX_NAMES_LENGTH) {
                endpoints.add(each);
                length += own;
            }
        }
        return endpoints;
    }

    private static int length(EndpointName name) {
        if (name.value().startsWith("PageViewTiming/")) {
            return 0;
        }
        try {
            return Condition.equal(EventModel.NAME, name.value()).nrql().length();
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /** Hours that do not make the whole are not used: they would tell of a time without requests. */
    private EndpointMeasurement withHours(EndpointMeasurement measured, List<HourCounts> hours) {
        Counts sum = hours.stream().map(HourCounts::counts).reduce(Counts.NONE, Counts::plus);
        Counts whole = measured.whole();
        if (AnswerCheck.agree(sum.requests(), whole.requests())
                && AnswerCheck.agree(sum.slow(), whole.slow())
                && AnswerCheck.agree(sum.errors(), whole.errors())) {
            return measured.withHours(hours);
        }
        contradictions.add(message(
                "incomplete.hours",
                measured.name(),
                sum.requests(),
                sum.slow(),
                sum.errors(),
                whole.requests(),
                whole.slow(),
                whole.errors()));
        return measured;
    }

    private Measurements with(Measurements measured, List<EndpointMeasurement> endpoints, List<Nrql> queries) {
        return new Measurements(
                measured.source()
                        .extendedBy(notes, queries.stream().map(Nrql::text).toList(), contradictions),
                endpoints,
                measured.excludedRequests());
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(NewRelicTelemetry.class, key, arguments);
    }
}
