package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.advisor.CandidateFinder;
import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.advisor.cause.Basis;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.newrelic.evidence.NewRelicEvidence;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.trace.error.ApplicationCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Candidates of a service that sends OpenTelemetry, as New Relic keeps its spans, span events and metrics. */
class OpenTelemetryEvidenceTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T09:00:00Z");
    private static final Window WINDOW = Window.endingAt(UNTIL, Duration.ofDays(1));
    private static final String GUID =
            Base64.getEncoder().withoutPadding().encodeToString("1|EXT|SERVICE|4711".getBytes(StandardCharsets.UTF_8));
    private static final String ORDERS = "GET /orders/{id}";

    private final List<Map<String, Object>> spans = new ArrayList<>();
    private final List<Map<String, Object>> spanEvents = new ArrayList<>();
    private NerdGraphEmulator standin;
    private int ids;

    @BeforeEach
    void start() throws Exception {
        standin = NerdGraphEmulator.start(StandinOptions.DEFAULT
                .withClock(Clock.fixed(UNTIL, ZoneOffset.UTC))
                .withLimits(Limits.NONE));
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    @Test
    void a_statement_for_each_row_is_found_in_spans_and_compared_with_fast_requests() throws Exception {
        for (int i = 0; i < 300; i++) {
            boolean slow = i % 3 == 0;
            request(i, slow ? 2_500 : 200, slow ? 40 : 2, false);
        }
        Candidate first = plan(List.of()).candidates().get(0);
        assertThat(first.endpoint().name().value()).isEqualTo(ORDERS);
        assertThat(first.cause().kind()).isEqualTo(CauseKind.N_PLUS_ONE_QUERIES);
        assertThat(first.cause().subject()).isEqualTo("select order_items");
        // 100 requests wait 1.5 s too long; 39 of 40 statements of 50 ms are more than that.
        assertThat(first.excessPerDay()).isCloseTo(150, within(1.5));
        assertThat(first.impact().secondsPerDay()).isCloseTo(150, within(1.5));
        assertThat(first.impact().traces()).isEqualTo(20);
        assertThat(facts(first, "cohort-more").values())
                .containsExactly(20L, 20L, new Fact.Times(40), new Fact.Times(2));
        assertThat(first.cause().facts()).extracting(Fact::key).doesNotContain("per-request");
    }

    @Test
    void metrics_say_how_many_requests_there_were_for_each_that_left_a_span() throws Exception {
        for (int i = 0; i < 300; i++) {
            request(i, 2_500, 40, false);
        }
        standin.add("Metric", List.of(metric("http.server.request.duration", "http.request.method", 2_900, null)));
        standin.add("Metric", List.of(metric("http.server.request.duration", "http.request.method", 100, "500")));
        Fact sample = facts(plan(List.of()).candidates().get(0), "spans-of");
        assertThat(sample.basis()).isEqualTo(Basis.METRICS);
        assertThat(sample.values()).containsExactly(300L, 3_000L, new Fact.Share(0.1));
    }

    @Test
    void without_metrics_it_is_said_that_nobody_knows_how_many_left_no_span() throws Exception {
        for (int i = 0; i < 300; i++) {
            request(i, 2_500, 40, false);
        }
        Fact sample = facts(plan(List.of()).candidates().get(0), "spans-only");
        assertThat(sample.values()).containsExactly(300L);
    }

    @Test
    void failures_are_told_by_their_span_events_and_counted_by_metrics() throws Exception {
        for (int i = 0; i < 300; i++) {
            request(i, 100, 1, i % 10 == 0);
        }
        standin.add("Metric", List.of(metric("http.server.duration", "http.method", 900, null)));
        standin.add("Metric", List.of(metric("http.server.duration", "http.method", 100, "500")));
        Candidate first = plan(List.of()).candidates().get(0);
        assertThat(first.kind()).isEqualTo(SliKind.ERRORS);
        assertThat(first.cause().subject()).isEqualTo("java.lang.IllegalStateException");
        assertThat(first.impact().goodPerDay()).isCloseTo(100, within(1.0));
        assertThat(facts(first, "error-frame").values().get(0)).isEqualTo("OrderService.price");
        assertThat(facts(first, "failed").values()).containsExactly(100L, 1_000L);
    }

    @Test
    void it_takes_a_few_queries_whatever_the_spans() throws Exception {
        for (int i = 0; i < 300; i++) {
            request(i, i % 3 == 0 ? 2_500 : 200, 40, i % 9 == 0);
        }
        // Two for all endpoints; five that choose; 20 slow, 20 normal and 34 failed traces, some of them the same,
        // logs, span events.
        assertThat(plan(List.of()).queries()).isBetween(12, 2 + 5 + 8 + 2);
    }

    private static Fact facts(Candidate candidate, String key) {
        return candidate.cause().facts().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        key + " is not in " + candidate.cause().facts()));
    }

    private CandidatePlan plan(List<String> ownDomains) throws Exception {
        standin.add("Span", spans);
        if (!spanEvents.isEmpty()) {
            standin.add("SpanEvent", spanEvents);
        }
        NewRelicTelemetry telemetry = Standins.telemetry(standin, "orders-otel");
        NewRelicEvidence evidence = new NewRelicEvidence(
                Standins.client(standin, standin.apiKey()),
                ServiceReference.named("orders-otel", OptionalLong.empty()));
        return new CandidateFinder(evidence, SourceIndex.NONE, ApplicationCode.DEFAULT, new OwnHosts(ownDomains))
                .plan(
                        new ServiceLevelCheck(
                                        DefaultStandard.get(),
                                        Product.NOT_CONFIGURED,
                                        Clock.fixed(UNTIL, ZoneOffset.UTC))
                                .run(
                                        telemetry,
                                        new CheckOptions(
                                                new Service("orders-otel", null),
                                                WINDOW,
                                                Enforcement.OBSERVE,
                                                OnNoData.FAIL),
                                        ProgressListener.NONE)
                                .assessment(),
                        3);
    }

    private void request(int i, int millis, int statements, boolean failed) {
        String trace = String.format("%032x", i + 1);
        String root = id();
        long at = UNTIL.minusSeconds(60L + i * 288L).toEpochMilli();
        Map<String, Object> server = span(trace, root, null, "server", ORDERS, at, millis);
        server.put("http.route", "/orders/{id}");
        if (failed) {
            server.put("otel.status_code", "ERROR");
            Map<String, Object> event = new HashMap<>();
            event.put("timestamp", at + 5);
            event.put("name", "exception");
            event.put("span.id", root);
            event.put("trace.id", trace);
            event.put("entity.guid", GUID);
            event.put("service.name", "orders-otel");
            event.put("exception.type", "java.lang.IllegalStateException");
            event.put("exception.message", "no price for order " + i);
            event.put(
                    "exception.stacktrace",
                    "java.lang.IllegalStateException: no price for order " + i
                            + "\n\tat com.acme.OrderService.price(OrderService.java:42)\n");
            spanEvents.add(event);
        }
        spans.add(server);
        for (int k = 0; k < statements; k++) {
            Map<String, Object> statement =
                    span(trace, id(), root, "client", "SELECT order_items", at + 5 + k * 50L, 50);
            statement.put("db.system", "postgresql");
            statement.put("db.operation", "SELECT");
            statement.put("db.sql.table", "order_items");
            statement.put("db.statement", "SELECT id, sku FROM order_items WHERE order_id = ?");
            spans.add(statement);
        }
    }

    private String id() {
        return String.format("%016x", ++ids);
    }

    private static Map<String, Object> span(
            String trace, String id, String parent, String kind, String name, long at, int millis) {
        Map<String, Object> row = new HashMap<>();
        row.put("trace.id", trace);
        row.put("id", id);
        if (parent != null) {
            row.put("parent.id", parent);
        }
        row.put("timestamp", at);
        row.put("name", name);
        row.put("duration", millis / 1e3);
        row.put("duration.ms", (double) millis);
        row.put("span.kind", kind);
        row.put("entity.guid", GUID);
        row.put("service.name", "orders-otel");
        row.put("entity.name", "orders-otel");
        row.put("appName", "orders-otel");
        return row;
    }

    private static Map<String, Object> metric(String name, String method, long count, String status) {
        Map<String, Object> row = new HashMap<>();
        row.put("timestamp", UNTIL.minusSeconds(3_600).toEpochMilli());
        row.put("metricName", name);
        row.put(name, Map.of("count", count, "total", count * 0.1, "min", 0.01, "max", 3.0));
        row.put(method, "GET");
        row.put("http.route", "/orders/{id}");
        row.put("entity.guid", GUID);
        row.put("entity.name", "orders-otel");
        if (status != null) {
            row.put(name.equals("http.server.duration") ? "http.status_code" : "http.response.status_code", 500);
            row.put("error.type", status);
        }
        return row;
    }
}
