package io.github.sre4j.telemetry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A source could not deliver. The message is one sentence for people: what happened, where, and what to do. */
public final class TelemetryException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Who must act, which decides what becomes of the build. */
    public enum Kind {
        /** The user: a wrong path, name, key or account. Fails the build at once. */
        MISCONFIGURED,
        /** The data is damaged: what was read cannot be trusted to be complete. Fails the build. */
        UNREADABLE,
        /** Nobody here: the backend does not answer. The build goes on unless it is told otherwise. */
        UNREACHABLE
    }

    private final Kind kind;

    /** Makes the exception. */
    public TelemetryException(Kind kind, String message) {
        this(kind, message, null);
    }

    /** Makes the exception with what caused it. */
    public TelemetryException(Kind kind, String message, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /** Who must act. */
    public Kind kind() {
        return kind;
    }
}
