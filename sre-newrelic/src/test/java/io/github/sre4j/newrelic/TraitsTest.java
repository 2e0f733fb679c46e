package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.assess.VerdictReason;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.sli.ExclusionReason;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.telemetry.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a name stands for that may be excluded is decided by the requests behind it. */
class TraitsTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T09:00:00Z");
    private static final Window WINDOW = Window.endingAt(UNTIL, Duration.ofDays(7));
    private static final String DISPATCHER = "WebTransaction/Servlet/dispatcherServlet";

    private NerdGraphEmulator standin;

    @BeforeEach
    void start() throws Exception {
        standin = NerdGraphEmulator.start(StandinOptions.DEFAULT.withClock(Clock.fixed(UNTIL, ZoneOffset.UTC)));
        add("WebTransaction/SpringController/orders (GET)", "GET", 200, "/orders", 2_000, 0);
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    @Test
    void excludes_files_under_a_catch_all_name() throws Exception {
        add(DISPATCHER, "GET", 200, "/assets/app.js?v=1", 300, 0);
        assertThat(excluded(assess(), DISPATCHER)).contains(ExclusionReason.STATIC_RESOURCE);
    }

    @Test
    void weighs_writing_requests_under_a_catch_all_name_as_unrouted() throws Exception {
        add(DISPATCHER, "POST", 404, "/api/orders", 1_500, 0);
        Assessment assessment = assess();
        assertThat(excluded(assessment, DISPATCHER)).contains(ExclusionReason.NO_ROUTE);
        EndpointResult share = assessment.unroutedShare().orElseThrow();
        assertThat(share.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(share.slis().get(0).tally().bad()).isEqualTo(1_500);
        assertThat(share.slis().get(0).tally().total()).isEqualTo(3_500);
    }

    @Test
    void weighs_paths_without_a_route_under_a_catch_all_name_as_unrouted() throws Exception {
        add(DISPATCHER, "GET", 404, "/api/orders/17", 1_500, 0);
        assertThat(excluded(assess(), DISPATCHER)).contains(ExclusionReason.NO_ROUTE);
    }

    @Test
    void judges_failures_under_a_catch_all_name() throws Exception {
        add(DISPATCHER, "POST", 500, "/api/orders", 300, 3);
        assertThat(assess().endpoints())
                .extracting(result -> result.endpoint().name().value())
                .contains(DISPATCHER);
    }

    @Test
    void judges_an_endpoint_that_is_called_like_a_probe_and_written_to() throws Exception {
        String name = "WebTransaction/SpringController/kyc/liveness";
        add(name, "POST", 200, "/kyc/liveness", 300, 0);
        assertThat(assess().endpoints())
                .extracting(result -> result.endpoint().name().value())
                .contains(name);
    }

    @Test
    void knows_since_when_requests_have_no_route() throws Exception {
        String unrouted = "WebTransaction/NormalizedUri/404/*";
        for (int hour = 0; hour < 30; hour++) {
            add(unrouted, "GET", 404, "/api/v2/orders", 40, 0, UNTIL.minus(Duration.ofHours(hour)));
        }
        EndpointResult share = assess().unroutedShare().orElseThrow();
        assertThat(share.slis().get(0).reason()).isEqualTo(VerdictReason.REGRESSION);
        assertThat(share.verdict()).isEqualTo(Verdict.MISSED);
    }

    private Assessment assess() throws Exception {
        return new ServiceLevelCheck(DefaultStandard.get(), Product.NOT_CONFIGURED, Clock.fixed(UNTIL, ZoneOffset.UTC))
                .run(
                        Standins.telemetry(standin, "orders"),
                        new CheckOptions(new Service("orders", null), WINDOW, Enforcement.ENFORCE, OnNoData.FAIL),
                        ProgressListener.NONE)
                .assessment();
    }

    private static Optional<ExclusionReason> excluded(Assessment assessment, String name) {
        return assessment.setAside().stream()
                .filter(each -> each.endpoint().name().value().equals(name))
                .findFirst()
                .flatMap(each -> each.notARequest());
    }

    private void add(String name, String method, int status, String uri, int requests, int everyFails) {
        int groups = 100;
        for (int i = 0; i < groups; i++) {
            add(name, method, status, uri, requests / groups, everyFails, UNTIL.minus(Duration.ofMinutes(90L * i)));
        }
    }

    private void add(String name, String method, int status, String uri, int requests, int everyFails, Instant before) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            Map<String, Object> row = new HashMap<>();
            row.put("name", name);
            row.put("timestamp", before.minusSeconds(60L * (i + 1)).toEpochMilli());
            row.put("duration", 0.05);
            row.put("error", everyFails > 0 && i % everyFails == 0);
            row.put("request.method", method);
            row.put("http.statusCode", status);
            row.put("request.uri", uri);
            row.put("appName", "orders");
            row.put("entityGuid", "MXxBUE18QVBQTElDQVRJT058MQ");
            rows.add(row);
        }
        standin.add("Transaction", rows);
    }
}
