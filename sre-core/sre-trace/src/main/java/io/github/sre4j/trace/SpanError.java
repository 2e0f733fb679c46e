package io.github.sre4j.trace;

import org.jspecify.annotations.Nullable;

/**
 * Why a span is marked as failed.
 *
 * @param errorClass the exception's class name, or null if the data does not say
 * @param message the exception's message, untrusted, or null
 * @param expected whether the application declared this error as expected
 */
public record SpanError(
        @Nullable String errorClass, @Nullable String message, boolean expected) {

    /** An error of which nothing is known but that it happened. */
    public static final SpanError UNNAMED = new SpanError(null, null, false);
}
