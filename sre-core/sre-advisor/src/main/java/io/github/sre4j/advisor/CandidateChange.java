package io.github.sre4j.advisor;

import io.github.sre4j.advisor.cause.Cause;
import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.advisor.remedy.ProposedFix;
import io.github.sre4j.advisor.remedy.RemedyKind;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.sli.Endpoint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change that would help an endpoint.
 *
 * @param endpoint the endpoint
 * @param sli the SLI it misses
 * @param requestsPerDay how many requests that SLI counts, a day
 * @param excessPerDay what there is to give back, seconds a day
 * @param cause why it misses
 * @param places where, best first
 * @param fixability how far it is in the owner's hands
 * @param fix what to change
 * @param caveat why it is worth less, or null
 * @param gain what the change gives back
 */
record CandidateChange(
        Endpoint endpoint,
        SliResult sli,
        double requestsPerDay,
        double excessPerDay,
        Cause cause,
        List<SourceLocation> places,
        Fixability fixability,
        ProposedFix fix,
        @Nullable Caveat caveat,
        ImpactModel gain) {

    /** Arguments of the proposals' texts that name table and column. */
    private static final int TABLE = 6;

    private static final int COLUMN = 7;

    /**
     * What changes of several endpoints have in common that are one change: the same remedy of the same cause, about the same statement, host or exception
     * (with its column, of indexes), found in one place. Empty where the place is not sure: such a change is nobody else's.
     */
    Optional<Object> key() {
        if (fix.kind() == RemedyKind.RESTORE_SERVICE && cause.target() instanceof Target.Call call) {
            return Optional.of(List.of(sli.sli().kind(), fix.kind(), call.host()));
        }
        if (gain instanceof ImpactModel.AfterStarts) {
            // A service is warmed up as a whole.
            return Optional.of(List.of(sli.sli().kind(), fix.kind()));
        }
        if (fixability.place() != Fixability.Place.FOUND || places.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = fix.names();
        return Optional.of(List.of(
                sli.sli().kind(),
                cause.kind(),
                cause.subject(),
                fix.kind(),
                places.get(0).file(),
                places.get(0).line(),
                names.size() > COLUMN ? names.subList(TABLE, COLUMN + 1) : List.of()));
    }
}
