package io.github.sre4j.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.assess.stats.ClopperPearson;
import io.github.sre4j.assess.stats.ConfidenceBounds;
import io.github.sre4j.assess.stats.ExactBinomial;
import io.github.sre4j.assess.stats.HolmCorrection;
import io.github.sre4j.sli.ErrorSli;
import io.github.sre4j.sli.Objective;
import io.github.sre4j.sli.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the promise "never a false alarm" means in numbers, with a fixed seed and the error of the simulation stated. */
class FalseAlarmSimulationTest {

    private static final double ALPHA = 0.01;
    private static final int ENDPOINTS = 300;
    private static final int BUILDS = 5_000;
    private static final int JUDGED_IN_FULL = 40;
    private static final List<Objective> OBJECTIVES =
            List.of(Objective.of("0.95"), Objective.of("0.99"), Objective.of("0.999"));

    @Test
    void three_hundred_endpoints_exactly_at_their_target_raise_a_false_alarm_in_at_most_one_build_of_a_hundred() {
        Random random = new Random(42);
        int falseAlarms = 0;
        int rejectedBuilds = 0;
        for (int build = 0; build < BUILDS; build++) {
            List<SliCounts> questions = new ArrayList<>();
            for (int i = 0; i < ENDPOINTS; i++) {
                Objective objective = OBJECTIVES.get(i % OBJECTIVES.size());
                long traffic = Math.round(30 * Math.pow(20_000.0 / 30, random.nextDouble()));
                questions.add(question(random, objective, traffic, objective.allowedBadRatio()));
            }
            boolean[] rejected = rejected(questions);
            List<Boolean> missed = missed(questions, rejected);
            isWhatTheJudgeSays(build, questions, missed);
            falseAlarms += missed.contains(true) ? 1 : 0;
            rejectedBuilds += any(rejected) ? 1 : 0;
        }
        ConfidenceBounds interval = ClopperPearson.interval(BUILDS, falseAlarms, 0.99);
        System.Logger log = System.getLogger(getClass().getName());
        log.log(
                System.Logger.Level.INFO,
                "builds with a false MISSED: {0} of {1}, 99 % interval {2} to {3}; with a rejection before the two-halves rule: {4}",
                falseAlarms,
                BUILDS,
                interval.low(),
                interval.high(),
                rejectedBuilds);
        assertThat(interval.high())
                .as("upper 99 %% bound of the share of builds with a false MISSED")
                .isLessThanOrEqualTo(ALPHA);
        // Were the test blind, nothing would ever be rejected: family-wise control rejects in some builds, but not in
        // more than alpha.
        assertThat(rejectedBuilds).isBetween(1, (int) (BUILDS * ALPHA));
    }

    @Test
    void a_threefold_breach_of_three_nines_at_twenty_thousand_requests_is_found_in_ninety_nine_of_a_hundred_builds() {
        Random random = new Random(43);
        int found = 0;
        int builds = 2_000;
        for (int build = 0; build < builds; build++) {
            List<SliCounts> questions = new ArrayList<>();
            questions.add(question(random, Objective.of("0.999"), 20_000, 0.003));
            for (int i = 1; i < ENDPOINTS; i++) {
                questions.add(question(random, Objective.of("0.99"), 500, 0.01));
            }
            List<Boolean> missed = missed(questions, rejected(questions));
            isWhatTheJudgeSays(build, questions, missed);
            found += missed.get(0) ? 1 : 0;
        }
        double share = (double) found / builds;
        System.getLogger(getClass().getName())
                .log(
                        System.Logger.Level.INFO,
                        "threefold breaches found: {0} of {1}, standard error {2}",
                        found,
                        builds,
                        Math.sqrt(share * (1 - share) / builds));
        assertThat(share).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void without_the_correction_most_builds_would_raise_a_false_alarm() {
        Random random = new Random(44);
        int alarms = 0;
        for (int build = 0; build < 200; build++) {
            for (int i = 0; i < ENDPOINTS; i++) {
                SliCounts question = question(
                        random,
                        OBJECTIVES.get(i % 3),
                        1_000,
                        OBJECTIVES.get(i % 3).allowedBadRatio());
                if (pValue(question) <= ALPHA) {
                    alarms++;
                    break;
                }
            }
        }
        assertThat(alarms)
                .as("builds of 200 with an alarm at the same alpha, uncorrected")
                .isGreaterThan(100);
    }

    private static boolean[] rejected(List<SliCounts> questions) {
        return HolmCorrection.rejected(
                questions.stream().mapToDouble(FalseAlarmSimulationTest::pValue).toArray(), ALPHA);
    }

    private static double pValue(SliCounts question) {
        return ExactBinomial.pValue(
                question.whole().total(),
                question.whole().bad(),
                question.sli().objective().allowedBadRatio());
    }

    private static List<Boolean> missed(List<SliCounts> questions, boolean[] rejected) {
        List<Boolean> missed = new ArrayList<>();
        for (int i = 0; i < rejected.length; i++) {
            missed.add(rejected[i] && questions.get(i).chronic());
        }
        return missed;
    }

    /** The simulation leaves out what costs time and decides nothing, such as intervals; the first builds show that it decides as builds do. */
    private static void isWhatTheJudgeSays(int build, List<SliCounts> questions, List<Boolean> missed) {
        if (build < JUDGED_IN_FULL) {
            assertThat(new SliEvaluator(ALPHA).judge(questions))
                    .extracting(result -> result.verdict() == Verdict.MISSED)
                    .containsExactlyElementsOf(missed);
        }
    }

    private static boolean any(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    private static SliCounts question(Random random, Objective objective, long traffic, double badRatio) {
        Tally first = new Tally(traffic / 2, binomial(random, traffic / 2, badRatio));
        Tally second = new Tally(traffic - traffic / 2, binomial(random, traffic - traffic / 2, badRatio));
        return new SliCounts(
                new ErrorSli(objective), new Tally(traffic, first.bad() + second.bad()), first, second, null);
    }

    /** Counts successes by jumping from one to the next: gaps between successes are geometric. */
    private static long binomial(Random random, long n, double p) {
        long successes = 0;
        double logQ = Math.log1p(-p);
        for (double at = gap(random, logQ); at < n; at += 1 + gap(random, logQ)) {
            successes++;
        }
        return successes;
    }

    private static double gap(Random random, double logQ) {
        return Math.floor(Math.log(1 - random.nextDouble()) / logQ);
    }
}
