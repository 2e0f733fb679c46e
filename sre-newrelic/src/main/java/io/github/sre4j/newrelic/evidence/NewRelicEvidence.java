package io.github.sre4j.newrelic.evidence;

import io.github.sre4j.improve.effect.Tail;
import io.github.sre4j.improve.evidence.Breakdown;
import io.github.sre4j.improve.evidence.EndpointEvidence;
import io.github.sre4j.improve.evidence.EvidenceQuestion;
import io.github.sre4j.improve.evidence.EvidenceSource;
import io.github.sre4j.improve.evidence.Failures;
import io.github.sre4j.improve.evidence.Segment;
import io.github.sre4j.improve.evidence.Subtree;
import io.github.sre4j.newrelic.ServiceReference;
import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.read.NewRelicRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Evidence from New Relic. Three queries in one round trip tell where the time of every endpoint goes; then two round trips an endpoint: one that
 * chooses slow, normal and failed requests, one that reads them. Services that send OpenTelemetry have no such metrics and no transactions: they are
 * not asked about. Not thread-safe.
 */
public final class NewRelicEvidence implements EvidenceSource {

    /** Traces of each kind: as many spans as fit one answer, for most services. */
    private static final int TRACES_EACH = 10;

    private static final int MOST_FAILURES = 50;
    private static final int ENDPOINTS_AT_ONCE = 3;

    private static final Attribute GUID = new Attribute("guid");
    private static final Attribute ENTITY_GUID = new Attribute("entityGuid");
    private static final Attribute ENTITY_DOT_GUID = new Attribute("entity.guid");
    private static final Attribute NAME = new Attribute("name");
    private static final Attribute DURATION = new Attribute("duration");
    private static final Attribute SCOPE = new Attribute("scope");
    private static final Attribute TIMESLICE_NAME = new Attribute("metricTimesliceName");
    private static final Attribute TIMESLICE = new Attribute("newrelic.timeslice.value");
    private static final Attribute REQUESTS = new Attribute("apm.service.transaction.duration");
    private static final Attribute TRACE = new Attribute("traceId");
    private static final Attribute TIMESTAMP = new Attribute("timestamp");

    private final NerdGraph nerdGraph;
    private final ServiceReference service;
    private @Nullable Entity entity;
    private int queries;

    /** Evidence about that service. */
    public NewRelicEvidence(NerdGraph nerdGraph, ServiceReference service) {
        this.nerdGraph = Objects.requireNonNull(nerdGraph, "nerdGraph");
        this.service = Objects.requireNonNull(service, "service");
    }

    @Override
    public int atOnce() {
        return ENDPOINTS_AT_ONCE;
    }

    @Override
    public int queries() {
        return queries;
    }

    @Override
    public Map<EndpointName, Breakdown> breakdowns(Window window) throws TelemetryException {
        try {
            Entity found = entity();
            if (found.isOpenTelemetry()) {
                return Map.of();
            }
            Condition ours = Condition.equal(ENTITY_DOT_GUID, found.guid());
            List<List<Row>> answers = ask(List.of(
                    Nrql.from("Metric")
                            .select("n", Aggregate.count(TIMESLICE))
                            .select("t", Aggregate.sum(TIMESLICE))
                            .where(ours)
                            .where(Condition.isNotNull(SCOPE))
                            .where(Condition.beginsWith(TIMESLICE_NAME, "Datastore/statement/")
                                    .or(Condition.beginsWith(TIMESLICE_NAME, "External/")))
                            .facet(SCOPE, TIMESLICE_NAME)
                            .between(window.from(), window.to()),
                    Nrql.from("Metric")
                            .select("n", Aggregate.count(REQUESTS))
                            .where(ours)
                            .facet(new Attribute("transactionName"))
                            .between(window.from(), window.to()),
                    Nrql.from("Metric")
                            .select("n", Aggregate.count(TIMESLICE))
                            .where(ours)
                            .where(Condition.beginsWith(TIMESLICE_NAME, "Errors/"))
                            .facet(TIMESLICE_NAME)
                            .between(window.from(), window.to())));
            return breakdowns(answers);
        } catch (NerdGraphException e) {
            throw failure(e);
        }
    }

