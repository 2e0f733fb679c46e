package io.github.sre4j.assess.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClopperPearsonTest {

    @Test
    void intervals_agree_with_commons_statistics_over_a_grid_with_none_all_and_extreme_alpha() {
        for (int n : new int[] {1, 2, 3, 10, 99, 1_000, 20_000, 1_000_000, 2_000_000_000}) {
            for (double share : new double[] {0, 1e-6, 0.001, 0.05, 0.5, 0.9, 1}) {
                int bad = (int) Math.round(n * share);
                for (double alpha : new double[] {0.5, 0.05, 0.01, 1e-6, 1e-12}) {
                    double confidence = 1 - alpha;
                    Interval oracle = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(n, bad, 1 - confidence);
                    ConfidenceBounds bounds = ClopperPearson.interval(n, bad, confidence);
                    assertThat(bounds.low())
                            .as("low of %d in %d at %s", bad, n, alpha)
                            .isCloseTo(oracle.getLowerBound(), digitsOf(oracle.getLowerBound()));
                    assertThat(bounds.high())
                            .as("high of %d in %d at %s", bad, n, alpha)
                            .isCloseTo(oracle.getUpperBound(), digitsOf(oracle.getUpperBound()));
                }
            }
        }
    }

    /** The library finds its quantiles to about 10^-16 absolutely, which is few digits of a share of a billionth. */
    private static Offset<Double> digitsOf(double share) {
        return within(1e-9 * share + 1e-16);
    }

    @Test
    void bounds_of_none_and_all_bad_have_closed_forms() {
        for (long n : new long[] {1, 59, 2_995, 1_000_000_000L, 1_000_000_000_000L}) {
            for (double confidence : new double[] {0.5, 0.95, 1 - 1e-12}) {
                double none = ClopperPearson.upperBound(n, 0, confidence);
                assertThat(n * Math.log1p(-none)).isCloseTo(Math.log(1 - confidence), withinPercentage(1e-10));
                double all = ClopperPearson.lowerBound(n, n, confidence);
                assertThat(1 - all).isCloseTo(none, within(1e-15));
            }
        }
    }

    @Test
    void bounds_of_a_trillion_events_agree_with_the_beta_quantile_of_commons_statistics() {
        long n = 1_000_000_000_000L;
        for (long bad : new long[] {1, 7, 1_000, 1_000_000, 50_000_000_000L, n / 2, n - 1}) {
            for (double confidence : new double[] {0.95, 0.99, 1 - 1e-12}) {
                double high = BetaDistribution.of(bad + 1.0, n - bad).inverseSurvivalProbability(1 - confidence);
                double low = BetaDistribution.of(bad, n - bad + 1.0).inverseCumulativeProbability(1 - confidence);
                assertThat(ClopperPearson.upperBound(n, bad, confidence)).isCloseTo(high, withinPercentage(1e-6));
                assertThat(ClopperPearson.lowerBound(n, bad, confidence)).isCloseTo(low, withinPercentage(1e-6));
            }
        }
    }

    @ParameterizedTest(name = "{0} events, none bad, prove at most {1}: {2}")
    @CsvSource({
        "58, 0.05, false",
        "59, 0.05, true",
        "298, 0.01, false",
        "299, 0.01, true",
        "2994, 0.001, false",
        "2995, 0.001, true",
        "29955, 0.0001, false",
        "29956, 0.0001, true",
        "299571, 0.00001, false",
        "299572, 0.00001, true"
    })
    void a_target_needs_a_known_number_of_flawless_events(long n, double allowed, boolean proven) {
        assertThat(ClopperPearson.upperBound(n, 0, 0.95) <= allowed).isEqualTo(proven);
        assertThat(ClopperPearson.provesAtMost(n, 0, allowed, 0.95)).isEqualTo(proven);
    }

    @Test
    void one_bad_event_of_999_in_1000_gives_the_interval_of_the_textbooks() {
        ConfidenceBounds bounds = ClopperPearson.interval(1_000, 1, 0.95);
        assertThat(1 - bounds.high()).isCloseTo(0.99444, within(5e-6));
        assertThat(1 - bounds.low()).isCloseTo(0.99997, within(5e-6));
    }

    @Test
    void the_interval_contains_the_observed_share_and_grows_with_the_confidence() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            long n = (long) Math.pow(10, 12 * random.nextDouble());
            long bad = (long) (n * Math.pow(random.nextDouble(), 4));
            double share = (double) bad / n;
            ConfidenceBounds likely = ClopperPearson.interval(n, bad, 0.9);
            ConfidenceBounds sure = ClopperPearson.interval(n, bad, 0.99);
            assertThat(share).as("%d of %d", bad, n).isBetween(likely.low(), likely.high());
            assertThat(sure.low()).isLessThanOrEqualTo(likely.low());
            assertThat(sure.high()).isGreaterThanOrEqualTo(likely.high());
            assertThat(sure.high()).isBetween(sure.low(), 1.0);
        }
    }

    @Test
    void the_upper_bound_rises_with_bad_events_and_falls_with_good_ones() {
        for (long n : new long[] {30, 500, 20_000, 3_000_000}) {
            double last = 0;
            for (long bad = 0; bad <= Math.min(n, 450); bad++) {
                double bound = ClopperPearson.upperBound(n, bad, 0.95);
                assertThat(bound).isGreaterThan(last);
                if (bad < n) {
                    assertThat(ClopperPearson.upperBound(n + 1, bad, 0.95)).isLessThan(bound);
                }
                last = bound;
            }
        }
    }

    @Test
    void the_test_rejects_exactly_where_the_lower_bound_is_above_what_is_allowed() {
        Random random = new Random(7);
        int rejected = 0;
        for (int i = 0; i < 5_000; i++) {
            long n = 1 + (long) Math.pow(10, 7 * random.nextDouble());
            double allowed = Math.pow(10, -4 * random.nextDouble());
            double deviation = Math.sqrt(n * allowed * (1 - allowed));
            long bad = Math.max(0, Math.min(n, Math.round(n * allowed + random.nextGaussian() * 3 * deviation)));
            double alpha = i % 2 == 0 ? 0.01 : 0.05;
            double p = ExactBinomial.pValue(n, bad, allowed);
            assertThat(p <= 1 - (1 - alpha))
                    .as("%d of %d against %s: p=%s", bad, n, allowed, p)
                    .isEqualTo(ClopperPearson.lowerBound(n, bad, 1 - alpha) >= allowed);
            assertThat(ClopperPearson.provesAtMost(n, bad, allowed, 1 - alpha))
                    .isEqualTo(ClopperPearson.upperBound(n, bad, 1 - alpha) <= allowed);
            rejected += p <= alpha ? 1 : 0;
        }
        assertThat(rejected).isBetween(500, 4_500);
    }

    @Test
    void edges_have_the_answers_one_expects() {
        assertThat(ClopperPearson.interval(0, 0, 0.95)).isEqualTo(new ConfidenceBounds(0, 1));
        assertThat(ClopperPearson.upperBound(0, 0, 0.95)).isEqualTo(1);
        assertThat(ClopperPearson.lowerBound(0, 0, 0.95)).isZero();
        assertThat(ClopperPearson.upperBound(7, 7, 0.95)).isEqualTo(1);
        assertThat(ClopperPearson.lowerBound(7, 0, 0.95)).isZero();
        assertThat(ClopperPearson.lowerBound(1, 1, 0.95)).isCloseTo(0.05, withinPercentage(1e-10));
        assertThat(ClopperPearson.upperBound(1, 0, 0.95)).isCloseTo(0.95, withinPercentage(1e-10));
        assertThat(ClopperPearson.provesAtMost(0, 0, 0.5, 0.95)).isFalse();
        assertThat(ClopperPearson.provesAtMost(5, 5, 1, 0.95)).isTrue();
        assertThat(ClopperPearson.provesAtMost(1_000_000, 0, 0, 0.95)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 95, Double.NaN})
    void a_confidence_that_is_none_is_refused(double confidence) {
        assertThatThrownBy(() -> ClopperPearson.upperBound(10, 1, confidence))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("confidence");
    }
}
