package io.github.sre4j.newrelic.evidence;

import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.evidence.Failures;
import io.github.sre4j.advisor.evidence.Segment;
import io.github.sre4j.advisor.evidence.Subtree;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.read.NewRelicRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests of a service with a New Relic agent: transactions, and metrics by endpoint that know every one of them. */
final class AgentRequests implements Requests {

    private static final int MOST_FAILURES = 50;

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

    private final ServiceQueries asking;

    AgentRequests(ServiceQueries asking) {
        this.asking = asking;
    }

    @Override
    public Map<EndpointName, Breakdown> breakdowns(Window window) throws NerdGraphException {
        Condition ours = Condition.equal(ENTITY_DOT_GUID, asking.entity().guid());
        return breakdowns(asking.ask(
                List.of(
                        Nrql.from("Metric")
                                .select("n", Aggregate.count(TIMESLICE))
                                .select("t", Aggregate.sum(TIMESLICE))
                                .where(ours)
                                .where(Condition.isNotNull(SCOPE))
                                .where(Condition.beginsWith(TIMESLICE_NAME, "Datastore/statement/")
                                        .or(Condition.beginsWith(TIMESLICE_NAME, "External/")))
                                .facet(SCOPE, TIMESLICE_NAME),
                        Nrql.from("Metric")
                                .select("n", Aggregate.count(REQUESTS))
                                .where(ours)
                                .facet(new Attribute("transactionName")),
                        Nrql.from("Metric")
                                .select("n", Aggregate.count(TIMESLICE))
                                .where(ours)
                                .where(Condition.beginsWith(TIMESLICE_NAME, "Errors/"))
                                .facet(TIMESLICE_NAME)),
                window));
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
    public EndpointEvidence about(EvidenceQuestion question, Window window) throws NerdGraphException {
        Map<String, Nrql> first = new LinkedHashMap<>();
        Condition requests = Condition.equal(ENTITY_GUID, asking.entity().guid())
                .and(Condition.equal(NAME, question.endpoint().value()));
        Duration threshold = question.slowAbove().orElse(null);
        if (threshold != null) {
            first.put(
                    "tail",
                    new LatencyBuckets(threshold).into(Nrql.from("Transaction")).where(requests));
            first.put(
                    "slow",
                    entries(question)
                            .where(Condition.above(DURATION, Nrql.seconds(threshold)))
                            .rows(EvidenceSource.TRACES));
            first.put(
                    "normal",
                    entries(question)
                            .where(Condition.atMost(DURATION, Nrql.seconds(threshold)))
                            .rows(EvidenceSource.TRACES));
        }
        if (question.errors()) {
            first.put(
                    "failed",
                    Nrql.from("Transaction")
                            .select("n", Aggregate.count())
                            .select("f", Aggregate.min(TIMESTAMP))
                            .where(requests.and(Condition.isTrue(new Attribute("error")))));
            first.put(
                    "errors",
                    Nrql.from("TransactionError")
                            .where(Condition.equal(ENTITY_GUID, asking.entity().guid())
                                    .and(Condition.equal(
                                            new Attribute("transactionName"),
                                            question.endpoint().value())))
                            .rows(MOST_FAILURES));
        }
        return read(question, asking.ask(first, window), window);
    }

    private Nrql entries(EvidenceQuestion question) {
        return Nrql.from("Span")
                .where(Condition.equal(ENTITY_DOT_GUID, asking.entity().guid()))
                .where(Condition.isTrue(new Attribute("nr.entryPoint")))
                .where(Condition.equal(
                        new Attribute("transaction.name"), question.endpoint().value()));
    }

    private EndpointEvidence read(EvidenceQuestion question, Map<String, List<Row>> answers, Window window)
            throws NerdGraphException {
        List<Map<String, @Nullable Object>> slow = RowAttributes.of(answers.get("slow"));
        List<Map<String, @Nullable Object>> normal = RowAttributes.of(answers.get("normal"));
        List<Map<String, @Nullable Object>> errors = RowAttributes.of(answers.get("errors"));
        Set<String> failedTraces = RowAttributes.texts(errors, "traceId");
        Set<String> traces = RowAttributes.texts(slow, "traceId");
        traces.addAll(RowAttributes.texts(normal, "traceId"));
        traces.addAll(failedTraces);
        Set<String> guids = RowAttributes.texts(slow, "transactionId");
        guids.addAll(RowAttributes.texts(normal, "transactionId"));
        NewRelicRows rows = new NewRelicRows();
        errors.forEach(row -> rows.add("TransactionError", row));
        new RowsOfTraces()
                .spans(TRACE, traces)
                .all("Log", new Attribute("trace.id"), failedTraces)
                .all("Transaction", GUID, guids)
                .into(rows, asking, window);
        return new EndpointEvidence(
                question.endpoint(),
                question.slowAbove()
                        .map(threshold -> LatencyBuckets.tail(question, threshold, answers.get("tail"), window))
                        .orElse(null),
                traces(slow, rows),
                traces(normal, rows),
                question.errors() ? failures(errors, answers, rows) : null);
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
}
