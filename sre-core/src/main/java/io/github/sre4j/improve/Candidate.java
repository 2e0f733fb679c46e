package io.github.sre4j.improve;

import io.github.sre4j.code.SourcePlace;
import io.github.sre4j.improve.cause.Cause;
import io.github.sre4j.improve.effect.Effect;
import io.github.sre4j.improve.propose.Proposal;
import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.SliKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change that brings an endpoint nearer to the standard.
 *
 * @param rank its place in the list, from 1
 * @param endpoint the endpoint
 * @param excessPerDay what the endpoint's users wait too long, seconds a day; for errors, what its failed requests count as
 * @param shareOfExcess of what all endpoints' users wait too long, 0 to 1
 * @param cause why
 * @param effect what the change gives back, after the candidates before it have been done
 * @param fixability how far it lies in the owner's hands
 * @param places where, best first; several if nobody can tell which
 * @param proposal what to change
 * @param doneWhen when it is done
 * @param obstacle why it is worth less than it looks, or null
 */
public record Candidate(
        int rank,
        Endpoint endpoint,
        double excessPerDay,
        double shareOfExcess,
        Cause cause,
        Effect effect,
        Fixability fixability,
        List<SourcePlace> places,
        Proposal proposal,
        DoneWhen doneWhen,
        @Nullable Obstacle obstacle) {

    /** Copies the list. */
    public Candidate {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(fixability, "fixability");
        Objects.requireNonNull(proposal, "proposal");
        Objects.requireNonNull(doneWhen, "doneWhen");
        places = List.copyOf(places);
    }

    /** What it is ranked by: effect × confidence × fixability. */
    public double score() {
        return effect.rankedSecondsPerDay() * cause.confidence() * fixability.factor();
    }

    /** The SLI it is about. */
    public SliKind kind() {
        return doneWhen.sli().sli().kind();
    }

    /** Why it is worth less than it looks. */
    public Optional<Obstacle> but() {
        return Optional.ofNullable(obstacle);
    }

    /** The best place, if any was found. */
    public Optional<SourcePlace> place() {
        return places.stream().findFirst();
    }

    /** What tells it from other candidates, today and in later checks: endpoint, SLI, cause and subject. */
    public String key() {
        return String.join(
                " | ", endpoint.name().value(), kind().id(), cause.kind().id(), cause.subject());
    }

    Candidate ranked(int newRank, double newShare) {
        return new Candidate(
                newRank,
                endpoint,
                excessPerDay,
                newShare,
                cause,
                effect,
                fixability,
                places,
                proposal,
                doneWhen,
                obstacle);
    }
}
