package io.github.sre4j.trace;

import org.jspecify.annotations.Nullable;

/**
 * One log line of a request. All texts are untrusted.
 *
 * @param id unique within a {@link Trace}; assigned there ({@code L1}, {@code L2}, … in order of time) when the data has none
 * @param atNanos when it was written, nanoseconds since the epoch
 * @param service who wrote it, or null
 * @param severity how bad it is
 * @param traceId the request it belongs to, or null
 * @param spanId the span it was written in, or null
 * @param logger the logger's name, or null
 * @param thread the thread's name, or null
 * @param message the text, never null, may be empty
 * @param errorClass the exception's class, or null if none was logged
 * @param errorMessage the exception's message, or null
 * @param stack the stack trace as text, or null
 */
public record LogLine(
        String id,
        long atNanos,
        @Nullable String service,
        Severity severity,
        @Nullable String traceId,
        @Nullable String spanId,
        @Nullable String logger,
        @Nullable String thread,
        String message,
        @Nullable String errorClass,
        @Nullable String errorMessage,
        @Nullable String stack) {

    LogLine withId(String newId) {
        return new LogLine(
                newId,
                atNanos,
                service,
                severity,
                traceId,
                spanId,
                logger,
                thread,
                message,
                errorClass,
                errorMessage,
                stack);
    }
}
