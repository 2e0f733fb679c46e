package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sre4j.assess.Assessor;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.newrelic.nerdgraph.CannedNerdGraph;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What New Relic does not say, or says in its odd ways, is never taken for a met standard. */
class UnknownIsNeverOkTest {

    private static final Window WINDOW = Window.endingAt(Instant.parse("2026-11-22T09:00:00Z"), Duration.ofDays(7));
    private static final String NAME = "WebTransaction/SpringController/orders (GET)";
    private static final String TOTALS = "{\"n\":2000,\"u\":0,\"a\":1795000000000,\"z\":1795334300000}";
    private static final String GOOD =
            "\"n\":2000,\"n1\":1000.0,\"e\":0,\"e1\":0,\"s0\":3,\"f0\":1,\"x0\":9.5,\"p\":{\"50\":0.1,\"90\":0.2,\"95\":0.3,\"99\":2},\"m\":4.5";

    @Test
    void numbers_are_read_as_they_come() throws Exception {
        Measurements measured = measure(row(GOOD), TOTALS, "[{\"facet\":\"" + NAME + "\",\"n\":14000}]");
        EndpointMeasurement endpoint = measured.endpoints().get(0);
        assertThat(endpoint.whole().requests()).isEqualTo(2_000);
        assertThat(endpoint.whole().slow()).isEqualTo(3);
        assertThat(endpoint.firstHalf().requests()).isEqualTo(1_000);
        assertThat(endpoint.excess()).isEqualTo(Duration.ofMillis(6_500));
    }

    @Test
    void a_sample_is_said_and_true_counts_are_kept_apart_from_sample_sizes() throws Exception {
        Measurements measured = measure(row(GOOD), TOTALS, "[{\"facet\":\"" + NAME + "\",\"n\":14000}]");
        assertThat(measured.source().sampling()).isEqualTo(new Sampling.Sampled(1.0 / 7));
        assertThat(measured.endpoints().get(0).traffic()).isEqualTo(14_000);
        assertThat(measured.endpoints().get(0).whole().requests()).isEqualTo(2_000);
    }

    @Test
    void an_endpoint_all_of_whose_requests_were_dropped_is_said() throws Exception {
        Measurements measured = measure(
                row(GOOD),
                TOTALS,
                "[{\"facet\":\"" + NAME
                        + "\",\"n\":14000},{\"facet\":\"WebTransaction/SpringController/rare (GET)\",\"n\":12}]");
        assertThat(measured.source().notes())
                .extracting(Message::english)
                .contains(
                        "1 endpoint (12 requests) without recorded events, not evaluated: WebTransaction/SpringController/rare (GET)");
    }

    @Test
    void without_metrics_the_verdict_stands_and_sampling_is_unknown() throws Exception {
        Measurements measured = measure(row(GOOD), TOTALS, "null");
        assertThat(measured.source().sampling()).isInstanceOf(Sampling.Unknown.class);
        assertThat(measured.source().notes())
                .extracting(Message::english)
                .anyMatch(note -> note.startsWith(
                        "total number of requests unknown, so the sampling rate of the events is unknown: "));
        assertThat(verdict(measured)).isEqualTo(Verdict.MET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "n1", "e", "e1", "s0", "f0", "x0"})
    void a_number_that_is_missing_null_or_text_is_no_zero(String alias) {
        for (String value : new String[] {"null", "\"5\"", "[]", "{}", "true"}) {
            TelemetryException e =
                    failure(row(GOOD.replaceAll("\"" + alias + "\":[0-9.]+", "\"" + alias + "\":" + value)));
            assertThat(e.kind()).isEqualTo(TelemetryException.Kind.INCOMPLETE);
            assertThat(e).hasMessage("the response of New Relic has no number '" + alias + "'; retry later");
        }
        assertThat(failure(row(GOOD.replaceAll("\"" + alias + "\":[0-9.]+,", ""))))
                .hasMessageContaining("has no number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"n\":2", "\"n1\":3000", "\"e\":2500", "\"s0\":-1", "\"f0\":4"})
    void numbers_that_cannot_all_be_true_are_no_measurement(String changed) {
        String alias = changed.substring(0, changed.indexOf(':'));
        assertThat(failure(row(GOOD.replaceAll(alias + ":[0-9.]+", changed))))
                .hasMessageStartingWith("the numbers of New Relic for '" + NAME + "' are inconsistent (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"50\":null}", "0.0"})
    void percentiles_that_are_not_there_are_left_out(String percentiles) throws Exception {
        Measurements measured = measure(row(GOOD.replaceAll("\"p\":\\{[^}]*}", "\"p\":" + percentiles)), TOTALS, "[]");
        assertThat(measured.endpoints().get(0).latencySummary()).isEmpty();
        assertThat(measured.endpoints().get(0).whole().slow()).isEqualTo(3);
    }

