package io.github.sre4j.sli;

import java.util.Objects;

/**
 * "Without error": an event is good if telemetry does not mark it as an error.
 *
 * @param objective the share of events that must be good
 */
public record ErrorSli(Objective objective) implements Sli {

    /** Refuses null. */
    public ErrorSli {
        Objects.requireNonNull(objective, "objective");
    }

    @Override
    public SliKind kind() {
        return SliKind.ERRORS;
    }
}
