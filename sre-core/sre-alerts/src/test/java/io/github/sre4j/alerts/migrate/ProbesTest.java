package io.github.sre4j.alerts.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.alerts.condition.AlertCondition;
import io.github.sre4j.alerts.migrate.MonitorCases.Case;
import io.github.sre4j.alerts.migrate.query.QueryClause;
import io.github.sre4j.alerts.migrate.query.QueryParser;
import io.github.sre4j.alerts.migrate.query.QueryStringClause;
import io.github.sre4j.examples.standin.answer.NrqlEngine;
import io.github.sre4j.examples.standin.events.EventStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Documents run against the query of a monitor and against the NRQL of its condition. */
class ProbesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TestFactory
    List<DynamicTest> original_query_selects_what_is_noted() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Case monitor : MonitorCases.all()) {
            for (JsonNode probe : monitor.node().path("probes")) {
                tests.add(DynamicTest.dynamicTest(
                        monitor.name() + " " + probe.path("doc"),
                        () -> assertThat(new QueryEvaluator(probe.path("doc")).matches(query(monitor)))
                                .isEqualTo(probe.path("opensearch").asBoolean())));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> translated_query_selects_what_is_noted() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Case monitor : MonitorCases.all()) {
            for (JsonNode probe : monitor.node().path("probes")) {
                tests.add(DynamicTest.dynamicTest(monitor.name() + " " + probe.path("doc"), () -> {
                    AlertCondition condition = monitor.translate().conditions().get(0);
                    assertThat(isSelected(condition.queryText().orElseThrow(), probe.path("doc")))
                            .as(condition.queryText().orElseThrow())
                            .isEqualTo(probe.path("nrql").asBoolean());
                }));
            }
        }
        return tests;
    }

    /** Returns the query without its time range. */
    private static QueryClause query(Case monitor) {
        JsonNode input = monitor.node().path("monitor").path("inputs").path(0);
        if (input.has("doc_level_input")) {
            List<QueryClause> queries = new ArrayList<>();
            input.path("doc_level_input")
                    .path("queries")
                    .forEach(query -> queries.add(
                            QueryStringClause.parse(query.path("query").asText())));
            return new QueryClause.Bool(List.of(), queries.subList(0, 2), List.of(queries.get(2)), "1");
        }
        return withoutTime(QueryParser.parse(input.path("search").path("query").path("query")));
    }

    private static QueryClause withoutTime(QueryClause clause) {
        if (clause instanceof QueryClause.Bool bool) {
            return new QueryClause.Bool(
                    bool.must().stream().map(ProbesTest::withoutTime).toList(),
                    bool.should(),
                    bool.mustNot(),
                    bool.minimumShouldMatch());
        }
        return clause instanceof QueryClause.Range range && range.field().equals("@timestamp")
                ? new QueryClause.MatchAll()
                : clause;
    }

    private static boolean isSelected(String nrql, JsonNode document) {
        try (EventStore store = new EventStore(7)) {
            Map<String, Object> event = new LinkedHashMap<>();
            flatten("", document, event);
            event.put("timestamp", NOW.minusSeconds(30).toEpochMilli());
            store.append("Log", List.of(event));
            String asked = nrql.replaceFirst("average\\([^)]*\\)", "count(*)") + " SINCE 1 hour ago";
            NrqlEngine engine = new NrqlEngine(store, Clock.fixed(NOW, ZoneOffset.UTC));
            return engine.answer(asked).results().stream()
                    .flatMap(row -> row.values().stream())
                    .anyMatch(value -> value instanceof Number number && number.doubleValue() > 0);
        }
    }

    private static void flatten(String prefix, JsonNode node, Map<String, Object> event) {
        node.properties().forEach(entry -> {
            String name = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                flatten(name + ".", value, event);
            } else if (value.isNumber()) {
                event.put(name, value.doubleValue());
            } else {
                event.put(name, value.isBoolean() ? (Object) value.asBoolean() : value.asText());
            }
        });
    }
}
