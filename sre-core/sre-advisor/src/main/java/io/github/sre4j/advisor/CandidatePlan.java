package io.github.sre4j.advisor;

import io.github.sre4j.advisor.narration.Narration;
import io.github.sre4j.advisor.remedy.RemedyKind;
import io.github.sre4j.advisor.tracking.TrackRecord;
import io.github.sre4j.sli.SliKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The candidates of a service, best first, and what else there is to know.
 *
 * @param candidates the candidates, ranked
 * @param shown how many of them are shown in full
 * @param excessPerDay what users of all endpoints that miss the standard for latency wait too long, seconds a day
 * @param failedPerDay failed requests a day of all endpoints that miss it for errors
 * @param unexplained endpoints without a candidate, most excess first
 * @param harmless what was seen and does not matter
 * @param queries how many queries it took; 0 for files
 * @param windowDays time in which requests were observed, in days
 * @param notes what could not be found out, a sentence each
 * @param track what became of the proposals taken before
 * @param narrations what a language model said of candidates, where one is configured
 */
public record CandidatePlan(
        List<Candidate> candidates,
        int shown,
        double excessPerDay,
        double failedPerDay,
        List<EndpointWithoutCandidate> unexplained,
        List<HarmlessRepeat> harmless,
        int queries,
        double windowDays,
        List<String> notes,
        TrackRecord track,
        List<Narration> narrations) {

    /** Copies the lists. */
    public CandidatePlan {
        candidates = List.copyOf(candidates);
        unexplained = List.copyOf(unexplained);
        harmless = List.copyOf(harmless);
        notes = List.copyOf(notes);
        narrations = List.copyOf(narrations);
    }

    /** The plan with what became of earlier proposals. */
    public CandidatePlan with(TrackRecord record) {
        return new CandidatePlan(
                candidates,
                shown,
                excessPerDay,
                failedPerDay,
                unexplained,
                harmless,
                queries,
                windowDays,
                notes,
                Objects.requireNonNull(record),
                narrations);
    }

    /** The plan with words around it; nothing else changes. */
    public CandidatePlan with(List<Narration> words) {
        return new CandidatePlan(
                candidates,
                shown,
                excessPerDay,
                failedPerDay,
                unexplained,
                harmless,
                queries,
                windowDays,
                notes,
                track,
                words);
    }

    /** What a language model said of a candidate, if anything that stands. */
    public Optional<Narration> narration(Candidate candidate) {
        return narrations.stream()
                .filter(each ->
                        each.rank() == candidate.rank() && !each.sentences().isEmpty())
                .findFirst();
    }

    /** The waiting that the first candidates give back together, seconds a day. */
    public double secondsOfFirst(int k) {
        return candidates.stream()
                .limit(k)
                .mapToDouble(each -> each.impact().secondsPerDay())
                .sum();
    }

    /** The failed requests a day that the first candidates make good. */
    public double failuresOfFirst(int k) {
        return candidates.stream()
                .limit(k)
                .filter(each -> each.kind() == SliKind.ERRORS)
                // To find the origin of failures makes none of them good.
                .filter(each -> each.fix().kind() != RemedyKind.FIND_ORIGIN)
                .mapToDouble(each -> each.impact().goodPerDay())
                .sum();
    }

    /** The candidates shown in full. */
    public List<Candidate> first() {
        return candidates.subList(0, Math.min(shown, candidates.size()));
    }

    /** Those that get a line each. */
    public List<Candidate> others() {
        return candidates.subList(Math.min(shown, candidates.size()), candidates.size());
    }
}
