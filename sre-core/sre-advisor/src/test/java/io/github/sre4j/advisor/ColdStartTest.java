package io.github.sre4j.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.report.CandidateSentences;
import io.github.sre4j.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdStartTest {

    @TempDir
    private Path folder;

    @Test
    void says_which_share_of_the_excess_fell_into_the_first_seconds_after_a_start() throws Exception {
        // 20 × 8 s after the start, 100 × 0.5 s later: 160 of 210 s.
        CandidatePlan plan = Warm.plan(folder, 20, 10);
        Candidate first = plan.candidates().get(0);
        assertThat(first.cause().kind()).isEqualTo(CauseKind.COLD_START);
        List<String> facts = new CandidateSentences(
                        Texts.in(Locale.ENGLISH), UnaryOperator.identity(), UnaryOperator.identity())
                .facts(first);
        assertThat(facts.get(0).replace("\u00a0", " ").replace(" %", "%"))
                .contains(
                        "76% of the excess wait (20 of 120 slow requests) fell into the first 20 s after a start (2026-11-22")
                .contains("known by an event of the initialization");
        assertThat(first.impact().secondsPerDay() * plan.windowDays()).isCloseTo(160, within(1.0));
    }

    @Test
    void leaves_requests_after_a_start_out_of_all_other_causes() throws Exception {
        Candidate query = Warm.plan(folder, 20, 10).candidates().stream()
                .filter(each -> each.cause().kind() == CauseKind.SLOW_QUERY)
                .findFirst()
                .orElseThrow();
        double days = Warm.assessment(folder, 20, 10).observed().days();
        assertThat(query.impact().secondsPerDay() * days).isCloseTo(50, within(1.0));
    }

    @Test
    void finds_no_start_where_slow_requests_are_spread() throws Exception {
        assertThat(Warm.plan(folder, 0, 10).candidates())
                .extracting(each -> each.cause().kind())
                .isNotEmpty()
                .doesNotContain(CauseKind.COLD_START);
    }
}
