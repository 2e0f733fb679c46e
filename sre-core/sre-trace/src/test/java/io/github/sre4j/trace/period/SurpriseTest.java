package io.github.sre4j.trace.period;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SurpriseTest {

    @Test
    void weighs_a_broken_rule_above_drift() {
        double brokenRule = Surprise.ofShare(0, 30, 1, 4);
        double drift = Surprise.ofShare(0.5, 30, 0.9, 30);

        assertThat(brokenRule).isGreaterThan(3).isGreaterThan(drift);
        assertThat(drift).isLessThan(2.3);
    }

    @Test
    void grows_with_requests() {
        double before = 0;
        for (int requests = 2; requests < 300; requests *= 2) {
            double surprise = Surprise.ofShare(0, 100, 0.5, requests);
            assertThat(surprise).isGreaterThanOrEqualTo(before);
            before = surprise;
        }
    }

    @Test
    void treats_more_and_less_alike() {
        assertThat(Surprise.ofShare(1, 40, 0.2, 10))
                .isCloseTo(Surprise.ofShare(0, 40, 0.8, 10), org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void is_zero_for_faster_times() {
        assertThat(Surprise.ofTimes(new double[] {1, 1.1, 0.9}, new double[] {0.1, 0.2}))
                .isZero();
    }
}
