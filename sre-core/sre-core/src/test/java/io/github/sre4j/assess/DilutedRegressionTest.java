package io.github.sre4j.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.assess.course.BadPeriod;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Endpoints within their limit over the whole window, because they were good before they became bad. */
class DilutedRegressionTest {

    private static final String NAME = "WebTransaction/SpringController/a (GET)";
    private static final Counts GOOD = new Counts(200, 0, 0);

    @Test
    void misses_what_has_been_bad_since_yesterday_in_a_good_week() {
        // 12 hours at 6 %: 0.4 % of the week, allowed 1 %.
        SliResult errors = errors(Measured.week(NAME, GOOD, 156, 168, new Counts(200, 0, 12)));
        assertThat(errors.tally().badRatio()).isLessThan(0.01);
        assertThat(errors.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(errors.reason()).isEqualTo(VerdictReason.REGRESSION);
        BadPeriod period = errors.timeCourse().orElseThrow().badPeriod().orElseThrow();
        assertThat(period.from()).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
        assertThat(period.inside().badRatio()).isEqualTo(0.06);
    }

    @Test
    void leaves_incident_of_the_latest_hours_alone() {
        assertThat(errors(Measured.week(NAME, GOOD, 163, 168, new Counts(200, 0, 60)))
                        .verdict())
                .isNotEqualTo(Verdict.MISSED);
    }

    @Test
    void leaves_what_is_over_alone() {
        assertThat(errors(Measured.week(NAME, GOOD, 140, 156, new Counts(200, 0, 12)))
                        .verdict())
                .isNotEqualTo(Verdict.MISSED);
    }

    @Test
    void leaves_a_good_week_met() {
        assertThat(errors(Measured.week(NAME, GOOD, 0, 168, new Counts(200, 0, 1)))
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    private static SliResult errors(EndpointMeasurement measurement) {
        return new Assessor(DefaultStandard.get(), List.of(), LocalDate.parse("2026-11-22"))
                .assess(Measured.WEEK, List.of(measurement)).endpoints().get(0).slis().stream()
                        .filter(each -> each.sli().kind() == SliKind.ERRORS)
                        .findFirst()
                        .orElseThrow();
    }
}
