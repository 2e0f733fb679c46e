package io.github.sre4j.standard;

import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.SliKind;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exemption of an endpoint, or of one of its SLIs, with a reason, an owner and an end.
 *
 * @param endpoint the endpoints it exempts, by stored name or by label
 * @param sli the SLI it exempts, or null for all of them
 * @param reason why, for whoever reads the report
 * @param owner who answers for it
 * @param until the last day on which it holds (UTC)
 */
public record Waiver(EndpointPattern endpoint, @Nullable SliKind sli, String reason, String owner, LocalDate until) {

    /** Refuses null. */
    public Waiver {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(until, "until");
    }

    /** The one SLI it exempts; empty if it exempts all. */
    public Optional<SliKind> onlySli() {
        return Optional.ofNullable(sli);
    }

    /** Whether it still holds on that day. */
    public boolean isActiveOn(LocalDate day) {
        return !day.isAfter(until);
    }

    /** Returns true if the pattern is of that endpoint, by its stored name or by the label that people read. */
    public boolean matches(Endpoint candidate) {
        return endpoint.matches(candidate.name()) || endpoint.matches(new EndpointName(candidate.label()));
    }

    /** Whether it exempts this kind of SLI of that endpoint, by its stored name or its label, whatever the day. */
    public boolean covers(Endpoint candidate, SliKind kind) {
        return (sli == null || sli == kind) && matches(candidate);
    }
}
