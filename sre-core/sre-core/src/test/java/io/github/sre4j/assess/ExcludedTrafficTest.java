package io.github.sre4j.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.gate.CheckOutcome;
import io.github.sre4j.gate.Gate;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.gate.GateReason;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.sli.ExclusionReason;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.events.EventFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a name stands for is decided by its requests, and what is excluded is weighed. */
class ExcludedTrafficTest {

    private static final Instant FROM = Instant.parse("2026-11-22T08:00:00Z");
    private static final Window WINDOW = new Window(FROM, FROM.plusSeconds(7_200));
    private static final String GOOD = "WebTransaction/SpringController/ping (GET)";

    @TempDir
    private Path folder;

    private final List<String> rows = new ArrayList<>();
    private Measurements measured;

    @Test
    void judges_a_catch_all_name_with_failing_writes_and_the_share_without_route() throws Exception {
        add(600, GOOD, "");
        for (int i = 0; i < 1_200; i++) {
            boolean failed = i % 4 == 0;
            add(
                    1,
                    "WebTransaction/Servlet/dispatcherServlet",
                    ", \"error\": " + failed + ", \"request.method\": \"POST\", \"request.uri\": \"/api/orders/" + i
                            + "\", \"httpResponseCode\": \"" + (failed ? 500 : 200) + "\"");
        }
        Assessment assessment = assess();
        assertThat(verdict(assessment, "servlet dispatcherServlet")).isEqualTo(Verdict.MISSED);
        assertThat(assessment.setAside()).isEmpty();
        assertThat(assessment.unroutedShare().orElseThrow().verdict()).isEqualTo(Verdict.MISSED);
        assertThat(decide(assessment, Enforcement.ENFORCE).passed()).isFalse();
    }

