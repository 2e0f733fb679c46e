package io.github.sre4j.baseline;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.assess.stats.HolmCorrection;
import io.github.sre4j.assess.stats.ScaledFisher;
import io.github.sre4j.baseline.BaselineComparison.Missed;
import io.github.sre4j.baseline.BaselineComparison.Stale;
import io.github.sre4j.baseline.BaselineComparison.State;
import io.github.sre4j.baseline.BaselineComparison.Why;
import io.github.sre4j.sli.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a check against the baseline.
 *
 * <p>A known miss is worse if Fisher's exact test of "the share of bad events is no larger than it was", scaled by the dispersion of the SLI ({@link
 * ScaledFisher}), is rejected under Holm's correction over all entries of the baseline with traffic, at the standard's family-wise alpha, and the share is larger in both
 * halves of the window (a half without traffic does not count): an incident of one hour is no reason to stop a build. That of the time of the baseline is taken
 * to be the same. Thread-safe.
 */
public final class Ratchet {

    private Ratchet() {}

    /**
     * Compares.
     *
     * @param assessment the check
     * @param baseline the baseline, or null if there is none yet
     */
    public static BaselineComparison compare(Assessment assessment, @Nullable Baseline baseline) {
        Baseline known = baseline != null
                ? baseline
                : new Baseline(
                        assessment.standard().name(), assessment.standard().version(), List.of());
        boolean sameStandard = known.isOf(assessment.standard());
        List<Judged> judged = judged(assessment);
        boolean[] worse = worse(judged, known, assessment.standard().familyWiseAlpha());
        List<Missed> misses = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            Judged each = judged.get(i);
            if (each.sli().verdict() == Verdict.MISSED) {
                misses.add(new Missed(
                        each.endpoint().endpoint().name(),
                        each.endpoint().endpoint().label(),
                        each.sli().sli().kind(),
                        state(each, known, sameStandard, worse[i])));
            }
        }
        return new BaselineComparison(known, baseline != null, sameStandard, misses, stale(judged, known));
    }

    private static State state(Judged each, Baseline known, boolean sameStandard, boolean worse) {
        Optional<KnownViolation> entry = each.entry(known);
        if (entry.isEmpty()) {
            return sameStandard ? State.NEW : State.OTHER_STANDARD;
        }
        if (!entry.get().sli().equals(each.sli().sli())) {
            return State.OTHER_STANDARD;
        }
        return worse ? State.WORSE : State.KNOWN;
    }

    private static boolean[] worse(List<Judged> judged, Baseline known, double alpha) {
        boolean[] worse = new boolean[judged.size()];
        int[] tested = IntStream.range(0, judged.size())
                .filter(i -> judged.get(i).entry(known).isPresent())
                .toArray();
        if (tested.length == 0) {
            return worse;
        }
        boolean[] rejected = HolmCorrection.rejected(
                Arrays.stream(tested)
                        .mapToDouble(i -> judged.get(i).worsePValue(known))
                        .toArray(),
                alpha);
        for (int i = 0; i < tested.length; i++) {
            worse[tested[i]] = rejected[i] && judged.get(tested[i]).worseInBothHalves(known);
        }
        return worse;
    }

    private static List<Stale> stale(List<Judged> judged, Baseline known) {
        List<Stale> stale = new ArrayList<>();
        for (KnownViolation entry : known.misses()) {
            Optional<SliResult> now = judged.stream()
                    .filter(each -> each.isAbout(entry))
                    .map(Judged::sli)
                    .findFirst();
            if (now.isEmpty() || now.get().verdict() == Verdict.NO_DATA) {
                stale.add(new Stale(entry, Why.GONE));
            } else if (now.get().verdict() == Verdict.MET) {
                stale.add(new Stale(entry, Why.MET));
            }
        }
        return stale;
    }

    private static List<Judged> judged(Assessment assessment) {
        return assessment.judged().stream()
                .flatMap(endpoint -> endpoint.slis().stream().map(sli -> new Judged(endpoint, sli)))
                .toList();
    }

    /** One SLI of one endpoint of the check. */
    private record Judged(EndpointResult endpoint, SliResult sli) {

        Judged {
            Objects.requireNonNull(sli, "sli");
        }

        boolean isAbout(KnownViolation entry) {
            return entry.kind() == sli.sli().kind()
                    && entry.endpoint().equals(endpoint.endpoint().name());
        }

        Optional<KnownViolation> entry(Baseline known) {
            return known.find(endpoint.endpoint().name(), sli.sli().kind());
        }

        /** 1 for what is not missed or not comparable: the baseline was written before, so which entries are tested does not depend on the data. */
        double worsePValue(Baseline known) {
            return comparable(known)
                    .map(entry -> ScaledFisher.worsePValue(
                            entry.tally().total(),
                            entry.tally().bad(),
                            sli.tally().total(),
                            sli.tally().bad(),
                            sli.dispersionNow()))
                    .orElse(1.0);
        }

        boolean worseInBothHalves(Baseline known) {
            return comparable(known).stream()
                    .allMatch(entry -> halves().allMatch(half ->
                            half.total() == 0 || half.badRatio() > entry.tally().badRatio()));
        }

        private Stream<Tally> halves() {
            return Arrays.asList(
                            endpoint.measurement().firstHalf(),
                            endpoint.measurement().secondHalf())
                    .stream()
                    .map(half -> half.tally(sli.sli().kind()));
        }

        private Optional<KnownViolation> comparable(Baseline known) {
            return sli.verdict() == Verdict.MISSED
                    ? entry(known).filter(entry -> entry.sli().equals(sli.sli()))
                    : Optional.empty();
        }
    }
}
