package io.github.sre4j.advisor;

import io.github.sre4j.advisor.cause.Basis;
import io.github.sre4j.advisor.cause.Cause;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.advisor.cause.LatencyCause;
import io.github.sre4j.advisor.impact.Impact;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.sli.EndpointName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes candidates of changes: what is one change for several endpoints becomes one candidate, the best is taken, and what the others give back after it is
 * computed anew, until nothing is left that gives anything. Not thread-safe.
 */
final class GreedySelection {

    /** Rows that a batch reads at once, as the proposals' {@code @BatchSize} says. */
    private static final double BATCH = 50;

    private final Map<Object, List<CandidateChange>> open = new LinkedHashMap<>();
    private final Map<Object, Optional<Candidate>> known = new HashMap<>();
    private final Map<EndpointName, List<LatencyCause>> taken = new HashMap<>();
    private final Map<List<Object>, Double> goodPerDay = new HashMap<>();

    private GreedySelection(List<CandidateChange> changes) {
        changes.forEach(change -> open.computeIfAbsent(change.key().orElseGet(Object::new), any -> new ArrayList<>())
                .add(change));
    }

    /** The candidates of all these changes, without ranks, in the order in which they are taken. */
    static List<Candidate> candidates(List<CandidateChange> changes) {
        return new GreedySelection(changes).take();
    }

    private List<Candidate> take() {
        List<Candidate> made = new ArrayList<>();
        while (true) {
            Object best = null;
            Candidate candidate = null;
            for (Object key : open.keySet()) {
                Candidate next = known.computeIfAbsent(key, this::candidate).orElse(null);
                if (next != null && (candidate == null || next.score() > candidate.score())) {
                    best = key;
                    candidate = next;
                }
            }
            if (best == null || candidate == null) {
                return made;
            }
            made.add(candidate);
            candidate
                    .helped()
                    .forEach(each -> goodPerDay.merge(
                            sli(each.endpoint().name(), each.doneWhen().sli()),
                            each.impact().goodPerDay(),
                            Double::sum));
            taken(best);
        }
    }

    /** Notes what is gone; whatever touches the same endpoints is to be computed anew. */
    private void taken(Object key) {
        Set<EndpointName> touched = new HashSet<>();
        for (CandidateChange change : open.getOrDefault(key, List.of())) {
            touched.add(change.endpoint().name());
            if (change.gain() instanceof ImpactModel.Waiting waiting) {
                taken.computeIfAbsent(change.endpoint().name(), any -> new ArrayList<>())
                        .add(waiting.cause());
            }
        }
        open.remove(key);
        open.forEach((other, changes) -> {
            if (changes.stream()
                    .anyMatch(each -> touched.contains(each.endpoint().name()))) {
                known.remove(other);
            }
        });
    }

    /** One change with all it gives back now; empty if that is nothing. */
    private Optional<Candidate> candidate(Object key) {
        List<CandidateChange> changes = open.getOrDefault(key, List.of());
        List<AffectedEndpoint> helped = new ArrayList<>();
        CandidateChange main = null;
        for (CandidateChange change : changes) {
            Impact impact =
                    change.gain().after(taken.getOrDefault(change.endpoint().name(), List.of()));
            if (impact.rankedSecondsPerDay() > 0) {
                helped.add(new AffectedEndpoint(
                        change.endpoint(),
                        change.excessPerDay(),
                        change.cause(),
                        impact,
                        expectedGoodRatio(change, impact),
                        done(change)));
            }
        }
        helped.sort(Comparator.comparingDouble(
                        (AffectedEndpoint each) -> each.impact().rankedSecondsPerDay())
                .reversed()
                .thenComparing(each -> each.endpoint().name()));
        for (CandidateChange change : changes) {
            if (!helped.isEmpty() && change.endpoint().equals(helped.get(0).endpoint())) {
                main = change;
                break;
            }
        }
        return main == null ? Optional.empty() : Optional.of(candidate(main, helped, caveat(changes)));
    }

    private double expectedGoodRatio(CandidateChange change, Impact impact) {
        double before = goodPerDay.getOrDefault(sli(change.endpoint().name(), change.sli()), 0.0);
        double more = change.requestsPerDay() == 0 ? 0 : (before + impact.goodPerDay()) / change.requestsPerDay();
        return Math.min(1, change.sli().tally().goodRatio() + more);
    }

    private static List<Object> sli(EndpointName endpoint, SliResult sli) {
        return List.of(endpoint, sli.sli().kind());
    }

    private static Candidate candidate(CandidateChange main, List<AffectedEndpoint> helped, @Nullable Caveat caveat) {
        return new Candidate(
                0,
                main.endpoint(),
                helped.stream().mapToDouble(AffectedEndpoint::excessPerDay).sum(),
                0,
                cause(helped),
                helped.stream()
                        .map(AffectedEndpoint::impact)
                        .reduce(Impact::plus)
                        .orElse(Impact.NONE),
                main.fixability(),
                main.places(),
                main.fix(),
                helped.get(0).doneWhen(),
                caveat,
                helped);
    }

    /** Why the first one misses, with how sure that is of all, each by what it gives back; of the others, what shows it there. */
    private static Cause cause(List<AffectedEndpoint> helped) {
        Cause first = helped.get(0).cause();
        if (helped.size() == 1) {
            return first;
        }
        double all = helped.stream()
                .mapToDouble(each -> each.impact().rankedSecondsPerDay())
                .sum();
        double sure = helped.stream()
                .mapToDouble(each ->
                        each.impact().rankedSecondsPerDay() * each.cause().confidence())
                .sum();
        List<Fact> facts = new ArrayList<>(first.facts());
        for (AffectedEndpoint other : helped.subList(1, helped.size())) {
            other.cause().facts().stream()
                    .filter(fact -> fact.key().equals("seen-in"))
                    .findFirst()
                    .ifPresent(seen -> facts.add(Fact.of(
                            Basis.TRACES,
                            "seen-in-other",
                            other.endpoint().label(),
                            seen.values().get(0),
                            seen.values().get(1))));
        }
        return new Cause(first.kind(), first.subject(), first.target(), facts, sure / all, first.calls());
    }

    /** What stands against all of them stands against the change. */
    private static @Nullable Caveat caveat(List<CandidateChange> changes) {
        Caveat first = changes.get(0).caveat();
        return changes.stream().allMatch(each -> each.caveat() == first) ? first : null;
    }

    private static DoneWhen done(CandidateChange change) {
        Cause cause = change.cause();
        boolean repeats = cause.kind() == CauseKind.N_PLUS_ONE_QUERIES
                || cause.kind() == CauseKind.REPEATED_WRITES
                || cause.kind() == CauseKind.REPEATED_HTTP_CALLS;
        return new DoneWhen(change.sli(), repeats ? cause.calls() : 0, repeats ? callsLeft(cause) : 0);
    }

    /** Calls that a fix of repeated ones may leave: one for each batch, and one, since some requests have more than the median. */
    private static long callsLeft(Cause cause) {
        return 1 + (long) Math.ceil(cause.calls() / BATCH);
    }
}
