package io.github.sre4j.assess.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolmCorrectionTest {

    @Test
    void rejects_step_by_step_and_stops_at_the_first_that_stands() {
        double[] pValues = {0.01, 0.04, 0.03, 0.005};
        assertThat(HolmCorrection.adjusted(pValues))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(HolmCorrection.rejected(pValues, 0.05)).containsExactly(true, false, false, true);
        assertThat(HolmCorrection.rejected(new double[] {0.5, 0, 0}, 0.05)).containsExactly(false, true, true);
        assertThat(HolmCorrection.rejected(new double[] {}, 0.05)).isEmpty();
        assertThat(HolmCorrection.rejected(new double[] {0.05}, 0.05)).containsExactly(true);
    }

    @Test
    void goes_further_than_bonferroni_once_something_is_rejected() {
        assertThat(HolmCorrection.rejected(new double[] {0.001, 0.02, 0.03, 0.9}, 0.08))
                .containsExactly(true, true, true, false);
    }

    @Test
    void equal_p_values_share_one_fate() {
        assertThat(HolmCorrection.adjusted(new double[] {0.02, 0.01, 0.02, 1})).containsExactly(0.06, 0.04, 0.06, 1);
        assertThat(HolmCorrection.rejected(new double[] {0.02, 0.02, 0.02}, 0.05))
                .containsExactly(false, false, false);
        assertThat(HolmCorrection.rejected(new double[] {0.02, 0.02, 0.02}, 0.061))
                .containsExactly(true, true, true);
    }

    @Test
    void the_answer_follows_the_test_whatever_the_order() {
        Random random = new Random(23);
        for (int round = 0; round < 200; round++) {
            double[] pValues = random.doubles(1 + random.nextInt(60))
                    .map(p -> Math.round(p * p * p * 50) / 500.0)
                    .toArray();
            int[] order = random.ints(0, pValues.length)
                    .distinct()
                    .limit(pValues.length)
                    .toArray();
            double[] shuffled =
                    java.util.Arrays.stream(order).mapToDouble(i -> pValues[i]).toArray();
            double[] adjusted = HolmCorrection.adjusted(pValues);
            double[] expected =
                    java.util.Arrays.stream(order).mapToDouble(i -> adjusted[i]).toArray();
            assertThat(HolmCorrection.adjusted(shuffled)).containsExactly(expected);
            for (int i = 0; i < pValues.length; i++) {
                assertThat(adjusted[i]).isBetween(pValues[i], Math.min(1, pValues[i] * pValues.length));
            }
        }
    }

    @Test
    void agrees_with_the_definition_by_steps() {
        Random random = new Random(29);
        for (int round = 0; round < 300; round++) {
            double[] pValues = random.doubles(1 + random.nextInt(40))
                    .map(p -> p * p * p * p)
                    .toArray();
            assertThat(HolmCorrection.rejected(pValues, 0.05)).containsExactly(byDefinition(pValues, 0.05));
        }
    }

    private static boolean[] byDefinition(double[] pValues, double alpha) {
        boolean[] rejected = new boolean[pValues.length];
        for (int left = pValues.length; left > 0; left--) {
            int smallest = -1;
            for (int i = 0; i < pValues.length; i++) {
                if (!rejected[i] && (smallest < 0 || pValues[i] < pValues[smallest])) {
                    smallest = i;
                }
            }
            if (pValues[smallest] > alpha / left) {
                break;
            }
            rejected[smallest] = true;
        }
        return rejected;
    }

    @Test
    void is_not_troubled_by_ten_thousand_tests() {
        double[] pValues = DoubleStream.concat(
                        DoubleStream.of(1e-7), DoubleStream.generate(() -> 0.3).limit(19_999))
                .toArray();
        boolean[] rejected = HolmCorrection.rejected(pValues, 0.01);
        assertThat(rejected[0]).isTrue();
        assertThat(rejected[1]).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.1, 1.1, Double.POSITIVE_INFINITY})
    void what_is_no_p_value_is_refused(double pValue) {
        assertThatThrownBy(() -> HolmCorrection.rejected(new double[] {0.5, pValue}, 0.05))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a p-value lies between 0 and 1, not at " + pValue + " (test 1 of the family)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, Double.NaN})
    void what_is_no_alpha_is_refused(double alpha) {
        assertThatThrownBy(() -> HolmCorrection.rejected(new double[] {0.5}, alpha))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alpha");
    }
}