    private static Map<EndpointName, Breakdown> breakdowns(List<List<Row>> answers) {
        Map<String, List<Segment>> segments = new HashMap<>();
        for (Row row : answers.get(0)) {
            List<String> facets = row.facets();
            if (facets.size() == 2 && !facets.get(0).isBlank()) {
                // Statements and calls contain no other segment: their total is exclusive.
                double total = row.number("t").orElse(0);
                segments.computeIfAbsent(facets.get(0), any -> new ArrayList<>())
                        .add(new Segment(facets.get(1), row.count("n"), total, total));
            }
        }
        Map<String, Long> errors = new HashMap<>();
        for (Row row : answers.get(2)) {
            row.facet()
                    .filter(name -> name.startsWith("Errors/"))
                    .ifPresent(name -> errors.put(name.substring("Errors/".length()), row.count("n")));
        }
        Map<EndpointName, Breakdown> all = new TreeMap<>();
        for (Row row : answers.get(1)) {
            row.facet()
                    .ifPresent(name -> all.put(
                            new EndpointName(name),
                            new Breakdown(
                                    row.count("n"),
                                    errors.isEmpty() ? -1 : errors.getOrDefault(name, 0L),
                                    segments.getOrDefault(name, List.of()))));
        }
        return all;
    }

    @Override
    public List<EndpointEvidence> drillDown(List<EvidenceQuestion> questions, Window window) throws TelemetryException {
        List<EndpointEvidence> found = new ArrayList<>();
        try {
            for (EvidenceQuestion question : questions) {
                found.add(
                        entity().isOpenTelemetry()
                                ? new EndpointEvidence(question.endpoint(), null, List.of(), List.of(), null)
                                : about(question, window));
            }
        } catch (NerdGraphException e) {
            throw failure(e);
        }
        return found;
    }

    /** First which requests to look at, then those. */
    private EndpointEvidence about(EvidenceQuestion question, Window window)
            throws NerdGraphException, TelemetryException {
        Map<String, Nrql> first = new LinkedHashMap<>();
        Condition requests = Condition.equal(ENTITY_GUID, entity().guid())
                .and(Condition.equal(NAME, question.endpoint().value()));
        Duration threshold = question.slowAbove().orElse(null);
        if (threshold != null) {
            first.put(
                    "tail", new Ladder(threshold).into(Nrql.from("Transaction")).where(requests));
            first.put(
                    "slow",
                    entries(question)
                            .where(Condition.above(DURATION, Nrql.seconds(threshold)))
                            .rows(TRACES_EACH));
            first.put(
                    "normal",
                    entries(question)
                            .where(Condition.atMost(DURATION, Nrql.seconds(threshold)))
                            .rows(TRACES_EACH));
        }
        if (question.errors()) {
            Condition failed = requests.and(Condition.isTrue(new Attribute("error")));
            first.put(
                    "failed",
                    Nrql.from("Transaction")
                            .select("n", Aggregate.count())
                            .select("f", Aggregate.min(TIMESTAMP))
                            .where(failed));
            first.put(
                    "errors",
                    Nrql.from("TransactionError")
                            .where(Condition.equal(ENTITY_GUID, entity().guid())
                                    .and(Condition.equal(
                                            new Attribute("transactionName"),
                                            question.endpoint().value())))
                            .rows(MOST_FAILURES));
        }
        Map<String, List<Row>> answers = named(first, window);
        return read(question, answers, window);
    }

    private Nrql entries(EvidenceQuestion question) throws NerdGraphException, TelemetryException {
        return Nrql.from("Span")
                .where(Condition.equal(ENTITY_DOT_GUID, entity().guid()))
                .where(Condition.isTrue(new Attribute("nr.entryPoint")))
                .where(Condition.equal(
                        new Attribute("transaction.name"), question.endpoint().value()));
    }

    private EndpointEvidence read(EvidenceQuestion question, Map<String, List<Row>> answers, Window window)
            throws NerdGraphException, TelemetryException {
        List<Map<String, @Nullable Object>> slow = members(answers.get("slow"));
        List<Map<String, @Nullable Object>> normal = members(answers.get("normal"));
        List<Map<String, @Nullable Object>> errors = members(answers.get("errors"));
        Set<String> slowTraces = texts(slow, "traceId");
        Set<String> normalTraces = texts(normal, "traceId");
        Set<String> failedTraces = texts(errors, "traceId");
        Set<String> guids = texts(slow, "transactionId");
        guids.addAll(texts(normal, "transactionId"));
        Map<String, Nrql> second = new LinkedHashMap<>();
        put(second, "Span slow", "Span", TRACE, slowTraces);
        put(second, "Span normal", "Span", TRACE, normalTraces);
        put(second, "Span failed", "Span", TRACE, failedTraces);
        put(second, "Log failed", "Log", new Attribute("trace.id"), failedTraces);
        put(second, "Transaction", "Transaction", GUID, guids);
        NewRelicRows rows = new NewRelicRows();
        errors.forEach(row -> rows.add("TransactionError", row));
        for (Map.Entry<String, List<Row>> answer : named(second, window).entrySet()) {
            String type = answer.getKey().split(" ", -1)[0];
            answer.getValue().forEach(row -> rows.add(type, row.members()));
        }
        Duration threshold = question.slowAbove().orElse(null);
        return new EndpointEvidence(
                question.endpoint(),
                threshold == null ? null : tail(question, threshold, answers, window),
                traces(slow, rows),
                traces(normal, rows),
                question.errors() ? failures(errors, answers, rows) : null);
    }

