package io.github.sre4j.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessorTest {

    private static final Window WINDOW = Window.endingAt(Instant.parse("2026-11-22T00:00:00Z"), Duration.ofDays(7));
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final String GET_A = "WebTransaction/SpringController/a (GET)";

    @Test
    void much_good_traffic_is_met() {
        EndpointResult result = only(Measured.evenly(GET_A, 10_000, 100, 10));
        assertThat(result.verdict()).isEqualTo(Verdict.MET);
        assertThat(result.slis()).extracting(SliResult::reason).containsOnly(VerdictReason.WITHIN);
        assertThat(result.slis().get(0).interval().low()).isBetween(0.98, 0.99);
    }

    @Test
    void too_many_slow_requests_in_both_halves_are_missed() {
        EndpointResult result = only(Measured.evenly(GET_A, 10_000, 1_000, 0));
        assertThat(result.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(result.slis(Verdict.MISSED)).hasSize(1);
        assertThat(result.slis(Verdict.MISSED).get(0).timesAllowed()).isEqualTo(2.0);
    }

    @Test
    void the_same_in_one_half_only_is_an_incident_with_its_hour() {
        EndpointResult result = only(
                Measured.endpoint(GET_A, new Counts(5_000, 50, 0), new Counts(5_000, 950, 0), Duration.ofSeconds(9)));
        SliResult latency = result.slis().get(0);
        assertThat(latency.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(latency.reason()).isEqualTo(VerdictReason.INCIDENT);
        assertThat(latency.hourWithMostBad().orElseThrow().start()).isEqualTo(Instant.parse("2026-11-20T09:00:00Z"));
    }

    @Test
    void a_half_without_traffic_does_not_excuse_a_miss() {
        assertThat(only(Measured.endpoint(GET_A, Counts.NONE, new Counts(5_000, 950, 0), Duration.ZERO))
                        .verdict())
                .isEqualTo(Verdict.MISSED);
    }

    @Test
    void little_traffic_is_undecided_with_how_much_more_would_settle_it() {
        SliResult errors = only(Measured.evenly(GET_A, 100, 0, 0)).slis().get(1);
        assertThat(errors.verdict()).isEqualTo(Verdict.UNDECIDED);
        // 299 flawless requests show 99 % at 95 % confidence.
        assertThat(errors.furtherGood()).hasValue(199);
    }

    @Test
    void no_events_are_no_data() {
        EndpointResult result = only(Measured.evenly(GET_A, 0, 0, 0));
        assertThat(result.verdict()).isEqualTo(Verdict.NO_DATA);
        assertThat(result.slis().get(0).interval()).isEqualTo(Interval.UNKNOWN);
    }

    @Test
    void one_bad_endpoint_among_many_needs_more_evidence_than_one_alone() {
        EndpointMeasurement suspicious = Measured.evenly(GET_A, 1_000, 71, 0);
        assertThat(only(suspicious).verdict()).isEqualTo(Verdict.MISSED);
        List<EndpointMeasurement> many = new java.util.ArrayList<>(List.of(suspicious));
        for (int i = 0; i < 299; i++) {
            many.add(Measured.evenly("WebTransaction/SpringController/e" + i + " (GET)", 1_000, 50, 10));
        }
        EndpointResult among = assess(List.of(), many).endpoints().stream()
                .filter(r -> r.endpoint().label().equals("GET /a"))
                .findFirst()
                .orElseThrow();
        assertThat(among.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void names_that_are_no_requests_are_set_aside_with_the_reason() {
        Assessment assessment = assess(
                List.of(),
                List.of(
                        Measured.evenly(GET_A, 10_000, 0, 0),
                        Measured.evenly("WebTransaction/NormalizedUri/404/*", 50_000, 50_000, 50_000)));
        assertThat(assessment.endpoints()).hasSize(1);
        assertThat(assessment.setAside()).singleElement().satisfies(aside -> {
            assertThat(aside.notARequest().orElseThrow().id()).isEqualTo("unmatched");
            assertThat(aside.requests()).isEqualTo(50_000);
        });
    }

    @Test
    void endpoints_with_one_label_keep_their_stored_names() {
        Assessment assessment = assess(
                List.of(),
                List.of(
                        Measured.evenly(GET_A, 10, 0, 0),
                        Measured.evenly("WebTransaction/RestWebService/a (GET)", 10, 0, 0)));
        assertThat(assessment.endpoints())
                .extracting(r -> r.endpoint().label())
                .containsExactlyInAnyOrder(GET_A, "WebTransaction/RestWebService/a (GET)");
    }

    @Test
    void missed_endpoints_come_first_with_most_excess_time_first() {
        Assessment assessment = assess(
                List.of(),
                List.of(
                        Measured.evenly("WebTransaction/Uri/met", 10_000, 0, 0),
                        Measured.evenly("WebTransaction/Uri/little", 10_000, 1_000, 0),
                        Measured.evenly("WebTransaction/Uri/much", 10_000, 3_000, 0)));
        assertThat(assessment.endpoints())
                .extracting(r -> r.endpoint().label())
                .containsExactly("/much", "/little", "/met");
        assertThat(assessment.goal().remaining()).isEqualTo(2);
        assertThat(assessment.goal().shareOfFirst(1)).isEqualTo(0.75);
    }

    @Test
    void a_waiver_holds_to_the_end_of_its_last_day_and_is_gone_the_day_after() {
        EndpointMeasurement slow = Measured.evenly(GET_A, 10_000, 1_000, 0);
        assertThat(assess(List.of(waiver(GET_A, null, "2026-11-22")), List.of(slow))
                        .endpoints()
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.WAIVED);
        Assessment expired = assess(List.of(waiver(GET_A, null, "2026-11-21")), List.of(slow));
        assertThat(expired.endpoints().get(0).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(expired.waivers().get(0).expired()).isTrue();
    }

    @Test
    void a_waiver_of_one_sli_leaves_the_other_judged() {
        EndpointMeasurement both = Measured.evenly(GET_A, 10_000, 1_000, 1_000);
        EndpointResult result = assess(List.of(waiver(GET_A, SliKind.LATENCY, "2026-12-01")), List.of(both))
                .endpoints()
                .get(0);
        assertThat(result.slis()).extracting(SliResult::verdict).containsExactly(Verdict.WAIVED, Verdict.MISSED);
        assertThat(result.verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void a_waiver_that_matches_nothing_is_named() {
        Assessment assessment = assess(
                List.of(waiver("WebTransaction/gone", null, "2026-12-01")), List.of(Measured.evenly(GET_A, 10, 0, 0)));
        assertThat(assessment.waivers().get(0).endpoints()).isZero();
    }

    private static Waiver waiver(String endpoint, SliKind kind, String until) {
        return new Waiver(new EndpointPattern(endpoint), kind, "reason", "owner", LocalDate.parse(until));
    }

    private static EndpointResult only(EndpointMeasurement measurement) {
        return assess(List.of(), List.of(measurement)).endpoints().get(0);
    }

    private static Assessment assess(List<Waiver> waivers, List<EndpointMeasurement> measurements) {
        return new Assessor(DefaultStandard.get(), waivers, TODAY).assess(WINDOW, measurements);
    }
}
