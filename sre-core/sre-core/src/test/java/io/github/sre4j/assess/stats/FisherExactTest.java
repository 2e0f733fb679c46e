package io.github.sre4j.assess.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FisherExactTest {

    @Test
    void fishers_lady_tasting_tea_is_answered_as_in_the_book() {
        assertThat(FisherExact.worsePValue(4, 1, 4, 3)).isCloseTo(17.0 / 70, withinPercentage(1e-12));
        assertThat(FisherExact.worsePValue(4, 0, 4, 4)).isCloseTo(1.0 / 70, withinPercentage(1e-12));
    }

    @Test
    void tails_agree_with_whole_number_arithmetic() {
        Random random = new Random(31);
        double worst = 0;
        for (int i = 0; i < 300; i++) {
            int baseTotal = 1 + random.nextInt(700);
            int total = 1 + random.nextInt(700);
            int baseBad = (int) (baseTotal * Math.pow(random.nextDouble(), 2));
            int bad = (int) (total * Math.pow(random.nextDouble(), 2));
            double actual = FisherExact.worsePValue(baseTotal, baseBad, total, bad);
            worst = Math.max(worst, ReferenceBinomial.relativeError(exact(baseTotal, baseBad, total, bad), actual));
        }
        assertThat(worst).as("largest relative error").isLessThan(1e-11);
    }

    /** The share of the ways to draw {@code total} out of all events that hold at least {@code bad} bad ones, counted. */
    private static BigDecimal exact(int baseTotal, int baseBad, int total, int bad) {
        int population = baseTotal + total;
        int marked = baseBad + bad;
        BigInteger ways = BigInteger.ZERO;
        for (int k = bad; k <= Math.min(marked, total); k++) {
            ways = ways.add(choose(marked, k).multiply(choose(population - marked, total - k)));
        }
        return new BigDecimal(ways).divide(new BigDecimal(choose(population, total)), new java.math.MathContext(60));
    }

    private static BigInteger choose(int n, int k) {
        if (k < 0 || k > n) {
            return BigInteger.ZERO;
        }
        BigInteger ways = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }

    @Test
    void tails_agree_with_commons_statistics_for_big_samples() {
        for (int total : new int[] {10_000, 300_000, 500_000_000}) {
            for (double share : new double[] {1e-5, 0.001, 0.3}) {
                // The library adds up to the far end: minutes for hundreds of millions of bad events.
                if (total * share > 200_000) {
                    continue;
                }
                for (double sigmas : new double[] {-3, 0, 1, 5}) {
                    int baseBad = (int) (total * share);
                    int bad = (int) Math.max(0, baseBad + sigmas * Math.sqrt(2.0 * baseBad));
                    double oracle = HypergeometricDistribution.of(2 * total, baseBad + bad, total)
                            .survivalProbability(bad - 1);
                    assertThat(FisherExact.worsePValue(total, baseBad, total, bad))
                            .as("%d then %d of %d", baseBad, bad, total)
                            .isCloseTo(oracle, withinPercentage(total > 1_000_000 ? 1e-4 : 1e-7));
                }
            }
        }
    }

    @ParameterizedTest(name = "{1} of {0}, then {3} of {2}")
    @CsvSource({
        "1000000000, 1000000, 1000000000, 1009000, 1.061380248614168223e-10",
        "1000000007, 300000000, 500000001, 150100000, 8.094570214855766268e-16",
        "1000000000000, 500000000000, 1000000000000, 500005000001, 7.687298966438563481e-13"
    })
    void huge_counts_agree_with_reference_values_of_twenty_digits(
            long baseTotal, long baseBad, long total, long bad, double expected) {
        assertThat(FisherExact.worsePValue(baseTotal, baseBad, total, bad)).isCloseTo(expected, withinPercentage(1e-9));
    }

    @Test
    void a_trillion_events_on_either_side_are_compared_and_are_symmetric() {
        long n = 1_000_000_000_000L;
        double same = FisherExact.worsePValue(n, 1_000_000_000L, n, 1_000_000_000L);
        // By symmetry P(X >= mean) = (1 + P(X = mean)) / 2, and P(X = mean) is that of a normal curve with this
        // deviation.
        double deviation = Math.sqrt(1e9 * (1 - 1e-3) / 2);
        assertThat(same).isCloseTo((1 + 1 / (deviation * Math.sqrt(2 * Math.PI))) / 2, withinPercentage(1e-7));
    }

    @Test
    void the_p_value_falls_as_the_present_gets_worse_and_rises_as_the_past_does() {
        for (long total : new long[] {40, 3_000, 200_000}) {
            double last = 1;
            for (long bad = 0; bad <= Math.min(total, 250); bad++) {
                double p = FisherExact.worsePValue(5_000, 50, total, bad);
                assertThat(p).isBetween(0.0, last);
                assertThat(FisherExact.worsePValue(5_000, 60, total, bad)).isGreaterThanOrEqualTo(p);
                last = p;
            }
        }
    }

    @ParameterizedTest(name = "{0}/{1} then {2}/{3}")
    @CsvSource({"0, 0, 0, 0", "0, 0, 10, 10", "10, 0, 0, 0", "10, 10, 5, 5", "10, 0, 10, 0", "10, 5, 10, 0"})
    void where_there_is_nothing_to_compare_chance_explains_everything(
            long baseTotal, long baseBad, long total, long bad) {
        assertThat(FisherExact.worsePValue(baseTotal, baseBad, total, bad)).isEqualTo(1);
    }

    @Test
    void impossible_counts_are_refused() {
        assertThatThrownBy(() -> FisherExact.worsePValue(1, 2, 5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FisherExact.worsePValue(5, 1, 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FisherExact.worsePValue(1L << 52, 0, 1L << 52, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too many events");
    }
}
