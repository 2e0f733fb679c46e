package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.assess.VerdictReason;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.gate.CheckOutcome;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.newrelic.nerdgraph.CannedNerdGraph;
import io.github.sre4j.newrelic.nerdgraph.CannedNerdGraph.Canned;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.text.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers about hours that New Relic does not give, or that do not add up. */
class HoursTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T09:00:00Z");
    private static final Window WINDOW = Window.endingAt(UNTIL, Duration.ofDays(7));
    private static final String NAME = "WebTransaction/SpringController/orders (GET)";
    private static final String SERVICE =
            "{\"data\":{\"actor\":{\"entitySearch\":{\"results\":{\"nextCursor\":null,\"entities\":[{\"guid\":\"MXxBUE18QVBQTElDQVRJT058MQ\",\"name\":\"orders\",\"accountId\":1,\"domain\":\"APM\",\"type\":\"APPLICATION\"}]}}}}}";

    /** All failures are in the second half: without hours this may be an incident. */
    private static final String MEASURED = "{\"r0\":{\"results\":[{\"facet\":\"" + NAME
            + "\",\"n\":1680,\"n1\":840,\"e\":200,\"e1\":0,\"s0\":0,\"f0\":0,\"x0\":0,\"p\":{\"50\":0.1,\"90\":0.2,\"95\":0.3,\"99\":2},\"m\":4.5}]},"
            + "\"r1\":{\"results\":[{\"n\":1680,\"u\":0,\"k\":1680,\"a\":1795000000000,\"z\":1795334300000}]},"
            + "\"r2\":{\"results\":[{\"facet\":\"" + NAME + "\",\"n\":1680}]},\"r3\":{\"results\":[]}}";

    @Test
    void decide_that_one_bad_half_is_a_regression() throws Exception {
        ServiceLevelReport report = check(Canned.ok(account(hours(118, 4))));
        assertThat(reason(report)).isEqualTo(VerdictReason.REGRESSION);
        assertThat(report.gate().outcome()).isEqualTo(CheckOutcome.MISSED);
        assertThat(report.source().incomplete()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[{\"message\":\"NRQL Syntax Error: Error at line 1 position 3, unexpected 'X'\"}],\"data\":{\"actor\":{\"account\":{\"r0\":null}}}}",
                "{\"errors\":[{\"message\":\"no\",\"extensions\":{\"errorClass\":\"ACCESS_DENIED\"}}],\"data\":{\"actor\":{\"account\":null}}}"
            })
    void that_are_missing_leave_the_verdict_of_halves_and_are_said(String answer) throws Exception {
        ServiceLevelReport report = check(Canned.ok(answer));
        assertThat(reason(report)).isEqualTo(VerdictReason.INCIDENT);
        assertThat(report.source().incomplete()).isEmpty();
        assertThat(report.source().notes())
                .extracting(Message::english)
                .anyMatch(
                        note -> note.startsWith(
                                "New Relic returned no counts by hour, so an incident cannot be distinguished from a regression: "));
    }

    @Test
    void that_do_not_make_the_whole_pass_no_enforce_build() throws Exception {
        ServiceLevelReport report = check(Canned.ok(account(hours(118, 4).subList(30, 168))));
        assertThat(report.gate().outcome()).isEqualTo(CheckOutcome.TELEMETRY_INCOMPLETE);
        assertThat(report.gate().passed()).isFalse();
        assertThat(report.source().incomplete())
                .extracting(Message::english)
                .containsExactly("the hours of '" + NAME
                        + "' have 1,380 requests, 0 slow, 200 failed together; the window has 1,680, 0, 200");
    }

    @Test
    void of_no_endpoint_are_no_hours_without_requests() throws Exception {
        ServiceLevelReport report = check(Canned.ok(account(List.of())));
        assertThat(report.gate().outcome()).isEqualTo(CheckOutcome.TELEMETRY_INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"beginTimeSeconds\":null",
                "\"beginTimeSeconds\":1795000123",
                "\"beginTimeSeconds\":0",
                "\"x\":1"
            })
    void that_are_no_hours_of_the_window_pass_no_enforce_build(String begin) throws Exception {
        List<String> rows = new ArrayList<>(hours(118, 4));
        rows.set(7, rows.get(7).replaceAll("\"beginTimeSeconds\":[0-9]+", begin));
        ServiceLevelReport report = check(Canned.ok(account(rows)));
        assertThat(report.gate().outcome()).isEqualTo(CheckOutcome.TELEMETRY_INCOMPLETE);
    }

    @Test
    void that_come_twice_pass_no_enforce_build() throws Exception {
        List<String> rows = new ArrayList<>(hours(118, 4));
        rows.set(7, rows.get(8));
        assertThat(check(Canned.ok(account(rows))).gate().outcome()).isEqualTo(CheckOutcome.TELEMETRY_INCOMPLETE);
    }

    private static List<String> hours(int from, int failed) {
        List<String> rows = new ArrayList<>();
        for (int hour = 0; hour < 168; hour++) {
            rows.add("{\"facet\":\"" + NAME + "\",\"n\":10,\"e\":" + (hour >= from ? failed : 0)
                    + ",\"s0\":0,\"beginTimeSeconds\":" + (WINDOW.from().getEpochSecond() + hour * 3_600L) + "}");
        }
        return rows;
    }

    private static String account(List<String> rows) {
        return "{\"data\":{\"actor\":{\"account\":{\"r0\":{\"results\":[" + String.join(",", rows) + "]}}}}}";
    }

    private static VerdictReason reason(ServiceLevelReport report) {
        return report.assessment().endpoints().get(0).slis().stream()
                .map(sli -> sli.reason())
                .filter(reason -> reason != VerdictReason.WITHIN)
                .findFirst()
                .orElseThrow();
    }

    private static ServiceLevelReport check(Canned hours) throws Exception {
        try (CannedNerdGraph server = CannedNerdGraph.answering(body -> {
            if (body.contains("entitySearch")) {
                return Canned.ok(SERVICE);
            }
            return body.contains("TIMESERIES")
                    ? hours
                    : Canned.ok("{\"data\":{\"actor\":{\"account\":" + MEASURED + "}}}");
        })) {
            return new ServiceLevelCheck(
                            DefaultStandard.get(), Product.NOT_CONFIGURED, Clock.fixed(UNTIL, ZoneOffset.UTC))
                    .run(
                            new NewRelicTelemetry(
                                    server.client(), ServiceReference.named("orders", OptionalLong.empty())),
                            new CheckOptions(new Service("orders", null), WINDOW, Enforcement.ENFORCE, OnNoData.FAIL),
                            ProgressListener.NONE);
        }
    }
}