    private static Tail tail(
            EvidenceQuestion question, Duration threshold, Map<String, List<Row>> answers, Window window) {
        List<Row> row = answers.getOrDefault("tail", List.of());
        return new Tail(
                threshold.toNanos() / 1e9,
                (double) window.length().toMillis() / Duration.ofDays(1).toMillis(),
                row.isEmpty() ? List.of() : new Ladder(threshold).read(row.get(0), question.weight()),
                Ladder.RELATIVE_ERROR);
    }

    private static List<TraceData> traces(List<Map<String, @Nullable Object>> entries, NewRelicRows rows) {
        return entries.stream()
                .map(entry -> Subtree.of(
                        rows.trace(String.valueOf(entry.get("traceId"))), String.valueOf(entry.get("transactionId"))))
                .filter(data -> !data.spans().isEmpty())
                .toList();
    }

    private static Failures failures(
            List<Map<String, @Nullable Object>> errors, Map<String, List<Row>> answers, NewRelicRows rows) {
        List<Row> counted = answers.getOrDefault("failed", List.of());
        long count = counted.isEmpty() ? 0 : counted.get(0).count("n");
        long first = counted.isEmpty() ? 0 : counted.get(0).count("f");
        List<TraceData> samples = new ArrayList<>();
        for (Map<String, @Nullable Object> error : errors) {
            Object guid = error.getOrDefault("nr.transactionGuid", error.get("guid"));
            Object trace = error.get("traceId");
            if (guid != null) {
                samples.add(
                        trace == null
                                ? rows.transaction(guid.toString())
                                : Subtree.of(rows.trace(trace.toString()), guid.toString()));
            }
        }
        return new Failures(count, first == 0 ? null : Instant.ofEpochMilli(first), samples);
    }

    private static void put(Map<String, Nrql> queries, String name, String type, Attribute by, Set<String> among) {
        if (!among.isEmpty()) {
            queries.put(name, Nrql.from(type).where(Condition.in(by, among)).rows(Nrql.LIMIT_MAX));
        }
    }

    private Map<String, List<Row>> named(Map<String, Nrql> asked, Window window)
            throws NerdGraphException, TelemetryException {
        Map<String, List<Row>> answers = new LinkedHashMap<>();
        if (asked.isEmpty()) {
            return answers;
        }
        List<List<Row>> all = ask(asked.values().stream()
                .map(query -> query.between(window.from(), window.to()))
                .toList());
        int i = 0;
        for (String name : asked.keySet()) {
            answers.put(name, all.get(i++));
        }
        return answers;
    }

    private List<List<Row>> ask(List<Nrql> asked) throws NerdGraphException, TelemetryException {
        queries += asked.size();
        return new NrqlQueries(nerdGraph, entity().account()).ask(asked);
    }

    private Entity entity() throws NerdGraphException, TelemetryException {
        Entity known = entity;
        if (known == null) {
            known = service.find(nerdGraph);
            entity = known;
        }
        return known;
    }

    private static List<Map<String, @Nullable Object>> members(@Nullable List<Row> rows) {
        return rows == null ? List.of() : rows.stream().map(Row::members).toList();
    }

    private static Set<String> texts(List<Map<String, @Nullable Object>> rows, String attribute) {
        Set<String> texts = new LinkedHashSet<>();
        for (Map<String, @Nullable Object> row : rows) {
            Object value = row.get(attribute);
            if (value != null) {
                texts.add(value.toString());
            }
        }
        return texts;
    }

    private static TelemetryException failure(NerdGraphException e) {
        return new TelemetryException(
                e.needsRepair() ? TelemetryException.Kind.MISCONFIGURED : TelemetryException.Kind.UNREACHABLE,
                e.said(),
                e);
    }
}
