package io.github.sre4j.assess.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.statistics.distribution.PascalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaledBinomialTest {

    @Test
    void equals_exact_test_where_events_are_independent() {
        assertThat(ScaledBinomial.pValue(20_000, 60, 0.001, Dispersion.INDEPENDENT))
                .isEqualTo(ExactBinomial.pValue(20_000, 60, 0.001));
        assertThat(ScaledBinomial.interval(20_000, 60, 0.95, 1)).isEqualTo(ClopperPearson.interval(20_000, 60, 0.95));
        assertThat(ScaledBinomial.provesAtMost(299, 0, 0.01, 0.95, 1)).isTrue();
    }

    @Test
    void counts_events_in_pairs_as_half_as_many() {
        double pairs = ScaledBinomial.pValue(20_000, 60, 0.01, new Dispersion(2, 0, Double.POSITIVE_INFINITY));
        assertThat(pairs).isEqualTo(ExactBinomial.pValue(10_000, 30, 0.01));
        assertThat(ScaledBinomial.provesAtMost(596, 0, 0.01, 0.95, 2)).isFalse();
        assertThat(ScaledBinomial.provesAtMost(597, 0, 0.01, 0.95, 2)).isTrue();
    }

    @Test
    void grows_with_dispersion_and_with_its_uncertainty() {
        double last = 0;
        for (double factor : new double[] {1, 1.1, 1.5, 2, 5, 20}) {
            double p = ScaledBinomial.pValue(20_000, 60, 0.001, new Dispersion(factor, 0, Double.POSITIVE_INFINITY));
            assertThat(p).isGreaterThan(last);
            last = p;
            assertThat(ScaledBinomial.pValue(20_000, 60, 0.001, new Dispersion(factor, 0, 10)))
                    .isGreaterThan(p);
            assertThat(ScaledBinomial.pValue(20_000, 60, 0.001, new Dispersion(factor, 0.5, Double.POSITIVE_INFINITY)))
                    .isGreaterThan(p);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, 3", "2, 5", "4.5, 40", "9, 1000000"})
    void student_tail_agrees_with_commons_statistics(double t, double freedom) {
        assertThat(StudentT.upperTail(t, freedom))
                .isCloseTo(TDistribution.of(freedom).survivalProbability(t), withinPercentage(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"1, 10, 0.5", "40, 28, 0.4", "300, 28, 0.9", "7, 200, 0.05"})
    void negative_binomial_tail_agrees_with_commons_statistics(int k, int r, double q) {
        double ratio = 1 / (1 - q);
        assertThat(NegativeBinomialTail.atLeast(k, r * (ratio - 1), ratio))
                .isCloseTo(PascalDistribution.of(r, 1 - q).survivalProbability(k - 1), withinPercentage(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.2, 3, 7.5, 40})
    void required_good_events_settle_it_and_one_fewer_does_not(double factor) {
        for (long bad : new long[] {0, 1, 12, 90}) {
            long more =
                    RequiredGoodEvents.needed(1_000, bad, 0.01, 0.95, factor).orElseThrow();
            assertThat(ScaledBinomial.provesAtMost(1_000 + more, bad, 0.01, 0.95, factor))
                    .isTrue();
            assertThat(more == 0 || !ScaledBinomial.provesAtMost(999 + more, bad, 0.01, 0.95, factor))
                    .isTrue();
        }
    }

    @Test
    void stays_within_probabilities_at_the_edges() {
        Dispersion wide = new Dispersion(3, 40, 5);
        for (long total : new long[] {1, 2, 30, 1_000_000_000L}) {
            for (long bad : new long[] {0, 1, total / 2, total}) {
                for (double allowed : new double[] {0, 1e-6, 0.05, 0.9, 1}) {
                    assertThat(ScaledBinomial.pValue(total, Math.min(bad, total), allowed, wide))
                            .isBetween(0.0, 1.0);
                }
                ConfidenceBounds bounds = ScaledBinomial.interval(total, Math.min(bad, total), 0.95, 43);
                assertThat(bounds.low()).isBetween(0.0, (double) Math.min(bad, total) / total);
                assertThat(bounds.high()).isBetween((double) Math.min(bad, total) / total, 1.0);
            }
        }
    }

    @Test
    void rejects_dispersion_below_independence() {
        assertThatThrownBy(() -> new Dispersion(0.9, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Dispersion(1, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Dispersion(1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Dispersion(Double.NaN, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
