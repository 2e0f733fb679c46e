package io.github.sre4j.trace.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class CohortsTest {

    @Test
    void a_statement_that_only_slow_requests_run_is_found_with_counts_and_shares() {
        CohortComparison result = Cohorts.DEFAULT.compare(
                requests(40, (i, calls) -> i < 30 ? calls.put("select visits", 1) : null),
                requests(100, (i, calls) -> i < 4 ? calls.put("select visits", 1) : null));
        assertThat(result.differences()).singleElement().satisfies(each -> {
            assertThat(each.feature()).isEqualTo(new Feature(Feature.Kind.PRESENCE, "select visits", ""));
            assertThat(each.slowWith()).isEqualTo(30);
            assertThat(each.slowShare()).isEqualTo(0.75);
            assertThat(each.normalWith()).isEqualTo(4);
            assertThat(each.normalShare()).isEqualTo(0.04);
            assertThat(each.effect()).isCloseTo(0.748, within(0.001));
            assertThat(each.qValue()).isLessThan(1e-9);
        });
    }

    @Test
    void below_twenty_requests_a_side_nothing_is_said() {
        BiFunction<Integer, Map<String, Integer>, Object> has = (i, calls) -> calls.put("x", 1);
        CohortComparison few = Cohorts.DEFAULT.compare(requests(19, has), requests(500, (i, calls) -> null));
        assertThat(few.enough()).isFalse();
        assertThat(few.differences()).isEmpty();
        assertThat(Cohorts.DEFAULT
                        .compare(requests(20, has), requests(20, (i, calls) -> null))
                        .differences())
                .hasSize(1);
    }

    @Test
    void more_calls_of_what_all_requests_make_are_found_with_both_medians() {
        CohortComparison result = Cohorts.DEFAULT.compare(
                requests(30, (i, calls) -> calls.put("select visits", 40 + i % 5)),
                requests(60, (i, calls) -> calls.put("select visits", 1 + i % 3)));
        assertThat(result.differences()).singleElement().satisfies(each -> {
            assertThat(each.feature().kind()).isEqualTo(Feature.Kind.CALLS);
            assertThat(each.slowMedian()).isEqualTo(42);
            assertThat(each.normalMedian()).isEqualTo(2);
            assertThat(each.slowWith()).as("with more than normal ones").isEqualTo(30);
            assertThat(each.normalWith()).isEqualTo(20);
            assertThat(each.effect()).isPositive();
        });
    }

    @Test
    void what_always_comes_together_is_listed_together() {
        List<RequestFeatures> slow = new ArrayList<>();
        List<RequestFeatures> normal = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean isNew = i % 3 != 0;
            slow.add(request(
                    i, Map.of(), Map.of("version", isNew ? "2.0" : "1.9", "zone", isNew ? "b" : "a", "plan", "gold")));
            normal.add(request(
                    100 + i, Map.of(), Map.of("version", "1.9", "zone", "a", "plan", i % 2 == 0 ? "gold" : "free")));
        }
        CohortComparison result = Cohorts.DEFAULT.compare(slow, normal);
        assertThat(result.differences().get(0).feature())
                .isEqualTo(new Feature(Feature.Kind.ATTRIBUTE, "version", "2.0"));
        assertThat(result.differences().get(0).ties())
                .extracting(Feature::name, Feature::value)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("zone", "b"),
                        org.assertj.core.groups.Tuple.tuple("version", "1.9"),
                        org.assertj.core.groups.Tuple.tuple("zone", "a"));
        assertThat(result.differences())
                .hasSize(2)
                .last()
                .satisfies(each -> assertThat(each.feature().name()).isEqualTo("plan"));
    }

    @Test
    void attributes_with_a_value_of_their_own_in_most_requests_are_no_features() {
        List<RequestFeatures> slow = new ArrayList<>();
        List<RequestFeatures> normal = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            slow.add(request(i, Map.of(), Map.of("customer", "slow-" + i, "all", "same")));
            normal.add(request(100 + i, Map.of(), Map.of("customer", "normal-" + i, "all", "same")));
        }
        assertThat(Cohorts.DEFAULT.compare(slow, normal).tested()).isZero();
    }

    @Test
    void where_nothing_differs_something_is_told_in_at_most_one_of_twenty_comparisons() {
        int told = 0;
        int comparisons = 300;
        for (int seed = 0; seed < comparisons; seed++) {
            Random random = new Random(seed);
            BiFunction<Integer, Map<String, Integer>, Object> noise = (i, calls) -> {
                for (int k = 0; k < 40; k++) {
                    if (random.nextInt(3) == 0) {
                        calls.put("call " + k, 1 + random.nextInt(4));
                    }
                }
                return null;
            };
            told += Cohorts.DEFAULT
                            .compare(requests(25, noise), requests(50, noise))
                            .differences()
                            .isEmpty()
                    ? 0
                    : 1;
        }
        assertThat((double) told / comparisons).isLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / comparisons));
    }

    @Test
    void a_real_difference_is_found_among_noise() {
        Random random = new Random(5);
        BiFunction<Integer, Map<String, Integer>, Object> noise = (i, calls) -> {
            for (int k = 0; k < 200; k++) {
                if (random.nextInt(3) == 0) {
                    calls.put("call " + k, 1);
                }
            }
            return null;
        };
        CohortComparison result = Cohorts.DEFAULT.compare(
                requests(40, (i, calls) -> {
                    noise.apply(i, calls);
                    return i % 10 < 7 ? calls.put("the cause", 1) : null;
                }),
                requests(40, (i, calls) -> {
                    noise.apply(i, calls);
                    return i % 10 < 2 ? calls.put("the cause", 1) : null;
                }));
        assertThat(result.differences().get(0).feature().name()).isEqualTo("the cause");
    }

    @Test
    void the_order_of_requests_does_not_matter() {
        Random random = new Random(3);
        BiFunction<Integer, Map<String, Integer>, Object> noise = (i, calls) -> calls.put("call " + i % 7, 1 + i % 3);
        List<RequestFeatures> slow = requests(40, noise);
        List<RequestFeatures> normal = requests(60, (i, calls) -> calls.put("call " + i % 3, 1));
        CohortComparison before = Cohorts.DEFAULT.compare(slow, normal);
        Collections.shuffle(slow, random);
        Collections.shuffle(normal, random);
        assertThat(Cohorts.DEFAULT.compare(slow, normal)).isEqualTo(before);
        assertThat(before.differences()).isNotEmpty();
    }

    @Test
    void the_slowest_tenth_stands_against_the_faster_half() {
        List<RequestFeatures> requests = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            requests.add(new RequestFeatures("t" + i, "GET /", i + 1, Map.of(), Map.of(), Map.of()));
        }
        Collections.shuffle(requests, new Random(1));
        Cohorts.Split split = Cohorts.DEFAULT.slowest(requests);
        assertThat(split.slow())
                .hasSize(40)
                .allSatisfy(each -> assertThat(each.durationNanos()).isGreaterThan(360));
        assertThat(split.normal())
                .hasSize(200)
                .allSatisfy(each -> assertThat(each.durationNanos()).isLessThanOrEqualTo(200));
        assertThat(split.slowFromNanos()).isEqualTo(361);
        assertThat(split.normalToNanos()).isEqualTo(200);
        Cohorts.Split at = Cohorts.DEFAULT.slowerThan(requests, 100);
        assertThat(at.slow()).hasSize(300);
        assertThat(at.normal()).hasSize(100);
        Cohorts.Split few = Cohorts.DEFAULT.slowest(requests.subList(0, 30));
        assertThat(few.slow()).hasSize(20);
        assertThat(few.normal()).as("none is in both").hasSize(10);
    }

    @Test
    void the_exact_test_agrees_with_the_hypergeometric_distribution() {
        Significance significance = new Significance();
        assertThat(significance.fisher(3, 4, 1, 4)).as("the lady tasting tea").isCloseTo(34.0 / 70, within(1e-12));
        Random random = new Random(9);
        for (int i = 0; i < 200; i++) {
            int of1 = 1 + random.nextInt(60);
            int of2 = 1 + random.nextInt(60);
            int with1 = random.nextInt(of1 + 1);
            int with2 = random.nextInt(of2 + 1);
            HypergeometricDistribution margins = HypergeometricDistribution.of(of1 + of2, with1 + with2, of1);
            double expected = 0;
            for (int k = margins.getSupportLowerBound(); k <= margins.getSupportUpperBound(); k++) {
                expected +=
                        margins.probability(k) <= margins.probability(with1) * (1 + 1e-7) ? margins.probability(k) : 0;
            }
            assertThat(significance.fisher(with1, of1, with2, of2)).isCloseTo(Math.min(1, expected), within(1e-9));
        }
    }

    @Test
    void the_rank_sum_test_agrees_with_a_count_of_pairs() {
        Random random = new Random(4);
        for (int round = 0; round < 50; round++) {
            int[] first = random.ints(25, 0, 6).toArray();
            int[] second = random.ints(35, 0, 6).toArray();
            double u = 0;
            Map<Integer, Integer> counts = new HashMap<>();
            for (int a : first) {
                counts.merge(a, 1, Integer::sum);
                for (int b : second) {
                    u += a > b ? 1 : a == b ? 0.5 : 0;
                }
            }
            for (int b : second) {
                counts.merge(b, 1, Integer::sum);
            }
            double ties = counts.values().stream()
                    .mapToDouble(t -> Math.pow(t, 3) - t)
                    .sum();
            double variance = 25 * 35 / 12.0 * (61 - ties / (60 * 59.0));
            assertThat(Significance.rankSum(first, second))
                    .isCloseTo((u - 25 * 35 / 2.0) / Math.sqrt(variance), within(1e-9));
        }
        NormalDistribution normal = NormalDistribution.of(0, 1);
        for (double z = 0; z < 6; z += 0.25) {
            assertThat(Significance.twoSided(z)).isCloseTo(2 * normal.survivalProbability(z), within(2e-7));
        }
    }

    @Test
    void false_discovery_rates_are_those_of_benjamini_and_hochberg() {
        assertThat(Significance.falseDiscoveryRates(new double[] {0.04, 0.01, 0.03, 0.02, 0.05}))
                .containsExactly(new double[] {0.05, 0.05, 0.05, 0.05, 0.05}, within(1e-12));
        assertThat(Significance.falseDiscoveryRates(new double[] {0.001, 0.5, 0.2}))
                .containsExactly(new double[] {0.003, 0.5, 0.3}, within(1e-12));
    }

    private static List<RequestFeatures> requests(int count, BiFunction<Integer, Map<String, Integer>, Object> filler) {
        List<RequestFeatures> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Integer> calls = new HashMap<>(Map.of("handler", 1));
            filler.apply(i, calls);
            requests.add(request(i, calls, Map.of()));
        }
        return requests;
    }

    private static RequestFeatures request(int i, Map<String, Integer> calls, Map<String, String> attributes) {
        return new RequestFeatures("t" + i, "GET /", 1_000_000, calls, Map.of(), attributes);
    }
}
