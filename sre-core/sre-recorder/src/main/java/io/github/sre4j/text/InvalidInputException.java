package io.github.sre4j.text;

import org.jspecify.annotations.Nullable;

/** Somebody gave something that cannot be used. The message is one sentence for people: what is wrong, what is allowed, what to do. */
public final class InvalidInputException extends IllegalArgumentException implements LocalizedFailure {

    private static final long serialVersionUID = 1L;

    private final transient Message said;

    /** Makes the exception. */
    public InvalidInputException(Message said) {
        this(said, null);
    }

    /** Makes the exception with what caused it. */
    public InvalidInputException(Message said, @Nullable Throwable cause) {
        super(said.english(), cause);
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }
}
