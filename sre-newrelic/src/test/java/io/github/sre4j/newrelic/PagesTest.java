package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.Assessor;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.newrelic.nerdgraph.CannedNerdGraph;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Message;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

/** The Core Web Vitals of a browser application beside its service. */
class PagesTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T09:00:00Z");
    private static final Window WINDOW = Window.endingAt(UNTIL, Duration.ofDays(7));
    private static final String SERVICE = guid("1|APM|APPLICATION|1");
    private static final String BROWSER = guid("1|BROWSER|APPLICATION|2");
    private static final int VIEWS = 4_000;

    private NerdGraphEmulator standin;

    @BeforeEach
    void start() throws Exception {
        standin = NerdGraphEmulator.start(StandinOptions.DEFAULT
                .withClock(Clock.fixed(UNTIL, ZoneOffset.UTC))
                .withLimits(Limits.NONE));
        standin.add("Transaction", transactions());
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    @Test
    void each_page_is_judged_by_the_limits_for_good_at_the_75th_percentile() throws Exception {
        standin.add("PageViewTiming", timings(1));
        Measurements measured = measure("orders-web");
        Assessment assessment = new Assessor(DefaultStandard.get(), List.of(), LocalDate.parse("2026-11-22"))
                .assess(WINDOW, measured.endpoints());
        Map<String, Verdict> verdicts = new HashMap<>();
        assessment.endpoints().forEach(result -> verdicts.put(result.endpoint().label(), result.verdict()));
        assertThat(verdicts)
                .containsEntry("LCP www.acme.com/orders", Verdict.MISSED)
                .containsEntry("INP www.acme.com/orders", Verdict.MET)
                .containsEntry("CLS www.acme.com/orders", Verdict.MISSED)
                .containsEntry("GET /orders", Verdict.MET)
                .hasSize(4);
        EndpointMeasurement lcp = page(measured, "largestContentfulPaint");
        assertThat(lcp.whole().requests()).isEqualTo(VIEWS);
        assertThat(lcp.whole().slow()).isEqualTo(VIEWS * 3 / 10);
        assertThat(lcp.excess()).isEqualTo(Duration.ofMillis(1_500).multipliedBy(VIEWS * 3 / 10));
        assertThat(page(measured, "cumulativeLayoutShift").excess()).isZero();
        assertThat(measured.source().notes())
                .extracting(Message::english)
                .contains("LCP is interpreted as seconds, based on its median");
    }

    @Test
    void values_in_milliseconds_give_the_same() throws Exception {
        standin.add("PageViewTiming", timings(1_000));
        Measurements measured = measure("orders-web");
        assertThat(page(measured, "largestContentfulPaint").whole().slow()).isEqualTo(VIEWS * 3 / 10);
        assertThat(page(measured, "largestContentfulPaint").excess())
                .isEqualTo(Duration.ofMillis(1_500).multipliedBy(VIEWS * 3 / 10));
        assertThat(page(measured, "interactionToNextPaint").whole().slow()).isEqualTo(VIEWS / 10);
        assertThat(page(measured, "cumulativeLayoutShift").whole().slow()).isEqualTo(VIEWS * 4 / 10);
        assertThat(measured.source().notes())
                .extracting(Message::english)
                .contains("LCP is interpreted as milliseconds, based on its median");
    }

    @Test
    void a_browser_application_that_is_not_there_is_said() {
        standin.add("PageViewTiming", timings(1));
        TelemetryException e = catchThrowableOfType(TelemetryException.class, () -> measure("orders-wep"));
        assertThat(e).hasMessageStartingWith("no service 'orders-wep' in New Relic; check");
    }

    @Test
    void pages_that_are_missing_from_an_answer_are_said() throws Exception {
        String service =
                "{\"entitySearch\":{\"results\":{\"nextCursor\":null,\"entities\":[{\"guid\":\"%s\",\"name\":\"orders\",\"accountId\":1,\"domain\":\"%s\",\"type\":\"APPLICATION\"}]}}}";
        String page =
                "{\"facet\":\"www.acme.com/orders\",\"n\":900,\"n1\":450,\"s0\":0,\"f0\":0,\"x0\":0,\"p\":{\"50\":0.1},\"m\":1}";
        try (CannedNerdGraph server = CannedNerdGraph.answering(body -> {
            String answer = body.contains("entitySearch")
                    ? service.formatted(BROWSER, body.contains("BROWSER") ? "BROWSER" : "APM")
                    : body.contains("PageViewTiming") && body.contains("FACET")
                            ? "{\"account\":{\"r0\":{\"results\":[" + page
                                    + "]},\"r1\":{\"results\":[]},\"r2\":{\"results\":[]},\"r3\":{\"results\":[{\"n\":1000}]},\"r4\":{\"results\":[{\"n\":0}]},\"r5\":{\"results\":[{\"n\":0}]}}}"
                            : "{\"account\":{\"r0\":{\"results\":[]},\"r1\":{\"results\":[{\"n\":0,\"u\":0}]},\"r2\":{\"results\":[]},\"r3\":{\"results\":[]}}}";
            return CannedNerdGraph.Canned.ok("{\"data\":{\"actor\":" + answer + "}}");
        })) {
            Measurements measured = new NewRelicTelemetry(
                            server.client(), ServiceReference.named("orders", OptionalLong.empty()))
                    .withPages("orders", OptionalLong.empty())
                    .measure(DefaultStandard.get().plan(WINDOW), ProgressListener.NONE);
            assertThat(measured.source().incomplete())
                    .extracting(Message::english)
                    .containsExactly(
                            "the pages have 900 values of largestContentfulPaint together, the browser application has 1,000");
        }
    }

    private Measurements measure(String browser) throws TelemetryException {
        return Standins.telemetry(standin, "orders")
                .withPages(browser, OptionalLong.empty())
                .measure(DefaultStandard.get().plan(WINDOW), ProgressListener.NONE);
    }

    private static EndpointMeasurement page(Measurements measured, String timing) {
        return measured.endpoints().stream()
                .filter(each -> each.name().value().equals("PageViewTiming/" + timing + "/www.acme.com/orders"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> transactions() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            rows.add(Map.of(
                    "name",
                    "WebTransaction/SpringController/orders (GET)",
                    "timestamp",
                    UNTIL.minusSeconds(60L + i * 500L).toEpochMilli(),
                    "duration",
                    0.1,
                    "error",
                    false,
                    "appName",
                    "orders",
                    "entityGuid",
                    SERVICE));
        }
        return rows;
    }

    /** Three of ten views paint after 4 s, one of ten answers after 0.5 s, four of ten shift by 0.3. */
    private static List<Map<String, Object>> timings(int unit) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < VIEWS; i++) {
            long timestamp = UNTIL.minusSeconds(60L + i * 140L).toEpochMilli();
            rows.add(timing(timestamp, "largestContentfulPaint", (i % 10 < 3 ? 4.0 : 1.2) * unit));
            rows.add(timing(timestamp, "interactionToNextPaint", (i % 10 < 1 ? 0.5 : 0.08) * unit));
            rows.add(timing(timestamp, "cumulativeLayoutShift", i % 10 < 4 ? 0.3 : 0.02));
        }
        return rows;
    }

    private static Map<String, Object> timing(long timestamp, String name, double value) {
        return Map.of(
                "timestamp",
                timestamp,
                "timingName",
                name,
                name,
                value,
                "browserTransactionName",
                "www.acme.com/orders",
                "appName",
                "orders-web",
                "entityGuid",
                BROWSER);
    }

    private static String guid(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
