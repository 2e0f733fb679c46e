package io.github.sre4j.assess;

import io.github.sre4j.assess.course.CourseFinder;
import io.github.sre4j.assess.course.TimeCourse;
import io.github.sre4j.assess.dispersion.DispersionEstimator;
import io.github.sre4j.assess.dispersion.ServiceDispersion;
import io.github.sre4j.assess.stats.ConfidenceBounds;
import io.github.sre4j.assess.stats.Dispersion;
import io.github.sre4j.assess.stats.HolmCorrection;
import io.github.sre4j.assess.stats.RequiredGoodEvents;
import io.github.sre4j.assess.stats.ScaledBinomial;
import io.github.sre4j.sli.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the SLIs of one build together.
 *
 * <p>MISSED: the one-sided binomial test of "bad ratio ≤ allowed", scaled by the dispersion that the hours of all SLIs show ({@link
 * DispersionEstimator}), is rejected under Holm's correction over all SLIs with events, for the whole window or for its latest hours ({@link RecentExcess}), and
 * the endpoint is above its limit now, not only for a few hours ({@link CourseFinder}). MET: the scaled one-sided 95 % Clopper-Pearson upper bound of the bad ratio is within the limit. Otherwise UNDECIDED.
 */
final class SliEvaluator {

    /** Confidence of the bound that MET needs and of the interval that is shown. */
    static final double BOUND_CONFIDENCE = 0.95;

    /** Share of an SLI's risk of a false miss that is spent on the whole window; the rest on its latest hours. */
    private static final double WHOLE_WINDOW = 0.8;

    private final double familyWiseAlpha;
    private final CourseFinder courses;
    private final RecentExcess recent;

    SliEvaluator(double familyWiseAlpha, Duration incidentUpTo) {
        this.familyWiseAlpha = familyWiseAlpha;
        this.courses = new CourseFinder(incidentUpTo);
        this.recent = new RecentExcess(incidentUpTo);
    }

    /** Returns one result for each SLI, in order. */
    List<SliResult> evaluate(List<SliCounts> all) {
        List<SliCounts> counts =
                all.stream().filter(each -> each.whole().total() > 0).toList();
        ServiceDispersion service = DispersionEstimator.estimate(
                counts.stream().map(SliCounts::hours).toList());
        List<Dispersion> dispersions = IntStream.range(0, counts.size())
                .mapToObj(i ->
                        service.ofTest(i, counts.get(i).hours(), counts.get(i).allowed()))
                .toList();
        double[] pValues = pValues(counts, i -> pValue(counts.get(i), dispersions.get(i)));
        double[] latest = pValues(counts, i -> recent.pValue(counts.get(i), i, service));
        boolean[] rejected = HolmCorrection.rejected(
                pValues(counts, i -> recent.isTested(counts.get(i)) ? both(pValues[i], latest[i]) : pValues[i]),
                familyWiseAlpha);
        boolean[] unscaled = HolmCorrection.rejected(
                pValues(counts, i -> pValue(counts.get(i), Dispersion.INDEPENDENT)), familyWiseAlpha);
        List<SliResult> results = new ArrayList<>(all.size());
        int tested = 0;
        for (SliCounts sli : all) {
            if (sli.whole().total() == 0) {
                results.add(noEvents(sli));
            } else {
                results.add(new Evaluation(
                                sli,
                                dispersions.get(tested),
                                pValues[tested],
                                service.factor(tested, sli.hours(), sli.allowed()),
                                service.factor(tested, sli.hours(), sli.whole().badRatio()))
                        .result(rejected[tested], unscaled[tested], latest[tested] < pValues[tested]));
                tested++;
            }
        }
        return results;
    }

    private static double both(double whole, double latest) {
        return Math.min(1, Math.min(whole / WHOLE_WINDOW, latest / (1 - WHOLE_WINDOW)));
    }

