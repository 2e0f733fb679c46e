package io.github.sre4j.improve;

import io.github.sre4j.improve.cause.Cause;
import io.github.sre4j.improve.effect.Effect;
import io.github.sre4j.sli.Endpoint;
import java.util.Objects;

/**
 * An endpoint that a change helps.
 *
 * @param endpoint the endpoint
 * @param excessPerDay what its users wait too long, seconds a day; for errors, what its failed requests count as
 * @param cause why it misses
 * @param effect what the change gives back there, after the candidates before it have been done
 * @param doneWhen when it is done there
 */
public record Helped(Endpoint endpoint, double excessPerDay, Cause cause, Effect effect, DoneWhen doneWhen) {

    /** Refuses null. */
    public Helped {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(doneWhen, "doneWhen");
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
