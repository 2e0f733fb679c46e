package io.github.sre4j.assess.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialStatisticsTest {

    private static final double ORACLE_PERCENT = 1e-8;

    @Test
    void tails_agree_with_arbitrary_precision_arithmetic() {
        Random random = new Random(20261124);
        double worst = 0;
        for (int i = 0; i < 400; i++) {
            int n = 1 + random.nextInt(i % 4 == 0 ? 1500 : 200);
            int k = random.nextInt(n + 1);
            double p = i % 3 == 0 ? random.nextDouble() * 0.01 + 1e-6 : random.nextDouble() * 0.98 + 0.01;
            BigDecimal exact = exactSum(n, k, n, p);
            double actual = BinomialTest.pValue(n, k, p);
            worst = Math.max(worst, relativeError(exact, actual));
            BigDecimal exactLow = exactSum(n, 0, k, p);
            worst = Math.max(worst, relativeError(exactLow, BinomialTail.atMost(n, k, p)));
        }
        assertThat(worst).as("largest relative error over 800 tails").isLessThan(1e-11);
    }

    @Test
    void tails_agree_with_commons_statistics_over_a_grid_that_includes_huge_counts() {
        for (long n : new long[] {1, 2, 10, 1_000, 1_000_000, 1_000_000_000L}) {
            for (double p : new double[] {1e-9, 1e-5, 0.001, 0.05, 0.5, 0.99}) {
                for (double sigmas : new double[] {-6, -2, -0.5, 0, 0.5, 2, 6, 12}) {
                    long k = Math.round(n * p + sigmas * Math.sqrt(n * p * (1 - p)));
                    if (k < 1 || k > n) {
                        continue;
                    }
                    double oracle = BetaDistribution.of(k, n - k + 1.0).cumulativeProbability(p);
                    double actual = BinomialTest.pValue(n, k, p);
                    if (oracle > 1e-290) {
                        double percent = n >= 1_000_000_000L ? 1e-3 : 1e-7;
                        assertThat(actual).as("n=%d k=%d p=%s", n, k, p).isCloseTo(oracle, withinPercentage(percent));
                    }
                }
            }
        }
    }

    @Test
    void a_trillion_fair_coins_have_the_median_that_symmetry_demands() {
        long n = 1_000_000_000_000L;
        // P(X = n/2) = sqrt(2 / (pi n)) (1 - 1/(4n) + …), and by symmetry P(X >= n/2) = (1 + P(X = n/2)) / 2.
        double expected = (1 + Math.sqrt(2 / (Math.PI * n)) * (1 - 0.25 / n)) / 2;
        assertThat(BinomialTest.pValue(n, n / 2, 0.5)).isCloseTo(expected, withinPercentage(1e-7));
    }

    @Test
    void intervals_agree_with_commons_statistics_over_a_grid() {
        for (int n : new int[] {1, 2, 3, 10, 99, 1_000, 20_000, 1_000_000, 2_000_000_000}) {
            for (double share : new double[] {0, 1e-6, 0.001, 0.05, 0.5, 0.9, 1}) {
                int bad = (int) Math.round(n * share);
                for (double alpha : new double[] {0.05, 0.01, 1e-6, 1e-12}) {
                    var oracle = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(n, bad, alpha);
                    double[] actual = ClopperPearson.interval(n, bad, 1 - alpha);
                    // 1 - alpha is rounded to a double: that alone moves the quantile of an extreme alpha a little.
                    double percent = alpha < 1e-9 ? 1e-2 : 1e-6;
                    assertThat(actual[0])
                            .as("low of %d in %d at %s", bad, n, alpha)
                            .isCloseTo(oracle.getLowerBound(), withinPercentage(percent));
                    assertThat(actual[1])
                            .as("high of %d in %d at %s", bad, n, alpha)
                            .isCloseTo(oracle.getUpperBound(), withinPercentage(percent));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} good events prove {1}: {2}")
    @CsvSource({
        "2995, 0.001, true",
        "2994, 0.001, false",
        "29956, 0.0001, true",
        "29955, 0.0001, false",
        "299572, 0.00001, true",
        "299571, 0.00001, false"
    })
    void a_target_needs_a_known_number_of_flawless_requests(long n, double allowed, boolean proven) {
        assertThat(ClopperPearson.upperBound(n, 0, 0.95) <= allowed).isEqualTo(proven);
        assertThat(FurtherGood.needed(0, 0, allowed, 0.95)).hasValue(proven ? n : n + 1);
    }

    @Test
    void bounds_turn_exactly_where_the_test_turns() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            long n = 1 + random.nextInt(50_000);
            long bad = (long) (n * random.nextDouble() * 0.05);
            double upper = ClopperPearson.upperBound(n, bad, 0.95);
            if (upper < 1) {
                assertThat(BinomialTail.atMost(n, bad, upper)).isCloseTo(0.05, within(1e-9));
            }
            double lower = ClopperPearson.interval(n, bad, 0.98)[0];
            if (bad > 0) {
                assertThat(BinomialTest.pValue(n, bad, lower)).isCloseTo(0.01, within(1e-9));
                assertThat(lower).isLessThanOrEqualTo((double) bad / n);
                assertThat(BinomialTest.pValue(n, bad, 0.01) <= 0.01).isEqualTo(lower >= 0.01);
            }
        }
    }

    @Test
    void p_values_fall_as_more_events_are_bad_and_rise_as_more_is_allowed() {
        for (long n : new long[] {5, 300, 20_000}) {
            double last = 1;
            for (long bad = 0; bad <= Math.min(n, 400); bad++) {
                double p = BinomialTest.pValue(n, bad, 0.01);
                assertThat(p).isLessThanOrEqualTo(last).isBetween(0.0, 1.0);
                assertThat(BinomialTest.pValue(n, bad, 0.02)).isGreaterThanOrEqualTo(p);
                last = p;
            }
        }
    }

    @Test
    void edges_have_the_answers_one_expects() {
        assertThat(BinomialTest.pValue(0, 0, 0.05)).isEqualTo(1);
        assertThat(BinomialTest.pValue(10, 0, 0)).isEqualTo(1);
        assertThat(BinomialTest.pValue(10, 1, 0)).isZero();
        assertThat(BinomialTest.pValue(10, 10, 1)).isEqualTo(1);
        assertThat(BinomialTest.pValue(10, 10, 0.5)).isCloseTo(Math.pow(0.5, 10), withinPercentage(ORACLE_PERCENT));
        assertThat(ClopperPearson.interval(0, 0, 0.95)).containsExactly(0, 1);
        assertThat(ClopperPearson.upperBound(7, 7, 0.95)).isEqualTo(1);
        assertThat(FurtherGood.needed(100_000, 0, 0.05, 0.95)).hasValue(0);
        assertThat(FurtherGood.needed(10, 1, 0, 0.95)).isEqualTo(OptionalLong.empty());
        assertThatThrownBy(() -> BinomialTest.pValue(1, 2, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("impossible counts: 2 bad of 1");
    }

    @Test
    void further_good_events_are_exactly_enough() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            long n = random.nextInt(3_000);
            long bad = n == 0 ? 0 : random.nextInt((int) Math.min(n, 40) + 1);
            long more = FurtherGood.needed(n, bad, 0.05, 0.95).orElseThrow();
            assertThat(ClopperPearson.upperBound(n + more, bad, 0.95)).isLessThanOrEqualTo(0.05 + 1e-12);
            if (more > 0) {
                assertThat(ClopperPearson.upperBound(n + more - 1, bad, 0.95)).isGreaterThan(0.05 - 1e-12);
            }
        }
    }

    @Test
    void holm_rejects_step_by_step_and_stops_at_the_first_that_stands() {
        assertThat(Holm.rejected(new double[] {0.01, 0.04, 0.03, 0.005}, 0.05))
                .containsExactly(true, false, false, true);
        assertThat(Holm.rejected(new double[] {0.05, 0.02}, 0.05)).containsExactly(true, true);
        assertThat(Holm.rejected(new double[] {}, 0.05)).isEmpty();
        assertThat(Holm.rejected(new double[] {0.5, 0, 0}, 0.05)).containsExactly(false, true, true);
        assertThatThrownBy(() -> Holm.rejected(new double[] {Double.NaN}, 0.05))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double relativeError(BigDecimal exact, double actual) {
        if (exact.signum() == 0 || exact.doubleValue() < 1e-280) {
            return 0;
        }
        return exact.subtract(new BigDecimal(actual))
                .abs()
                .divide(exact, MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigDecimal exactSum(int n, int from, int to, double p) {
        MathContext precision = new MathContext(60);
        BigDecimal exactP = new BigDecimal(p);
        BigDecimal ratio = exactP.divide(BigDecimal.ONE.subtract(exactP), precision);
        BigDecimal term = BigDecimal.ONE.subtract(exactP).pow(n, precision);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i <= to; i++) {
            if (i >= from) {
                sum = sum.add(term, precision);
            }
            term = term.multiply(BigDecimal.valueOf(n - i), precision)
                    .multiply(ratio, precision)
                    .divide(BigDecimal.valueOf(i + 1), precision);
        }
        return sum;
    }
}
