package io.github.sre4j.assess.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.util.Random;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTailTest {

    private static final BigDecimal SMALLEST = new BigDecimal("1e-300");

    @Test
    void tails_agree_with_plain_addition_in_sixty_digits() {
        Random random = new Random(20261124);
        double worst = 0;
        double smallest = 1;
        int compared = 0;
        for (int i = 0; i < 400; i++) {
            int n = 2 + random.nextInt(i % 4 == 0 ? 1_999 : 200);
            double p = i % 3 == 0 ? Math.pow(10, -6 + 4 * random.nextDouble()) : 0.01 + 0.98 * random.nextDouble();
            int k = i % 2 == 0 ? random.nextInt(n + 1) : near(n, p, random);
            for (boolean upper : new boolean[] {true, false}) {
                BigDecimal exact = upper ? ReferenceBinomial.atLeast(n, k, p) : ReferenceBinomial.atMost(n, k, p);
                if (exact.compareTo(SMALLEST) > 0) {
                    double actual = upper ? BinomialTail.atLeast(n, k, p) : BinomialTail.atMost(n, k, p);
                    worst = Math.max(worst, ReferenceBinomial.relativeError(exact, actual));
                    smallest = Math.min(smallest, exact.doubleValue());
                    compared++;
                }
            }
        }
        String summary = compared + " tails down to " + smallest + ", largest relative error " + worst;
        System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, summary);
        assertThat(compared).isGreaterThan(500);
        assertThat(smallest).isLessThan(1e-200);
        assertThat(worst).as("largest relative error").isLessThan(1e-12);
    }

    private static int near(int n, double p, Random random) {
        long k = Math.round(n * p + random.nextGaussian() * 3 * Math.sqrt(n * p * (1 - p)));
        return (int) Math.max(0, Math.min(n, k));
    }

    @Test
    void tails_agree_with_commons_statistics_over_a_grid_up_to_a_trillion_events() {
        int compared = 0;
        for (long n : new long[] {1, 2, 10, 1_000, 1_000_000, 1_000_000_000L, 1_000_000_000_000L}) {
            for (double p : new double[] {1e-12, 1e-9, 1e-5, 0.001, 0.05, 0.5, 0.99}) {
                for (double sigmas : new double[] {-30, -6, -2, -0.5, 0, 0.5, 2, 6, 12, 30}) {
                    long k = Math.round(n * p + sigmas * Math.sqrt(n * p * (1 - p)));
                    if (k < 1 || k >= n) {
                        continue;
                    }
                    // The library loses digits as the counts grow: it subtracts where this code uses a fused
                    // multiply-add.
                    double percent = n >= 1_000_000_000_000L ? 3e-2 : n >= 1_000_000_000L ? 1e-3 : 1e-8;
                    double atLeast = BetaDistribution.of(k, n - k + 1.0).cumulativeProbability(p);
                    double atMost = BetaDistribution.of(k + 1.0, n - k).survivalProbability(p);
                    if (atLeast > 1e-290) {
                        assertThat(BinomialTail.atLeast(n, k, p))
                                .as("P(X >= %d), n=%d, p=%s", k, n, p)
                                .isCloseTo(atLeast, withinPercentage(percent));
                        compared++;
                    }
                    if (atMost > 1e-290) {
                        assertThat(BinomialTail.atMost(n, k, p))
                                .as("P(X <= %d), n=%d, p=%s", k, n, p)
                                .isCloseTo(atMost, withinPercentage(percent));
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(300);
    }

    @ParameterizedTest(name = "n={0} k={1} p={2}")
    @CsvSource({
        "1000000000, 1000000, 0.001, 0.5001331803484541, 0.50026596151955381",
        "1000000000, 1002998, 0.001, 0.0013602544924960148, 0.99864419952027858",
        "1000000000, 997002, 0.001, 0.99865600002891732, 0.0013484273972615422",
        "1000000000, 1024987, 0.001, 4.0863341109955486e-137, 1.0",
        "1000000000, 500015811, 0.5, 0.15866884848951291, 0.84134645545865061",
        "1000000000, 499683772, 0.5, 1.0, 2.7545164140154964e-89",
        "1000000000000, 3, 1e-12, 0.080301397071302222, 0.98101184312390751",
        "1000000000000, 11, 1e-12, 1.0047766375234735e-8, 0.99999999916838926",
        "1000000000000, 9984189, 1e-05, 0.99999971531344687, 2.8515420636399015e-7",
        "1000000000000, 10001581, 1e-05, 0.30859386401327667, 0.69151746361211331",
        "1000000000000, 10094868, 1e-05, 2.0292496641982513e-197, 1.0",
        "1000000000000, 50000871780, 0.05, 3.1672800766511234e-5, 0.99996832781330827",
        "1000000000000, 49993461652, 0.05, 1.0, 4.8169780509264978e-198",
        "1000000000000, 998999905179, 0.999, 0.99865000179274228, 0.0013501384364716128",
        "1000000000000, 500000050000, 0.5, 0.46017255967554162, 0.53982823422955334",
        "1000000000000, 499996500000, 0.5, 0.9999999999987202, 1.2798216783824411e-12"
    })
    void huge_counts_agree_with_reference_values_of_fifty_digits(
            long n, long k, double p, double atLeast, double atMost) {
        assertThat(BinomialTail.atLeast(n, k, p)).isCloseTo(atLeast, withinPercentage(1e-10));
        assertThat(BinomialTail.atMost(n, k, p)).isCloseTo(atMost, withinPercentage(1e-10));
    }

    @Test
    void the_function_agrees_with_commons_statistics_for_parameters_that_are_no_counts() {
        for (double a : new double[] {0.5, 0.7, 1, 3.3, 77.5, 199.9, 200.1, 5_000.5}) {
            for (double b : new double[] {0.5, 1.2, 8, 150.25, 250.75, 1e6}) {
                for (double x : new double[] {1e-6, 0.001, 0.2, 0.5, 0.77, 0.999}) {
                    BetaDistribution oracle = BetaDistribution.of(a, b);
                    IncompleteBeta beta = IncompleteBeta.at(a, b, x, 1 - x);
                    if (oracle.cumulativeProbability(x) > 1e-290) {
                        assertThat(beta.lower())
                                .as("I(%s; %s, %s)", x, a, b)
                                .isCloseTo(oracle.cumulativeProbability(x), withinPercentage(1e-8));
                    }
                    if (oracle.survivalProbability(x) > 1e-290) {
                        assertThat(beta.upper())
                                .as("1 - I(%s; %s, %s)", x, a, b)
                                .isCloseTo(oracle.survivalProbability(x), withinPercentage(1e-8));
                    }
                }
            }
        }
    }

    @Test
    void both_ways_of_computing_agree_where_one_takes_over_from_the_other() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            double a = IncompleteBeta.BIG + 100 * random.nextDouble();
            double b = IncompleteBeta.BIG * Math.pow(10, 3 * random.nextDouble());
            double x = a / (a + b) * (0.5 + 0.5 * random.nextDouble());
            assertThat(BetaIntegral.of(a, b, x, 1 - x))
                    .as("a=%s b=%s x=%s", a, b, x)
                    .isCloseTo(BetaFraction.of(a, b, x, 1 - x), withinPercentage(1e-11));
        }
    }

    @Test
    void p_values_fall_as_more_events_are_bad_and_rise_with_the_allowed_share_and_the_events() {
        for (long n : new long[] {5, 300, 20_000, 5_000_000}) {
            long around = (long) (n * 0.01);
            double last = 1;
            for (long bad = Math.max(0, around - 300); bad <= Math.min(n, around + 300); bad++) {
                double p = ExactBinomial.pValue(n, bad, 0.01);
                assertThat(p).isBetween(0.0, last);
                assertThat(ExactBinomial.pValue(n, bad, 0.0101)).isGreaterThanOrEqualTo(p);
                assertThat(ExactBinomial.pValue(n + 1, bad, 0.01)).isGreaterThanOrEqualTo(p);
                last = p;
            }
        }
    }

    @Test
    void edges_have_the_answers_one_expects() {
        assertThat(ExactBinomial.pValue(0, 0, 0.05)).isEqualTo(1);
        assertThat(ExactBinomial.pValue(0, 0, 0)).isEqualTo(1);
        assertThat(ExactBinomial.pValue(10, 0, 0)).isEqualTo(1);
        assertThat(ExactBinomial.pValue(10, 1, 0)).isZero();
        assertThat(ExactBinomial.pValue(10, 10, 1)).isEqualTo(1);
        assertThat(ExactBinomial.pValue(10, 3, 1)).isEqualTo(1);
        assertThat(ExactBinomial.pValue(10, 10, 0.5)).isCloseTo(Math.pow(0.5, 10), withinPercentage(1e-12));
        assertThat(ExactBinomial.pValue(1, 1, 0.001)).isCloseTo(0.001, withinPercentage(1e-12));
        assertThat(BinomialTail.atMost(10, 9, 1)).isZero();
        assertThat(BinomialTail.atMost(10, 0, 0)).isEqualTo(1);
    }

    @Test
    void impossible_questions_are_refused_with_what_is_wrong() {
        assertThatThrownBy(() -> ExactBinomial.pValue(1, 2, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("impossible counts: 2 bad of 1; bad lies between 0 and the total");
        assertThatThrownBy(() -> ExactBinomial.pValue(1, -1, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExactBinomial.pValue(1, 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a share lies between 0 and 1, not at NaN");
        assertThatThrownBy(() -> ExactBinomial.pValue(Long.MAX_VALUE, 1, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too many events");
    }
}
