package io.github.sre4j.advisor;

import io.github.sre4j.advisor.cause.Cause;
import io.github.sre4j.advisor.impact.Impact;
import io.github.sre4j.sli.Endpoint;
import java.util.Objects;

/**
 * An endpoint that a change helps.
 *
 * @param endpoint the endpoint
 * @param excessPerDay what its users wait too long, seconds a day; for errors, what its failed requests count as
 * @param cause why it misses
 * @param impact what the change gives back there, after the candidates before it have been done
 * @param expectedGoodRatio the share of good requests that is expected there after this change and the candidates before it, 0 to 1
 * @param doneWhen when it is done there
 */
public record AffectedEndpoint(
        Endpoint endpoint,
        double excessPerDay,
        Cause cause,
        Impact impact,
        double expectedGoodRatio,
        DoneWhen doneWhen) {

    /** Refuses null. */
    public AffectedEndpoint {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(impact, "effect");
        Objects.requireNonNull(doneWhen, "doneWhen");
    }

    /** Whether it misses the standard even then, as far as can be expected: by half a percent or more, since estimates are no finer. */
    public boolean stillViolates() {
        return expectedGoodRatio < doneWhen.sli().sli().objective().ratio().doubleValue() - 0.005;
    }

    /** What tells it from others, today and in later checks: endpoint, SLI, cause and subject. */
    public String key() {
        return String.join(
                " | ",
                endpoint.name().value(),
                doneWhen.sli().sli().kind().id(),
                cause.kind().id(),
                cause.subject());
    }
}
