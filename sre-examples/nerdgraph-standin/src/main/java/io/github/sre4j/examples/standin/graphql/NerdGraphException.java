package io.github.sre4j.examples.standin.graphql;

import org.jspecify.annotations.Nullable;

/** A field that cannot be answered, with New Relic's class of error, if it has one. */
final class NerdGraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String errorClass;

    NerdGraphException(@Nullable String errorClass, String message) {
        super(message);
        this.errorClass = errorClass;
    }

    @Nullable
    String errorClass() {
        return errorClass;
    }
}
