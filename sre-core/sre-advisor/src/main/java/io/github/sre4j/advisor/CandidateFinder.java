package io.github.sre4j.advisor;

import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.advisor.evidence.Breakdown;
import io.github.sre4j.advisor.evidence.EndpointEvidence;
import io.github.sre4j.advisor.evidence.EvidenceQuestion;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.tracking.TrackRecord;
import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.trace.error.ApplicationCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the changes that give users most time back.
 *
 * <p>No fix gives back more than its endpoint's excess, so endpoints are asked about in that order, and asking ends once as many candidates as are to
 * be shown are worth more than what the next endpoint has in all: the list is the one that asking about every endpoint would give, except that a change may help
 * some of those, too, so that it gives back no less than it says. Immutable; as
 * thread-safe as the source and the index.
 */
public final class CandidateFinder {

    private final EvidenceSource source;
    private final SourceIndex index;
    private final ApplicationCode code;
    private final OwnHosts own;

    /**
     * An improver.
     *
     * @param source finds out why
     * @param index finds out where; {@link SourceIndex#NONE} without sources
     * @param code tells the application's classes from libraries
     * @param own tells the organisation's hosts from those of others
     */
    public CandidateFinder(EvidenceSource source, SourceIndex index, ApplicationCode code, OwnHosts own) {
        this.source = Objects.requireNonNull(source, "source");
        this.index = Objects.requireNonNull(index, "index");
        this.code = Objects.requireNonNull(code, "code");
        this.own = Objects.requireNonNull(own, "own");
    }

    /**
     * The candidates of a service.
     *
     * @param assessment what misses
     * @param top how many candidates are shown in full, at least 1
     * @throws TelemetryException if the source cannot be read
     * @throws IllegalArgumentException if {@code top} is less than 1
     */
    public CandidatePlan plan(Assessment assessment, int top) throws TelemetryException {
        if (top < 1) {
            throw new IllegalArgumentException("at least one candidate must be shown, not " + top);
        }
        double days = assessment.observed().days();
        List<MaxImpact> ceilings = assessment.endpoints(Verdict.MISSED).stream()
                .map(result -> MaxImpact.of(result, days))
                .sorted(Comparator.comparingDouble(MaxImpact::secondsPerDay)
                        .reversed()
                        .thenComparing(each -> each.result().endpoint().name()))
                .toList();
        List<MaxImpact> askable =
                ceilings.stream().filter(each -> each.question().isPresent()).toList();
        EvidenceCollector collector = new EvidenceCollector(source, assessment.window());
        Map<EndpointName, Breakdown> breakdowns = collector.breakdowns();
        CandidateChangeFinder finder = new CandidateChangeFinder(index, code, own, days);
        List<CandidateChange> changes = new ArrayList<>();
        List<Candidate> found = List.of();
        List<EndpointWithoutCandidate> unexplained = new ArrayList<>();
        Set<EndpointName> unanswered = new HashSet<>();
        int asked = 0;
        while (asked < askable.size() && !settled(found, top, askable.get(asked))) {
            List<MaxImpact> batch = askable.subList(asked, (int)
                    Math.min(askable.size(), (long) asked + Math.min(source.maxBatchSize(), askable.size())));
            List<EvidenceQuestion> questions =
                    batch.stream().map(each -> each.question().orElseThrow()).toList();
            List<Optional<EndpointEvidence>> answers = collector.answers(questions);
            for (int i = 0; i < batch.size(); i++) {
                MaxImpact ceiling = batch.get(i);
                EndpointName name = ceiling.result().endpoint().name();
                if (answers.get(i).isPresent()) {
                    EndpointEvidence answer = answers.get(i).get().over(days);
                    changes.addAll(finder.of(ceiling, answer, breakdowns.getOrDefault(name, Breakdown.NONE)));
                } else {
                    unanswered.add(name);
                }
            }
            asked += batch.size();
            found = GreedySelection.candidates(changes);
        }
        Set<EndpointName> helped = found.stream()
                .flatMap(each -> each.helped().stream())
                .map(each -> each.endpoint().name())
                .collect(Collectors.toSet());
        askable.subList(0, asked).stream()
                .filter(each -> !helped.contains(each.result().endpoint().name()))
                .forEach(each -> unexplained.add(unexplained(
                        each,
                        unanswered.contains(each.result().endpoint().name())
                                ? EndpointWithoutCandidate.Why.NO_ANSWER
                                : EndpointWithoutCandidate.Why.NO_CAUSE)));
        askable.subList(asked, askable.size())
                .forEach(each -> unexplained.add(unexplained(each, EndpointWithoutCandidate.Why.NOT_ASKED)));
        ceilings.stream()
                .filter(MaxImpact::page)
                .forEach(each -> unexplained.add(unexplained(each, EndpointWithoutCandidate.Why.PAGE)));
        assessment.endpoints(Verdict.WAIVED).stream()
                .map(result -> MaxImpact.of(result, days))
                .forEach(each -> unexplained.add(unexplained(each, EndpointWithoutCandidate.Why.WAIVED)));
        double excess = ceilings.stream().mapToDouble(MaxImpact::secondsPerDay).sum();
        return new CandidatePlan(
                ranked(found, excess),
                top,
                ceilings.stream().mapToDouble(MaxImpact::waitingPerDay).sum(),
                ceilings.stream().mapToDouble(MaxImpact::failedPerDay).sum(),
                unexplained.stream()
                        .sorted(Comparator.comparing((EndpointWithoutCandidate each) ->
                                        each.why() == EndpointWithoutCandidate.Why.WAIVED)
                                .thenComparing(each -> -each.excessPerDay()))
                        .toList(),
                HarmlessRepeatFinder.of(assessment, breakdowns),
                source.queries(),
                days,
                List.of(),
                TrackRecord.NONE,
                List.of());
    }

    private static EndpointWithoutCandidate unexplained(MaxImpact ceiling, EndpointWithoutCandidate.Why why) {
        return new EndpointWithoutCandidate(ceiling.result().endpoint(), ceiling.secondsPerDay(), why);
    }

    /** Whether no candidate of this endpoint, or of a later one, can be among the first. */
    private static boolean settled(List<Candidate> found, int top, MaxImpact next) {
        return found.stream()
                        .filter(each -> each.score() >= next.secondsPerDay())
                        .count()
                >= top;
    }

    private static List<Candidate> ranked(List<Candidate> found, double excess) {
        List<Candidate> sorted = found.stream()
                .sorted(Comparator.comparing((Candidate each) -> each.caveat() == Caveat.TRIVIAL_TRAFFIC)
                        .thenComparing(
                                Comparator.comparingDouble(Candidate::score).reversed())
                        .thenComparing(Candidate::key))
                .toList();
        List<Candidate> ranked = new ArrayList<>();
        for (Candidate each : sorted) {
            ranked.add(each.ranked(ranked.size() + 1, excess == 0 ? 0 : Math.min(1, each.excessPerDay() / excess)));
        }
        return ranked;
    }

    /** What an endpoint's code is in the source, best first; for endpoints without candidates, too. */
    public static List<io.github.sre4j.code.SourceLocation> code(SourceIndex index, EndpointResult result) {
        return index.handlers(result.endpoint().name());
    }
}
