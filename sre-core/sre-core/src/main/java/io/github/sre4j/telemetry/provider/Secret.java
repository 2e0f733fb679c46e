package io.github.sre4j.telemetry.provider;

import io.github.sre4j.text.Message;
import java.util.Objects;

/** A secret and its origin. Its text is not in {@link #toString}. Immutable and thread-safe. */
public final class Secret {

    private final String value;
    private final Message origin;

    /**
     * Creates a secret.
     *
     * @param value its text
     * @param origin where it comes from, for messages
     */
    public Secret(String value, Message origin) {
        this.value = Objects.requireNonNull(value, "value");
        this.origin = Objects.requireNonNull(origin, "origin");
    }

    /** Returns its text, for whoever makes a key of it. */
    public String reveal() {
        return value;
    }

    /** Returns where it comes from, for messages. */
    public Message origin() {
        return origin;
    }

    @Override
    public String toString() {
        return "a secret from " + origin.english();
    }
}
