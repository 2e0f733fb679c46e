package io.github.sre4j.improve;

import io.github.sre4j.assess.SliResult;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourcePlace;
import io.github.sre4j.improve.Locator.Located;
import io.github.sre4j.improve.cause.Callee;
import io.github.sre4j.improve.cause.Cause;
import io.github.sre4j.improve.cause.CauseKind;
import io.github.sre4j.improve.cause.ErrorCause;
import io.github.sre4j.improve.cause.ErrorCauses;
import io.github.sre4j.improve.cause.LatencyCause;
import io.github.sre4j.improve.cause.LatencyCauses;
import io.github.sre4j.improve.cause.OwnHosts;
import io.github.sre4j.improve.cause.Target;
import io.github.sre4j.improve.effect.Effect;
import io.github.sre4j.improve.effect.EffectFormula;
import io.github.sre4j.improve.effect.Saving;
import io.github.sre4j.improve.effect.Tail;
import io.github.sre4j.improve.evidence.Breakdown;
import io.github.sre4j.improve.evidence.EndpointEvidence;
import io.github.sre4j.improve.propose.Proposal;
import io.github.sre4j.improve.propose.Remedies;
import io.github.sre4j.improve.propose.Situation;
import io.github.sre4j.trace.error.ApplicationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the candidates of one endpoint. */
final class CandidateMaker {

    /** What gives back less of the endpoint's excess than this is noise. */
    private static final double LEAST_SHARE = 0.01;

    /** Fewer requests a day are hardly any. */
    private static final double TRIVIAL_PER_DAY = 10;

    /** Rows that a batch reads at once, as the proposals' {@code @BatchSize} says. */
    private static final double BATCH = 50;

    private final SourceIndex index;
    private final Locator locator;
    private final LatencyCauses latencyCauses;
    private final ErrorCauses errorCauses;
    private final double days;

    CandidateMaker(SourceIndex index, ApplicationCode code, OwnHosts own, double days) {
        this.index = index;
        this.locator = new Locator(index);
        this.latencyCauses = new LatencyCauses(code, own);
        this.errorCauses = new ErrorCauses(code);
        this.days = days;
    }

    /** The candidates of an endpoint, best first, without ranks. */
    List<Candidate> of(Ceiling ceiling, EndpointEvidence evidence, Breakdown breakdown) {
        List<Candidate> candidates = new ArrayList<>();
        if (ceiling.latency() != null && evidence.slowRequests().isPresent()) {
            candidates.addAll(slow(ceiling, evidence, breakdown));
        }
        if (ceiling.errors() != null && evidence.failedRequests().isPresent()) {
            candidates.addAll(failed(ceiling, evidence, breakdown));
        }
        return candidates;
    }

    /** Greedy: the best is taken, and what the others give back after it is computed anew. */
    private List<Candidate> slow(Ceiling ceiling, EndpointEvidence evidence, Breakdown breakdown) {
        Tail tail = evidence.slowRequests().orElseThrow();
        List<Open> open = new ArrayList<>();
        for (LatencyCause each : latencyCauses.of(evidence, breakdown)) {
            Located located =
                    locator.locate(each.cause(), ceiling.result().endpoint().name());
            open.add(open(ceiling, each.with(located.cause()), located));
        }
        List<Candidate> made = new ArrayList<>();
        List<LatencyCause> taken = new ArrayList<>();
        while (!open.isEmpty()) {
            Open best = open.get(0);
            Candidate candidate = candidate(ceiling, tail, taken, best);
            for (Open other : open.subList(1, open.size())) {
                Candidate next = candidate(ceiling, tail, taken, other);
                if (next.score() > candidate.score()) {
                    best = other;
                    candidate = next;
                }
            }
            if (candidate.effect().secondsPerDay() < LEAST_SHARE * tail.excessPerDay()
                    || candidate.effect().secondsPerDay() == 0) {
                break;
            }
            made.add(candidate);
            taken.add(best.cause());
            open.remove(best);
        }
        return made;
    }

    /**
     * A cause that has not been taken.
     *
     * @param cause the cause
     * @param places where, best first
     * @param fixability how far it is in the owner's hands
     * @param proposal what to change
     * @param obstacle why it is worth less
     */
    private record Open(
            LatencyCause cause,
            List<SourcePlace> places,
            Fixability fixability,
            Proposal proposal,
            @Nullable Obstacle obstacle) {}

