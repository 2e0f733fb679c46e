package io.github.sre4j.trace.period.profile;

import org.jspecify.annotations.Nullable;

/**
 * A kind of event within an operation.
 *
 * @param kind log line, call or error
 * @param text words of the log statement with {@code *} for values; the callee and its operation; the error's class
 * @param logger the logger's name, or null
 * @param location the place in the source as the telemetry names it, or null
 * @param severe whether it reports a failure by itself: an error, or a log line of level ERROR
 */
public record EventType(
        Kind kind,
        String text,
        @Nullable String logger,
        @Nullable String location,
        boolean severe) {

    /** Kinds of events. */
    public enum Kind {
        /** A line was logged. */
        LOG,
        /** Another operation was called: in the same service, in another one, or in a database. */
        CALL,
        /** The operation failed. */
        ERROR
    }
}
