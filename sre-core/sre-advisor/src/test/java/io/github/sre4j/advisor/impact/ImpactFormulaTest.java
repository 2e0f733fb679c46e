package io.github.sre4j.advisor.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ImpactFormulaTest {

    private static final double FREE = Double.POSITIVE_INFINITY;

    private static final SlowRequestTail THREE = new SlowRequestTail(
            1,
            1,
            List.of(new SlowRequest(1.5, 1.0, 0, 1), new SlowRequest(3.0, 0.5, 2.0, 1), new SlowRequest(2.0, 0, 0, 1)),
            0);

    @Test
    void counts_only_time_above_the_threshold() {
        // 1.5 s loses 0.75 of which 0.5 lay above 1 s; 3 s loses 1.5 of 2; 2 s loses 1 of 1.
        Impact impact = ImpactFormula.of(THREE, List.of(), Saving.everywhere(Saving.Of.DURATION, 0.5), 5, FREE);
        assertThat(THREE.excessPerDay()).isEqualTo(3.5);
        assertThat(impact.secondsPerDay()).isCloseTo(0.5 + 1.5 + 1.0, within(1e-9));
        // 0.75 s and 1 s meet the standard; 1.5 s does not.
        assertThat(impact.goodPerDay()).isCloseTo(2, within(1e-9));
    }

    @Test
    void takes_a_share_of_the_time_in_databases_where_requests_tell_it() {
        Impact impact = ImpactFormula.of(THREE, List.of(), Saving.everywhere(Saving.Of.DATABASE, 1), 5, FREE);
        assertThat(impact.secondsPerDay()).isCloseTo(0.5 + 0.5, within(1e-9));
        assertThat(ImpactFormula.of(THREE, List.of(), Saving.everywhere(Saving.Of.EXTERNAL, 1), 5, FREE)
                        .secondsPerDay())
                .isCloseTo(2.0, within(1e-9));
    }

    @Test
    void two_fixes_of_the_same_requests_do_not_add_up() {
        Saving all = Saving.everywhere(Saving.Of.DURATION, 1);
        Impact alone = ImpactFormula.of(THREE, List.of(), all, 5, FREE);
        Impact after = ImpactFormula.of(THREE, List.of(all), all, 5, FREE);
        assertThat(alone.secondsPerDay()).isCloseTo(3.5, within(1e-9));
        assertThat(after.secondsPerDay()).isZero();
    }

    @Test
    void spans_that_another_fix_removes_are_not_saved_twice() {
        Saving saving = new Saving(Saving.Of.DURATION, List.of(0.4, 0.4));
        assertThat(saving.without(List.of(1.0, 0.5)).shares()).containsExactly(0.0, 0.2);
    }

    @Test
    void is_bounded_by_what_metrics_know_of_the_time_it_removes() {
        Impact impact = ImpactFormula.of(THREE, List.of(), Saving.everywhere(Saving.Of.DURATION, 1), 5, 0.7);
        assertThat(impact.secondsPerDay()).isEqualTo(0.7);
        assertThat(impact.atMostSecondsPerDay()).isEqualTo(0.7);
        assertThat(impact.goodPerDay()).isCloseTo(3 * 0.7 / 3.5, within(1e-9));
    }

    @Test
    void one_trace_says_nothing_of_how_requests_differ() {
        Impact impact = ImpactFormula.of(THREE, List.of(), Saving.everywhere(Saving.Of.DURATION, 0.5), 1, FREE);
        assertThat(impact.lowSecondsPerDay()).isZero();
        assertThat(impact.highSecondsPerDay()).isEqualTo(THREE.excessPerDay());
    }

    @Test
    void the_interval_covers_the_truth_where_requests_differ() {
        // Each request saves 20% or 80% of its time, at random; a few traces are looked at.
        SplittableRandom random = new SplittableRandom(7);
        int covered = 0;
        for (int run = 0; run < 400; run++) {
            List<SlowRequest> requests = new ArrayList<>();
            double truth = 0;
            for (int i = 0; i < 300; i++) {
                double seconds = 1 + random.nextDouble() * 4;
                double share = random.nextBoolean() ? 0.2 : 0.8;
                requests.add(new SlowRequest(seconds, 0, 0, 1));
                truth += Math.max(0, seconds - 1) - Math.max(0, seconds * (1 - share) - 1);
            }
            List<Double> shares = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                shares.add(random.nextBoolean() ? 0.2 : 0.8);
            }
            Impact impact = ImpactFormula.of(
                    new SlowRequestTail(1, 1, requests, 0),
                    List.of(),
                    new Saving(Saving.Of.DURATION, shares),
                    20,
                    FREE);
            covered += impact.lowSecondsPerDay() <= truth && truth <= impact.highSecondsPerDay() ? 1 : 0;
        }
        assertThat(covered).isGreaterThan(360);
    }

    @Test
    void holds_its_promises_for_any_requests() {
        SplittableRandom random = new SplittableRandom(20261125);
        for (int run = 0; run < 500; run++) {
            double threshold = random.nextDouble() * 2;
            double days = 0.1 + random.nextDouble() * 7;
            List<SlowRequest> requests = requests(random);
            SlowRequestTail tail = new SlowRequestTail(threshold, days, requests, 0);
            Saving.Of of = Saving.Of.values()[random.nextInt(3)];
            List<Saving> taken = random.nextBoolean() ? List.of() : List.of(saving(random, of));
            Saving small = saving(random, of);
            Saving large = new Saving(
                    of,
                    small.shares().stream()
                            .map(share -> Math.min(1, share * 1.5))
                            .toList());

            Impact less = ImpactFormula.of(tail, taken, small, 4, FREE);
            Impact more = ImpactFormula.of(tail, taken, large, 4, FREE);

            assertThat(less.secondsPerDay()).isLessThanOrEqualTo(tail.excessPerDay() + 1e-9);
            assertThat(more.secondsPerDay()).isGreaterThanOrEqualTo(less.secondsPerDay() - 1e-9);
            assertThat(less.goodPerDay()).isLessThanOrEqualTo(tail.slowPerDay() + 1e-9);
            assertThat(less.lowSecondsPerDay()).isLessThanOrEqualTo(less.secondsPerDay() + 1e-9);
            assertThat(less.highSecondsPerDay()).isGreaterThanOrEqualTo(less.secondsPerDay() - 1e-9);

            SlowRequestTail doubled = new SlowRequestTail(
                    threshold,
                    days,
                    requests.stream()
                            .map(each -> new SlowRequest(
                                    each.seconds(), each.databaseSeconds(), each.externalSeconds(), each.weight() * 2))
                            .toList(),
                    0);
            assertThat(ImpactFormula.of(doubled, taken, small, 4, FREE).secondsPerDay())
                    .isCloseTo(2 * less.secondsPerDay(), within(1e-6));

            // Requests under the threshold give nothing back, however many there are of them.
            List<SlowRequest> withFast = new ArrayList<>(requests);
            for (int i = 0; i < 20; i++) {
                double seconds = threshold * random.nextDouble();
                withFast.add(new SlowRequest(seconds, seconds, seconds, 1 + random.nextInt(50)));
            }
            Impact same = ImpactFormula.of(new SlowRequestTail(threshold, days, withFast, 0), taken, small, 4, FREE);
            assertThat(same.secondsPerDay()).isCloseTo(less.secondsPerDay(), within(1e-6));
            assertThat(same.goodPerDay()).isCloseTo(less.goodPerDay(), within(1e-6));

            SlowRequestTail fast = new SlowRequestTail(1_000, days, requests, 0);
            assertThat(ImpactFormula.of(fast, taken, large, 4, FREE)).satisfies(nothing -> {
                assertThat(nothing.secondsPerDay()).isZero();
                assertThat(nothing.goodPerDay()).isZero();
            });
        }
    }

    @Test
    void takes_in_any_order_what_all_fixes_together_take() {
        SplittableRandom random = new SplittableRandom(3);
        for (int run = 0; run < 200; run++) {
            SlowRequestTail tail = new SlowRequestTail(1, 1, requests(random), 0);
            Saving one = saving(random, Saving.Of.DURATION);
            Saving other = saving(random, Saving.Of.DATABASE);
            double first = ImpactFormula.of(tail, List.of(), one, 4, FREE).secondsPerDay()
                    + ImpactFormula.of(tail, List.of(one), other, 4, FREE).secondsPerDay();
            double second = ImpactFormula.of(tail, List.of(), other, 4, FREE).secondsPerDay()
                    + ImpactFormula.of(tail, List.of(other), one, 4, FREE).secondsPerDay();
            assertThat(first).isCloseTo(second, within(1e-6));
            assertThat(first).isLessThanOrEqualTo(tail.excessPerDay() + 1e-9);
        }
    }

    @Test
    void refuses_numbers_that_cannot_be() {
        assertThatThrownBy(() -> new SlowRequest(-1, 0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SlowRequest(1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SlowRequestTail(1, 0, List.of(), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Saving(Saving.Of.DURATION, List.of(1.1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Saving(Saving.Of.DURATION, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<SlowRequest> requests(SplittableRandom random) {
        List<SlowRequest> requests = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double seconds = random.nextDouble() * 6;
            requests.add(new SlowRequest(
                    seconds,
                    random.nextDouble() * seconds,
                    random.nextDouble() * seconds,
                    0.5 + random.nextDouble() * 3));
        }
        return requests;
    }

    private static Saving saving(SplittableRandom random, Saving.Of of) {
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            shares.add(random.nextInt(4) == 0 ? 0 : random.nextDouble());
        }
        return new Saving(of, shares);
    }
}