    private Open open(Ceiling ceiling, LatencyCause cause, Located located) {
        Proposal proposal = Remedies.forLatency(
                new Situation(located.cause(), located.places(), located.hints(), index, ceiling.threshold()));
        Callee callee = callee(located.cause());
        Obstacle obstacle = trivial(ceiling)
                ? Obstacle.TRIVIAL_TRAFFIC
                : callee == Callee.THIRD_PARTY ? Obstacle.THIRD_PARTY : null;
        Fixability.Place place = switch (callee) {
            case SEEN -> located.known();
            case UNKNOWN -> Fixability.Place.UNSEEN_SERVICE;
            case THIRD_PARTY -> Fixability.Place.THIRD_PARTY;
        };
        return new Open(
                cause,
                placesOf(proposal, located.places()),
                new Fixability(place, proposal.kind()),
                proposal,
                obstacle);
    }

    /** Where a single slow call spends its time; all else happens in the service itself. */
    private static Callee callee(Cause cause) {
        return cause.kind() == CauseKind.SLOW_EXTERNAL_CALL && cause.target() instanceof Target.Call call
                ? call.callee()
                : Callee.SEEN;
    }

    private boolean trivial(Ceiling ceiling) {
        return ceiling.result().measurement().traffic() / days < TRIVIAL_PER_DAY;
    }

    private Candidate candidate(Ceiling ceiling, Tail tail, List<LatencyCause> taken, Open open) {
        Saving saving = taken.isEmpty()
                ? open.cause().saving()
                : open.cause().saving().without(open.cause().sharedWith(taken));
        Effect effect = EffectFormula.of(
                tail,
                taken.stream().map(LatencyCause::saving).toList(),
                saving,
                open.cause().traces(),
                open.cause().atMostPerDay());
        SliResult sli = Objects.requireNonNull(ceiling.latency());
        return new Candidate(
                0,
                ceiling.result().endpoint(),
                tail.excessPerDay(),
                0,
                open.cause().cause(),
                effect,
                open.fixability(),
                open.places(),
                open.proposal(),
                done(sli, open.cause().cause()),
                open.obstacle());
    }

    private static DoneWhen done(SliResult sli, Cause cause) {
        boolean repeats = cause.kind() == CauseKind.N_PLUS_ONE_QUERIES || cause.kind() == CauseKind.REPEATED_HTTP_CALLS;
        return new DoneWhen(sli, repeats ? cause.calls() : 0, callsLeft(cause));
    }

    /** Calls that a fix of repeated ones may leave: one for each batch, and one, since some requests have more than the median. */
    private static long callsLeft(Cause cause) {
        return 1 + (long) Math.ceil(cause.calls() / BATCH);
    }

    /** Where the cause shows and the change is made comes first, then where else the cause may be. */
    private static List<SourcePlace> placesOf(Proposal proposal, List<SourcePlace> places) {
        List<SourcePlace> all = new ArrayList<>(proposal.places());
        places.stream()
                .filter(place -> all.stream()
                        .noneMatch(other -> other.file().equals(place.file()) && other.line() == place.line()))
                .forEach(all::add);
        return all;
    }

    private List<Candidate> failed(Ceiling ceiling, EndpointEvidence evidence, Breakdown breakdown) {
        SliResult sli = Objects.requireNonNull(ceiling.errors());
        double each = ceiling.secondsEachFailure();
        List<ErrorCause> causes = errorCauses.of(evidence, breakdown, Ceiling.weight(ceiling.result()), days);
        double all = causes.stream().mapToDouble(ErrorCause::failedPerDay).sum();
        List<Candidate> made = new ArrayList<>();
        for (ErrorCause cause : causes) {
            if (cause.failedPerDay() < LEAST_SHARE * all) {
                continue;
            }
            Located located =
                    locator.locate(cause.cause(), ceiling.result().endpoint().name());
            Proposal proposal = Remedies.forErrors(
                    new Situation(located.cause(), located.places(), located.hints(), index, ceiling.threshold()),
                    cause.remedy());
            made.add(new Candidate(
                    0,
                    ceiling.result().endpoint(),
                    all * each,
                    0,
                    located.cause(),
                    Effect.ofErrors(cause.failedPerDay(), cause.low(), cause.high(), each, cause.seen()),
                    new Fixability(located.known(), proposal.kind()),
                    placesOf(proposal, located.places()),
                    proposal,
                    new DoneWhen(sli, 0, 0),
                    trivial(ceiling) ? Obstacle.TRIVIAL_TRAFFIC : null));
        }
        return made;
    }
}