    @Test
    void excludes_a_catch_all_name_that_serves_files() throws Exception {
        add(600, GOOD, "");
        add(
                600,
                "WebTransaction/Servlet/dispatcherServlet",
                ", \"request.method\": \"GET\", \"request.uri\": \"/css/a.css\", \"httpResponseCode\": \"200\"");
        Assessment assessment = assess();
        assertThat(assessment.setAside())
                .extracting(name -> name.notARequest().orElseThrow())
                .containsExactly(ExclusionReason.STATIC_RESOURCE);
        assertThat(assessment.unroutedShare()).isEmpty();
        GateDecision decision = decide(assessment, Enforcement.ENFORCE);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.reasons()).extracting(GateReason::kind).contains(GateReason.Kind.EXCLUDED_SHARE);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/orders/1, 200, NO_ROUTE",
        "DELETE, /css/a.css, 204, NO_ROUTE",
        "GET, /favicon.ico, 404, STATIC_RESOURCE",
        "GET, /actuator/health, 200, STATIC_RESOURCE",
        "GET, /webjars/x/y, 304, STATIC_RESOURCE",
        "HEAD, /app.js?v=1, 200, STATIC_RESOURCE"
    })
    void tells_files_from_requests_without_route_name(String method, String uri, String status, ExclusionReason reason)
            throws Exception {
        add(600, GOOD, "");
        add(
                100,
                "WebTransaction/Servlet/default",
                ", \"request.method\": \"" + method + "\", \"request.uri\": \"" + uri + "\", \"http.statusCode\": "
                        + status);
        assertThat(assess().setAside())
                .extracting(name -> name.notARequest().orElseThrow())
                .containsExactly(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WebTransaction/SpringController/kyc/liveness (POST)",
                "WebTransaction/SpringController/policies/{id}/health (PUT)",
                "WebTransaction/SpringController/policies/{id}/health (GET)",
                "WebTransaction/RestWebService/members/{member}/readiness (GET)"
            })
    void judges_product_endpoints_called_like_health_checks(String name) throws Exception {
        add(600, GOOD, "");
        add(600, name, ", \"error\": false");
        add(300, name, ", \"error\": true");
        Assessment assessment = assess();
        assertThat(assessment.endpoints(Verdict.MISSED)).hasSize(1);
        assertThat(decide(assessment, Enforcement.ENFORCE).passed()).isFalse();
    }

    @Test
    void judges_a_name_without_verb_whose_rows_are_posts() throws Exception {
        add(600, GOOD, "");
        add(600, "WebTransaction/RestWebService/kyc/liveness", ", \"error\": false, \"request.method\": \"POST\"");
        add(300, "WebTransaction/RestWebService/kyc/liveness", ", \"error\": true, \"request.method\": \"POST\"");
        assertThat(assess().endpoints(Verdict.MISSED)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WebTransaction/SpringController/ReadOperationHandler/handle",
                "WebTransaction/SpringController/WriteOperationHandler/handle",
                "WebTransaction/SpringController/OperationHandler/handle",
                "WebTransaction/SpringController/WebFluxLinksHandler/links",
                "WebTransaction/SpringController/health (GET)",
                "WebTransaction/SpringController/api/livez (HEAD)",
                "WebTransaction/Servlet/actuator/prometheus"
            })
    void excludes_probes_of_every_framework(String name) throws Exception {
        add(600, GOOD, "");
        add(90, name, ", \"error\": true");
        Assessment assessment = assess();
        assertThat(assessment.setAside())
                .extracting(excluded -> excluded.notARequest().orElseThrow())
                .containsExactly(ExclusionReason.HEALTH_CHECK);
        assertThat(decide(assessment, Enforcement.ENFORCE).passed()).isTrue();
    }

    @Test
    void reports_the_requests_that_the_agent_could_not_name() throws Exception {
        add(600, GOOD, "");
        add(900, "WebTransaction/NettyDispatcher/NettyDispatcher", "");
        Assessment assessment = assess();
        assertThat(assessment.endpoints()).hasSize(1);
        assertThat(decide(assessment, Enforcement.ENFORCE).reasons().get(0))
                .isEqualTo(GateReason.of(
                        GateReason.Kind.UNROUTED,
                        900L,
                        1_500L,
                        0.6,
                        0.05,
                        "NettyDispatcher/NettyDispatcher 900"
                                .replace(
                                        "NettyDispatcher/NettyDispatcher",
                                        assessment.setAside().get(0).endpoint().label())));
    }

    @Test
    void fails_a_build_whose_traffic_finds_no_route() throws Exception {
        add(600, GOOD, "");
        add(9_000, "WebTransaction/NormalizedUri/404/*", ", \"httpResponseCode\": \"404\"");
        Assessment assessment = assess();
        GateDecision enforced = decide(assessment, Enforcement.ENFORCE);
        assertThat(enforced.outcome()).isEqualTo(CheckOutcome.MISSED);
        assertThat(enforced.reasons().get(0))
                .isEqualTo(GateReason.of(GateReason.Kind.UNROUTED, 9_000L, 9_600L, 0.9375, 0.05, "status 404 9000"));
        assertThat(decide(assessment, Enforcement.OBSERVE).passed()).isTrue();
        assertThat(decide(assessment, Enforcement.OBSERVE).wouldPassEnforced()).isFalse();
    }

    @Test
    void passes_few_requests_without_route_and_those_turned_away() throws Exception {
        add(600, GOOD, "");
        add(10, "WebTransaction/StatusCode/404", "");
        add(500, "WebTransaction/StatusCode/401", "");
        GateDecision decision = decide(assess(), Enforcement.ENFORCE);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.reasons()).extracting(GateReason::kind).doesNotContain(GateReason.Kind.UNROUTED);
    }

    private static Verdict verdict(Assessment assessment, String label) {
        return assessment.endpoints().stream()
                .filter(result -> result.endpoint().label().equals(label))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private void add(int count, String name, String more) {
        for (int i = 0; i < count; i++) {
            rows.add("{\"eventType\": \"Transaction\", \"name\": \"" + name + "\", \"timestamp\": "
                    + (FROM.toEpochMilli() + rows.size() * 700L) + ", \"duration\": 0.05" + more + "}");
        }
    }

    private Assessment assess() throws Exception {
        Path file = folder.resolve("a.ndjson");
        Files.write(file, rows);
        Standard standard = DefaultStandard.get();
        measured = new EventFiles(file, null).measure(standard.plan(WINDOW), ProgressListener.NONE);
        return new Assessor(standard, List.of(), LocalDate.parse("2026-11-22")).assess(WINDOW, measured.endpoints());
    }

    private GateDecision decide(Assessment assessment, Enforcement enforcement) {
        return new Gate(enforcement, OnNoData.FAIL).decide(measured.source(), assessment);
    }
}