    @Test
    void an_endpoint_without_requests_has_no_data_although_its_percentiles_are_0() throws Exception {
        Measurements measured = measure(
                row(
                        "\"n\":0,\"n1\":0,\"e\":0,\"e1\":0,\"s0\":0,\"f0\":0,\"x0\":0,\"p\":{\"50\":0.0,\"90\":0.0,\"95\":0.0,\"99\":0.0},\"m\":null"),
                TOTALS.replace("2000", "0"),
                "[]");
        assertThat(measured.endpoints().get(0).latencySummary()).isEmpty();
        assertThat(verdict(measured)).isEqualTo(Verdict.NO_DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"  \"", "[null]"})
    void requests_without_a_name_are_counted_as_unusable(String facet) throws Exception {
        Measurements measured = measure("[{\"facet\":" + facet + "," + GOOD + "}]", TOTALS, "[]");
        assertThat(measured.endpoints()).isEmpty();
        assertThat(measured.requests()).isZero();
        assertThat(measured.source().rejections().total()).isEqualTo(2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"404", "true", "[\"404\"]"})
    void names_that_are_numbers_truth_values_or_alone_in_a_list_are_names(String facet) throws Exception {
        Measurements measured = measure("[{\"facet\":" + facet + "," + GOOD + "}]", TOTALS, "[]");
        assertThat(measured.endpoints()).hasSize(1);
    }

    @Test
    void no_rows_at_all_are_no_requests() throws Exception {
        Measurements measured = measure("[]", TOTALS.replace("2000", "0"), "[]");
        assertThat(measured.endpoints()).isEmpty();
        assertThat(measured.requests()).isZero();
    }

    @Test
    void rows_that_are_null_are_not_no_rows() {
        assertThat(failure("null"))
                .hasMessage("New Relic returned an error: a query returned neither rows nor an error");
    }

    @Test
    void events_that_never_say_whether_they_failed_are_not_praised_for_it() throws Exception {
        assertThat(measure(row(GOOD), TOTALS.replace("\"u\":0", "\"u\":0,\"k\":0"), "[]")
                        .source()
                        .notes())
                .extracting(Message::english)
                .contains("no event has the attribute 'error'; all requests are counted as successful");
        assertThat(measure(row(GOOD), TOTALS.replace("\"u\":0", "\"u\":0,\"k\":9"), "[]")
                        .source()
                        .notes())
                .noneMatch(note -> note.english().contains("whether the request failed"));
    }

    private static Verdict verdict(Measurements measured) {
        return new Assessor(DefaultStandard.get(), java.util.List.of(), LocalDate.parse("2026-11-22"))
                .assess(WINDOW, measured.endpoints())
                .endpoints()
                .get(0)
                .verdict();
    }

    private static String row(String numbers) {
        return "[{\"facet\":\"" + NAME + "\",\"name\":\"" + NAME + "\"," + numbers + "}]";
    }

    private static TelemetryException failure(String rows) {
        return catchThrowableOfType(TelemetryException.class, () -> measure(rows, TOTALS, "[]"));
    }

    private static Measurements measure(String rows, String totals, String traffic) throws Exception {
        String account = "{\"r0\":{\"results\":" + rows + "},\"r1\":{\"results\":[" + totals + "]},\"r2\":{\"results\":"
                + traffic + "},\"r3\":{\"results\":[]}}";
        try (CannedNerdGraph server = CannedNerdGraph.withRows(account)) {
            return new NewRelicTelemetry(server.client(), ServiceReference.named("orders", OptionalLong.empty()))
                    .measure(DefaultStandard.get().plan(WINDOW), ProgressListener.NONE);
        }
    }
}
