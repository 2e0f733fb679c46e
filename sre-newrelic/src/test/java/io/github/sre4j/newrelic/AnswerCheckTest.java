package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.gate.CheckOutcome;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.newrelic.nerdgraph.CannedNerdGraph;
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
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that do not add up pass no build that enforces the standard, whatever else is configured. */
class AnswerCheckTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T09:00:00Z");
    private static final String ORDERS = "WebTransaction/SpringController/orders (GET)";
    private static final String STOCK = "WebTransaction/SpringController/stock (GET)";

    @Test
    void accepts_an_answer_that_adds_up() throws Exception {
        ServiceLevelReport report = check(row(ORDERS, 2000) + "," + row(STOCK, 1000), 3000, both());
        assertThat(report.gate().outcome()).isEqualTo(CheckOutcome.PASSED);
        assertThat(report.source().incomplete()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {3003, 3002, 2999})
    void tolerates_requests_that_arrive_between_two_queries(long total) throws Exception {
        assertThat(check(row(ORDERS, 2000) + "," + row(STOCK, 1000), total, both())
                        .gate()
                        .outcome())
                .isEqualTo(CheckOutcome.PASSED);
    }

    @Test
    void rejects_a_missing_row() throws Exception {
        assertIncomplete(
                check(row(ORDERS, 2000), 3000, metric(ORDERS, 2000)),
                "endpoints: 2,000 requests in total; service: 3,000 requests");
    }

    @Test
    void rejects_rows_without_a_total() throws Exception {
        assertIncomplete(
                check(row(ORDERS, 2000), 0, metric(ORDERS, 2000)),
                "endpoints: 2,000 requests in total; service: 0 requests");
    }

    @Test
    void rejects_no_rows_with_a_total() throws Exception {
        assertIncomplete(check("", 3000, ""), "endpoints: 0 requests in total; service: 3,000 requests");
    }

    @Test
    void rejects_two_rows_of_one_endpoint() throws Exception {
        assertIncomplete(
                check(row(ORDERS, 2000) + "," + row(ORDERS, 2000), 4000, metric(ORDERS, 4000)),
                "2 rows for endpoint '" + ORDERS + "'");
    }

    @Test
    void rejects_events_without_any_metric() throws Exception {
        assertIncomplete(check(row(ORDERS, 2000), 2000, ""), "2,000 events, but no metrics for the same requests");
    }

    @Test
    void rejects_a_name_in_metrics_that_left_no_event() throws Exception {
        assertIncomplete(
                check(row(ORDERS, 2000), 2000, both()),
                "1 endpoint (1,000 requests in metrics) without events: " + STOCK);
    }

    @ParameterizedTest
    @CsvSource({"n,\"2000\"", "n,null", "e,\"0\"", "n1,true"})
    void rejects_counts_that_are_no_numbers(String alias, String value) throws Exception {
        String wrong = row(STOCK, 1000).replaceAll("\"" + alias + "\":[0-9]+", "\"" + alias + "\":" + value);
        ServiceLevelReport report = check(row(ORDERS, 2000) + "," + wrong, 3000, both());
        assertThat(report.gate().outcome()).isEqualTo(CheckOutcome.TELEMETRY_INCOMPLETE);
        assertThat(report.source().incomplete())
                .extracting(Message::english)
                .contains("the response of New Relic has no number '" + alias + "'; retry later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2000\"", "null", "{}"})
    void rejects_metrics_that_are_no_numbers(String count) throws Exception {
        ServiceLevelReport report =
                check(row(ORDERS, 2000), 2000, "{\"facet\":\"" + ORDERS + "\",\"n\":" + count + "}");
        assertThat(report.gate().outcome()).isEqualTo(CheckOutcome.TELEMETRY_INCOMPLETE);
    }

    private static void assertIncomplete(ServiceLevelReport report, String why) {
        assertThat(report.source().incomplete())
                .extracting(Message::english)
                .anyMatch(said -> said.equals(why) || said.startsWith(why));
        assertThat(report.gate().outcome()).isEqualTo(CheckOutcome.TELEMETRY_INCOMPLETE);
        assertThat(report.gate().passed()).isFalse();
    }

    private static String row(String name, long requests) {
        return "{\"facet\":\"" + name + "\",\"n\":" + requests + ",\"n1\":" + requests / 2
                + ",\"e\":0,\"e1\":0,\"s0\":0,\"f0\":0,\"x0\":0,\"p\":{\"50\":0.1,\"90\":0.2,\"95\":0.3,\"99\":2},\"m\":4.5}";
    }

    private static String metric(String name, long requests) {
        return "{\"facet\":\"" + name + "\",\"n\":" + requests + "}";
    }

    private static String both() {
        return metric(ORDERS, 2000) + "," + metric(STOCK, 1000);
    }

    private static ServiceLevelReport check(String rows, long total, String metrics) throws Exception {
        String account = "{\"r0\":{\"results\":[" + rows + "]},\"r1\":{\"results\":[{\"n\":" + total
                + ",\"u\":0,\"k\":9,\"a\":1795000000000,\"z\":1795334300000}]},\"r2\":{\"results\":[" + metrics
                + "]},\"r3\":{\"results\":[]}}";
        try (CannedNerdGraph server = CannedNerdGraph.withRows(account)) {
            return new ServiceLevelCheck(
                            DefaultStandard.get(), Product.NOT_CONFIGURED, Clock.fixed(UNTIL, ZoneOffset.UTC))
                    .run(
                            new NewRelicTelemetry(
                                    server.client(), ServiceReference.named("orders", OptionalLong.empty())),
                            new CheckOptions(
                                    new Service("orders", null),
                                    Window.endingAt(UNTIL, Duration.ofDays(7)),
                                    Enforcement.ENFORCE,
                                    OnNoData.WARN),
                            ProgressListener.NONE);
        }
    }
}
