package io.github.sre4j.newrelic.evidence;

import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.evidence.Failures;
import io.github.sre4j.advisor.evidence.SpanSample;
import io.github.sre4j.advisor.evidence.Subtree;
import io.github.sre4j.newrelic.EventModel;
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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Requests of a service that sends OpenTelemetry: its spans of kind server and consumer, which are a sample whose size its sender chose. Metrics by the
 * conventions of HTTP ({@code http.server.request.duration}, and {@code http.server.duration} before 2023) tell how many requests and failures
 * there really were; no metric tells what an endpoint's statements and calls take, so that comes from traces. Not thread-safe.
 */
final class OpenTelemetryRequests implements Requests {

    private static final int MOST_FAILURES = 50;
    private static final BigDecimal BELOW_SERVER_ERRORS = BigDecimal.valueOf(499);

    private static final Attribute ENTITY_GUID = new Attribute("entity.guid");
    private static final Attribute NAME = new Attribute("name");
    private static final Attribute DURATION = new Attribute("duration");
    private static final Attribute TRACE = new Attribute("trace.id");
    private static final Attribute TIMESTAMP = new Attribute("timestamp");

    private static final String[] TRACE_NAMES = {"trace.id", "traceId"};
    private static final String[] SPAN_NAMES = {"id", "guid"};

    /**
     * What a version of the conventions calls things.
     *
     * @param duration the metric of requests
     * @param method their method
     * @param route the template of their path
     * @param failed which of them failed
     */
    private record Conventions(Attribute duration, Attribute method, Attribute route, Condition failed) {

        static final List<Conventions> ALL = List.of(
                new Conventions(
                        new Attribute("http.server.request.duration"),
                        new Attribute("http.request.method"),
                        new Attribute("http.route"),
                        Condition.isNotNull(new Attribute("error.type"))
                                .or(Condition.above(new Attribute("http.response.status_code"), BELOW_SERVER_ERRORS))),
                new Conventions(
                        new Attribute("http.server.duration"),
                        new Attribute("http.method"),
                        new Attribute("http.route"),
                        Condition.above(new Attribute("http.status_code"), BELOW_SERVER_ERRORS)));

        Nrql query(Condition ours) {
            return Nrql.from("Metric")
                    .select("n", Aggregate.count(duration))
                    .select("e", Aggregate.count(duration).where(failed))
                    .where(ours)
                    .where(Condition.isNotNull(route))
                    .facet(method, route);
        }
    }

    private final ServiceQueries asking;
    private final EventModel model;
    private Map<EndpointName, Breakdown> counted = Map.of();

    OpenTelemetryRequests(ServiceQueries asking) {
        this.asking = asking;
        this.model = EventModel.of(asking.entity());
    }

    @Override
    public Map<EndpointName, Breakdown> breakdowns(Window window) throws NerdGraphException {
        Condition ours = Condition.equal(ENTITY_GUID, asking.entity().guid());
        Map<EndpointName, Breakdown> all = new TreeMap<>();
        List<List<Row>> answers = asking.ask(
                Conventions.ALL.stream().map(each -> each.query(ours)).toList(), window);
        for (List<Row> answer : answers) {
            for (Row row : answer) {
                List<String> facets = row.facets();
                if (row.count("n") > 0 && facets.size() == 2 && facets.stream().noneMatch(String::isBlank)) {
                    // A span of a request is named after its method and route.
                    all.merge(
                            new EndpointName(facets.get(0) + " " + facets.get(1)),
                            new Breakdown(row.count("n"), row.count("e"), List.of()),
                            // Whoever sends both sends each request twice.
                            (one, other) -> one.requests() >= other.requests() ? one : other);
                }
            }
        }
        counted = all;
        return all;
    }

    @Override
    public EndpointEvidence about(EvidenceQuestion question, Window window) throws NerdGraphException {
        Map<String, Nrql> first = new LinkedHashMap<>();
        Condition requests =
                model.isRequest().and(Condition.equal(NAME, question.endpoint().value()));
        Duration threshold = question.slowAbove().orElse(null);
        if (threshold != null) {
            first.put(
                    "tail",
                    new LatencyBuckets(threshold).into(Nrql.from("Span")).where(requests));
            first.put(
                    "slow",
                    rows(requests.and(Condition.above(DURATION, Nrql.seconds(threshold))), EvidenceSource.TRACES));
            first.put(
                    "normal",
                    rows(requests.and(Condition.atMost(DURATION, Nrql.seconds(threshold))), EvidenceSource.TRACES));
        }
        if (question.errors()) {
            Condition failed = requests.and(model.failed());
            first.put(
                    "failed",
                    Nrql.from("Span")
                            .select("n", Aggregate.count())
                            .select("f", Aggregate.min(TIMESTAMP))
                            .where(failed));
            first.put("errors", rows(failed, MOST_FAILURES));
        }
        return read(question, asking.ask(first, window), window);
    }

    private static Nrql rows(Condition which, int most) {
        return Nrql.from("Span").where(which).rows(most);
    }

    private EndpointEvidence read(EvidenceQuestion question, Map<String, List<Row>> answers, Window window)
            throws NerdGraphException {
        List<Map<String, @Nullable Object>> slow = RowAttributes.of(answers.get("slow"));
        List<Map<String, @Nullable Object>> normal = RowAttributes.of(answers.get("normal"));
        List<Map<String, @Nullable Object>> errors = RowAttributes.of(answers.get("errors"));
        Set<String> failedTraces = RowAttributes.texts(errors, TRACE_NAMES);
        Set<String> traces = RowAttributes.texts(slow, TRACE_NAMES);
        traces.addAll(RowAttributes.texts(normal, TRACE_NAMES));
        traces.addAll(failedTraces);
        NewRelicRows rows = new NewRelicRows();
        new RowsOfTraces()
                .spans(TRACE, traces)
                .all("Log", TRACE, failedTraces)
                .all("SpanEvent", TRACE, failedTraces)
                .into(rows, asking, window);
        return new EndpointEvidence(
                question.endpoint(),
                question.slowAbove()
                        .map(threshold -> LatencyBuckets.tail(question, threshold, answers.get("tail"), window))
                        .orElse(null),
                below(slow, rows),
                below(normal, rows),
                question.errors() ? failures(answers.get("failed"), below(errors, rows)) : null,
                new SpanSample(
                        question.requests(),
                        Optional.ofNullable(counted.get(question.endpoint()))
                                .map(Breakdown::requests)
                                .orElse(-1L)));
    }

    /** Of each trace what the request did: its span and all below it. */
    private static List<TraceData> below(List<Map<String, @Nullable Object>> requests, NewRelicRows rows) {
        return requests.stream()
                .filter(row ->
                        RowAttributes.text(row, TRACE_NAMES) != null && RowAttributes.text(row, SPAN_NAMES) != null)
                .map(row -> Subtree.below(
                        rows.trace(Objects.requireNonNull(RowAttributes.text(row, TRACE_NAMES))),
                        Objects.requireNonNull(RowAttributes.text(row, SPAN_NAMES))))
                .filter(data -> !data.spans().isEmpty())
                .toList();
    }

    private static Failures failures(@Nullable List<Row> counted, List<TraceData> samples) {
        Row row = counted == null || counted.isEmpty() ? null : counted.get(0);
        long first = row == null ? 0 : row.count("f");
        return new Failures(row == null ? 0 : row.count("n"), first == 0 ? null : Instant.ofEpochMilli(first), samples);
    }
}
