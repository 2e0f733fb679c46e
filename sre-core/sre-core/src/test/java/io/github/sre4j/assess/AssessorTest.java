package io.github.sre4j.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.assess.course.BadPeriod;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
    void tells_incident_of_three_hours_with_its_hours() {
        SliResult errors = errors(Measured.week(GET_A, new Counts(60, 0, 0), 130, 133, new Counts(60, 0, 60)));
        assertThat(errors.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(errors.reason()).isEqualTo(VerdictReason.INCIDENT);
        BadPeriod period = errors.timeCourse().orElseThrow().badPeriod().orElseThrow();
        assertThat(period.from()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(period.hours()).isEqualTo(3);
        assertThat(period.shareOfBad()).isEqualTo(1);
    }

    @Test
    void misses_regression_that_lasts_until_now() {
        SliResult errors = errors(Measured.week(GET_A, new Counts(40, 0, 0), 120, 168, new Counts(40, 0, 10)));
        assertThat(errors.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(errors.reason()).isEqualTo(VerdictReason.REGRESSION);
        BadPeriod period = errors.timeCourse().orElseThrow().badPeriod().orElseThrow();
        assertThat(period.from()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(period.inside().badRatio()).isEqualTo(0.25);
        assertThat(period.before().bad()).isZero();
    }

    @Test
    void excuses_endpoint_that_has_recovered_for_a_day() {
        SliResult errors = errors(Measured.week(GET_A, new Counts(40, 0, 0), 60, 130, new Counts(40, 0, 10)));
        assertThat(errors.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(errors.reason()).isEqualTo(VerdictReason.RECOVERED);
        BadPeriod period = errors.timeCourse().orElseThrow().badPeriod().orElseThrow();
        assertThat(period.to()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(period.after().bad()).isZero();
    }

    @Test
    void quiet_night_does_not_excuse_bad_days() {
        List<HourCounts> hours = new ArrayList<>();
        Counts first = Counts.NONE;
        Counts second = Counts.NONE;
        for (int hour = 0; hour < 7 * 24; hour++) {
            boolean busy = hour % 24 >= 8 && hour % 24 < 14;
            Counts counts = new Counts(100, 0, busy && hour >= 96 ? 60 : 0);
            hours.add(new HourCounts(WINDOW.from().plus(Duration.ofHours(hour)), counts));
            first = hour < 84 ? first.plus(counts) : first;
            second = hour < 84 ? second : second.plus(counts);
        }
        SliResult errors = errors(new EndpointMeasurement(
                new EndpointName(GET_A), first.plus(second), first, second, hours, Duration.ZERO, 16_800, null));
        assertThat(errors.reason()).isEqualTo(VerdictReason.REGRESSION);
        assertThat(errors.verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void regression_of_one_endpoint_leaves_the_others_as_they_were() {
        Assessment assessment = assess(
                List.of(),
                List.of(
                        Measured.week(GET_A, new Counts(40, 0, 0), 120, 168, new Counts(40, 0, 10)),
                        Measured.evenly("WebTransaction/Uri/ok", 1_500, 0, 0)));
        assertThat(assessment.endpoints())
                .extracting(EndpointResult::verdict)
                .containsExactly(Verdict.MISSED, Verdict.MET);
    }

    @Test
    void incident_of_one_endpoint_leaves_the_others_as_they_were() {
        Assessment assessment = assess(
                List.of(),
                List.of(
                        Measured.week(GET_A, new Counts(60, 0, 0), 130, 133, new Counts(600, 0, 600)),
                        Measured.evenly("WebTransaction/Uri/ok", 40_000, 40, 10),
                        Measured.evenly("WebTransaction/Uri/slow", 5_300, 530, 0)));
        assertThat(assessment.endpoints())
                .extracting(EndpointResult::verdict)
                .containsExactly(Verdict.MISSED, Verdict.UNDECIDED, Verdict.MET);
    }

    @Test
    void one_half_without_hours_cannot_be_told_from_an_incident() {
        SliResult errors = errors(new EndpointMeasurement(
                new EndpointName(GET_A),
                new Counts(10_000, 0, 900),
                new Counts(5_000, 0, 0),
                new Counts(5_000, 0, 900),
                List.of(),
                Duration.ZERO,
                10_000,
                null));
        assertThat(errors.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(errors.reason()).isEqualTo(VerdictReason.INCIDENT);
        assertThat(errors.timeCourse().orElseThrow().badPeriod()).isEmpty();
    }

    @Test
    void names_verdict_above_limit_that_is_not_significant() {
        SliResult errors = errors(Measured.evenly(GET_A, 100, 0, 3));
        assertThat(errors.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(errors.reason()).isEqualTo(VerdictReason.ABOVE_LIMIT);
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
        // 299 flawless requests show 99% at 95% confidence.
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
        EndpointMeasurement suspicious = Measured.evenly(GET_A, 1_000, 79, 0);
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

    private static SliResult errors(EndpointMeasurement measurement) {
        return only(measurement).slis().get(1);
    }

    private static EndpointResult only(EndpointMeasurement measurement) {
        return assess(List.of(), List.of(measurement)).endpoints().get(0);
    }

    private static Assessment assess(List<Waiver> waivers, List<EndpointMeasurement> measurements) {
        return new Assessor(DefaultStandard.get(), waivers, TODAY).assess(WINDOW, measurements);
    }
}
