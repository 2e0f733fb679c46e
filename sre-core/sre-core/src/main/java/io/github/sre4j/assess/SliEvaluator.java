package io.github.sre4j.assess;

import io.github.sre4j.assess.stats.ClopperPearson;
import io.github.sre4j.assess.stats.ConfidenceBounds;
import io.github.sre4j.assess.stats.ExactBinomial;
import io.github.sre4j.assess.stats.HolmCorrection;
import io.github.sre4j.assess.stats.RequiredGoodEvents;
import io.github.sre4j.sli.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Judges the SLIs of one build together.
 *
 * <p>MISSED: the one-sided exact binomial test of "bad ratio ≤ allowed" is rejected under Holm's correction over all SLIs with events, and
 * the bad ratio exceeds what is allowed in both halves of the window. MET: the one-sided 95 % Clopper-Pearson upper bound of the bad ratio
 * is within what is allowed. Else UNDECIDED.
 */
final class SliEvaluator {

    /** Confidence of the bound that MET needs and of the interval that is shown. */
    static final double BOUND_CONFIDENCE = 0.95;

    private final double familyWiseAlpha;

    SliEvaluator(double familyWiseAlpha) {
        this.familyWiseAlpha = familyWiseAlpha;
    }

    /** One result for each question, in order. */
    List<SliResult> judge(List<SliCounts> questions) {
        double[] pValues = questions.stream()
                .filter(question -> question.whole().total() > 0)
                .mapToDouble(SliEvaluator::pValue)
                .toArray();
        boolean[] rejected = HolmCorrection.rejected(pValues, familyWiseAlpha);
        List<SliResult> results = new ArrayList<>(questions.size());
        int tested = 0;
        for (SliCounts question : questions) {
            if (question.whole().total() == 0) {
                results.add(noEvents(question));
            } else {
                results.add(judged(question, pValues[tested], rejected[tested]));
                tested++;
            }
        }
        return results;
    }

    private static double pValue(SliCounts question) {
        Tally tally = question.whole();
        return ExactBinomial.pValue(
                tally.total(), tally.bad(), question.sli().objective().allowedBadRatio());
    }

    private static SliResult judged(SliCounts question, double pValue, boolean rejected) {
        Tally tally = question.whole();
        double allowed = question.sli().objective().allowedBadRatio();
        if (rejected) {
            boolean chronic = question.chronic();
            return result(
                    question,
                    pValue,
                    chronic ? Verdict.MISSED : Verdict.UNDECIDED,
                    chronic ? VerdictReason.CHRONIC : VerdictReason.INCIDENT,
                    furtherGood(tally, allowed));
        }
        if (ClopperPearson.provesAtMost(tally.total(), tally.bad(), allowed, BOUND_CONFIDENCE)) {
            return result(question, pValue, Verdict.MET, VerdictReason.WITHIN, OptionalLong.empty());
        }
        return result(
                question, pValue, Verdict.UNDECIDED, VerdictReason.TOO_LITTLE_TRAFFIC, furtherGood(tally, allowed));
    }

    private static OptionalLong furtherGood(Tally tally, double allowed) {
        return RequiredGoodEvents.needed(tally.total(), tally.bad(), allowed, BOUND_CONFIDENCE);
    }

    private static SliResult noEvents(SliCounts question) {
        return new SliResult(
                question.sli(),
                question.whole(),
                Interval.UNKNOWN,
                1.0,
                Verdict.NO_DATA,
                VerdictReason.NO_EVENTS,
                RequiredGoodEvents.needed(0, 0, question.sli().objective().allowedBadRatio(), BOUND_CONFIDENCE),
                null);
    }

    private static SliResult result(
            SliCounts question, double pValue, Verdict verdict, VerdictReason reason, OptionalLong furtherGood) {
        Tally tally = question.whole();
        ConfidenceBounds badBounds = ClopperPearson.interval(tally.total(), tally.bad(), BOUND_CONFIDENCE);
        return new SliResult(
                question.sli(),
                tally,
                new Interval(1 - badBounds.high(), 1 - badBounds.low()),
                pValue,
                verdict,
                reason,
                furtherGood,
                question.worstHour());
    }
}
