package io.github.sre4j.advisor.cause;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cause of failed requests: one origin, whatever the ids in its messages.
 *
 * @param cause the cause
 * @param failedPerDay how many requests a day fail because of it
 * @param low lower end of the 95 % interval of that, from how many failures were looked at
 * @param high upper end
 * @param seen how many failures with this origin were looked at
 * @param remedy what kind of failure it is
 * @param since when the first one that is known happened, or null
 */
public record ErrorCause(
        Cause cause,
        double failedPerDay,
        double low,
        double high,
        int seen,
        Family remedy,
        @Nullable Instant since) {

    /** What kind of failure an exception tells of, which decides what to do. */
    public enum Family {
        /** What was asked for is not there. */
        NOT_FOUND,
        /** What was sent cannot be used. */
        BAD_INPUT,
        /** Another service or the network failed. */
        DEPENDENCY,
        /** Discovery knows no instance of another service. */
        NO_INSTANCE,
        /** No connection was free. */
        POOL,
        /** Two requests wanted the same row. */
        CONFLICT,
        /** Anything else: a defect, until shown otherwise. */
        DEFECT,
        /** Nothing is known but that it failed. */
        UNKNOWN
    }

    /** When the first one that is known happened. */
    public Optional<Instant> firstAt() {
        return Optional.ofNullable(since);
    }

    /** The same with more facts. */
    ErrorCause with(List<Fact> facts) {
        return new ErrorCause(cause.with(facts), failedPerDay, low, high, seen, remedy, since);
    }
}
