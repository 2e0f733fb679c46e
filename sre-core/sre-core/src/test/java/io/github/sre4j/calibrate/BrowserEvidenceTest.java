package io.github.sre4j.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.calibrate.BrowserEvidence.Kind;
import io.github.sre4j.telemetry.Visit;
import io.github.sre4j.telemetry.Visits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class BrowserEvidenceTest {

    @Test
    void without_page_views_sessions_or_visits_it_says_which_of_these_is_missing() {
        assertThat(BrowserEvidence.of(Visits.NONE).kind()).isEqualTo(Kind.NO_PAGE_VIEWS);
        assertThat(BrowserEvidence.of(new Visits(List.of(), 5_000, 5_000, false))
                        .kind())
                .isEqualTo(Kind.NO_SESSIONS);
        assertThat(BrowserEvidence.of(visits(new Random(1), 199, seconds -> 0.3))
                        .kind())
                .isEqualTo(Kind.TOO_FEW_VISITS);
    }

    @Test
    void where_more_people_leave_after_a_slow_page_the_time_at_which_leaving_begins_to_rise_is_named() {
        BrowserEvidence evidence =
                BrowserEvidence.of(visits(new Random(2), 20_000, seconds -> seconds > 2 ? 0.45 : 0.25));
        assertThat(evidence.kind()).isEqualTo(Kind.LEAVE_SOONER);
        assertThat(evidence.threshold()).isEqualTo(Duration.ofSeconds(2));
        assertThat(evidence.slower().rate()).isGreaterThan(evidence.faster().rate());
        assertThat(evidence.buckets()).hasSize(8);
        assertThat(evidence.buckets().stream().mapToLong(BounceBucket::visits).sum())
                .isEqualTo(20_000);
        assertThat(evidence.buckets())
                .allSatisfy(bucket -> assertThat(bucket.rate())
                        .isBetween(bucket.interval().low(), bucket.interval().high()));
    }

    @Test
    void people_who_leave_less_often_after_a_slow_page_are_no_evidence() {
        assertThat(BrowserEvidence.of(visits(new Random(3), 20_000, seconds -> seconds > 2 ? 0.2 : 0.4))
                        .kind())
                .isEqualTo(Kind.NO_DIFFERENCE);
    }

    /** Where load time has nothing to do with leaving, evidence is claimed for at most one application in twenty. */
    @Test
    void chance_is_taken_for_evidence_at_most_once_in_twenty() {
        Random random = new Random(4);
        int claimed = 0;
        int rounds = 1_000;
        for (int round = 0; round < rounds; round++) {
            claimed += BrowserEvidence.of(visits(random, 600, seconds -> 0.3)).kind() == Kind.LEAVE_SOONER ? 1 : 0;
        }
        assertThat((double) claimed / rounds).isLessThanOrEqualTo(0.05);
    }

    private static Visits visits(Random random, int count, DoubleUnaryOperator bounce) {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double seconds = 1.2 * Math.exp(0.8 * random.nextGaussian());
            boolean bounces = random.nextDouble() < bounce.applyAsDouble(seconds);
            visits.add(new Visit(Duration.ofMillis(Math.round(seconds * 1_000)), bounces ? 1 : 2 + random.nextInt(5)));
        }
        return new Visits(visits, 3L * count, 0, false);
    }
}
