package io.github.sre4j.assess.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;

class BetaQuantileTest {

    @Test
    void the_quantile_of_the_function_is_where_the_function_was_asked() {
        Random random = new Random(17);
        double worst = 0;
        for (int i = 0; i < 2_000; i++) {
            double a = Math.pow(10, -0.3 + 12.3 * random.nextDouble());
            double b = Math.pow(10, -0.3 + 12.3 * random.nextDouble());
            double mean = a / (a + b);
            double deviation = Math.sqrt(mean * (1 - mean) / (a + b + 1));
            double x = mean + 8 * (2 * random.nextDouble() - 1) * deviation;
            if (x < 1e-300 || x > 1 - 1e-12) {
                continue;
            }
            IncompleteBeta beta = IncompleteBeta.at(a, b, x, 1 - x);
            if (Math.min(beta.lower(), beta.upper()) == 0) {
                continue;
            }
            double found = BetaQuantile.of(a, b, beta.lower(), beta.upper());
            worst = Math.max(worst, Math.abs(found - x) / x);
        }
        double largest = worst;
        System.getLogger(getClass().getName())
                .log(
                        System.Logger.Level.INFO,
                        () -> "largest relative error of a quantile of the function: " + largest);
        assertThat(worst).isLessThan(1e-10);
    }

    @Test
    void extreme_probabilities_are_inverted_too() {
        for (double a : new double[] {0.5, 1, 3, 40, 300, 1e5, 1e12}) {
            for (double b : new double[] {0.5, 1, 3, 40, 300, 1e5, 1e12}) {
                for (double tail : new double[] {0.5, 0.3, 1e-2, 1e-12, 1e-100, 1e-290}) {
                    double low = BetaQuantile.of(a, b, tail, 1 - tail);
                    if (low > 1e-300 && low < 0.999) {
                        assertThat(IncompleteBeta.at(a, b, low, 1 - low).lower())
                                .as("a=%s b=%s tail=%s", a, b, tail)
                                .isCloseTo(tail, withinPercentage(a + b > 1e9 ? 2e-2 : 1e-6));
                    }
                }
            }
        }
    }

    @Test
    void quantiles_agree_with_commons_statistics() {
        for (double a : new double[] {0.5, 1, 2.5, 40, 300, 1e5}) {
            for (double b : new double[] {0.5, 1, 2.5, 40, 300, 1e5}) {
                BetaDistribution oracle = BetaDistribution.of(a, b);
                for (double lower : new double[] {1e-12, 0.005, 0.025, 0.3, 0.5, 0.7, 0.975}) {
                    double expected = oracle.inverseCumulativeProbability(lower);
                    if (expected > 1e-20) {
                        assertThat(BetaQuantile.of(a, b, lower, 1 - lower))
                                .as("a=%s b=%s lower=%s", a, b, lower)
                                .isCloseTo(expected, withinPercentage(1e-7));
                    }
                }
            }
        }
    }

    @Test
    void a_higher_probability_never_has_a_lower_quantile() {
        for (double[] shape : new double[][] {{0.5, 7}, {3, 2_995}, {400, 300}, {1e6, 1e12}}) {
            double last = 0;
            for (double lower = 0.001; lower < 0.9995; lower += 0.001) {
                double quantile = BetaQuantile.of(shape[0], shape[1], lower, 1 - lower);
                assertThat(quantile).isGreaterThan(last);
                last = quantile;
            }
        }
    }
}