    private static double[] pValues(List<SliCounts> counts, IntToDoubleFunction pValue) {
        return IntStream.range(0, counts.size()).mapToDouble(pValue).toArray();
    }

    private static double pValue(SliCounts sli, Dispersion dispersion) {
        Tally tally = sli.whole();
        return ScaledBinomial.pValue(tally.total(), tally.bad(), sli.allowed(), dispersion);
    }

    private static SliResult noEvents(SliCounts sli) {
        return new SliResult(
                sli.sli(),
                sli.whole(),
                Interval.UNKNOWN,
                1.0,
                Dispersion.INDEPENDENT,
                Verdict.NO_DATA,
                VerdictReason.NO_EVENTS,
                RequiredGoodEvents.needed(0, 0, sli.allowed(), BOUND_CONFIDENCE),
                null,
                null);
    }

    /** One SLI with its dispersion. */
    private final class Evaluation {

        private final SliCounts sli;
        private final Dispersion dispersion;
        private final double pValue;
        private final double boundFactor;
        private final double intervalFactor;

        Evaluation(SliCounts sli, Dispersion dispersion, double pValue, double boundFactor, double intervalFactor) {
            this.sli = sli;
            this.dispersion = dispersion;
            this.pValue = pValue;
            this.boundFactor = boundFactor;
            this.intervalFactor = intervalFactor;
        }

        /**
         * Returns the result.
         *
         * @param rejected whether neither chance nor bursts explain the bad events
         * @param unscaled whether chance alone does not
         * @param latestHours whether the latest hours show more than the whole window
         */
        SliResult result(boolean rejected, boolean unscaled, boolean latestHours) {
            if (rejected && latestHours && !sli.isAboveLimit()) {
                Optional<TimeCourse> regression = courses.diluted(sli.hours(), sli.allowed());
                if (regression.isPresent()) {
                    return result(Verdict.MISSED, VerdictReason.REGRESSION, regression.get());
                }
            }
            TimeCourse course = sli.isAboveLimit() && (rejected || unscaled)
                    ? courses.find(sli.hours(), sli.firstHalf(), sli.secondHalf(), sli.allowed())
                    : null;
            if (rejected && course != null && course.isLasting()) {
                return result(
                        Verdict.MISSED,
                        course.kind() == TimeCourse.Kind.CHRONIC ? VerdictReason.CHRONIC : VerdictReason.REGRESSION,
                        course);
            }
            if (course != null && !course.isLasting()) {
                return result(
                        Verdict.UNDECIDED,
                        course.kind() == TimeCourse.Kind.RECOVERED ? VerdictReason.RECOVERED : VerdictReason.INCIDENT,
                        course);
            }
            Tally tally = sli.whole();
            if (ScaledBinomial.provesAtMost(tally.total(), tally.bad(), sli.allowed(), BOUND_CONFIDENCE, boundFactor)) {
                return result(Verdict.MET, VerdictReason.WITHIN, null);
            }
            return result(
                    Verdict.UNDECIDED,
                    sli.isAboveLimit() ? VerdictReason.ABOVE_LIMIT : VerdictReason.TOO_LITTLE_TRAFFIC,
                    course);
        }

        private SliResult result(Verdict verdict, VerdictReason reason, @Nullable TimeCourse course) {
            Tally tally = sli.whole();
            ConfidenceBounds bad =
                    ScaledBinomial.interval(tally.total(), tally.bad(), BOUND_CONFIDENCE, intervalFactor);
            return new SliResult(
                    sli.sli(),
                    tally,
                    new Interval(1 - bad.high(), 1 - bad.low()),
                    pValue,
                    dispersion,
                    verdict,
                    reason,
                    verdict == Verdict.MET
                            ? OptionalLong.empty()
                            : RequiredGoodEvents.needed(
                                    tally.total(), tally.bad(), sli.allowed(), BOUND_CONFIDENCE, boundFactor),
                    course,
                    sli.worstHour());
        }
    }
}
