package io.github.sre4j.advisor;

import io.github.sre4j.advisor.cause.Cause;
import io.github.sre4j.advisor.impact.Impact;
import io.github.sre4j.advisor.remedy.CertainLocation;
import io.github.sre4j.advisor.remedy.ProposedFix;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.SliKind;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change that brings an endpoint, or several, nearer to the standard.
 *
 * @param rank its place in the list, from 1
 * @param endpoint the endpoint it gives most back
 * @param excessPerDay what users of the endpoints it helps wait too long, seconds a day; for errors, what their failed requests count as
 * @param shareOfExcess of what all endpoints' users wait too long, 0 to 1
 * @param cause why
 * @param impact what the change gives back at all endpoints, after the candidates before it have been done
 * @param fixability how far it lies in the owner's hands
 * @param places where, best first; several if nobody can tell which
 * @param fix what to change
 * @param doneWhen when it is done
 * @param caveat why it is worth less than it looks, or null
 * @param helped the endpoints it helps, with what it gives back at each, most first; never empty
 */
public record Candidate(
        int rank,
        Endpoint endpoint,
        double excessPerDay,
        double shareOfExcess,
        Cause cause,
        Impact impact,
        Fixability fixability,
        List<SourceLocation> places,
        ProposedFix fix,
        DoneWhen doneWhen,
        @Nullable Caveat caveat,
        List<AffectedEndpoint> helped) {

    /** Copies the lists. */
    public Candidate {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(impact, "effect");
        Objects.requireNonNull(fixability, "fixability");
        Objects.requireNonNull(fix, "proposal");
        Objects.requireNonNull(doneWhen, "doneWhen");
        places = List.copyOf(places);
        helped = List.copyOf(helped);
    }

    /** What it is ranked by: effect × confidence × fixability. */
    public double score() {
        return impact.rankedSecondsPerDay() * cause.confidence() * fixability.factor();
    }

    /** The SLI it is about. */
    public SliKind kind() {
        return doneWhen.sli().sli().kind();
    }

    /** Why it is worth less than it looks. */
    public Optional<Caveat> but() {
        return Optional.ofNullable(caveat);
    }

    /** Returns the place of the change, or the only place to begin at; empty if several are possible. */
    public Optional<SourceLocation> place() {
        return fix.at().or(() -> CertainLocation.of(places));
    }

    /**
     * What tells it from other candidates, today and in later checks: endpoint, SLI, cause and subject. Of several endpoints the one whose name comes first,
     * as the one it helps most may be another tomorrow.
     */
    public String key() {
        return helped.stream()
                .min(Comparator.comparing(each -> each.endpoint().name()))
                .orElseThrow()
                .key();
    }

    /** Whether it helps more than one endpoint. */
    public boolean several() {
        return helped.size() > 1;
    }

    Candidate ranked(int newRank, double newShare) {
        return new Candidate(
                newRank,
                endpoint,
                excessPerDay,
                newShare,
                cause,
                impact,
                fixability,
                places,
                fix,
                doneWhen,
                caveat,
                helped);
    }
}
