package io.github.sre4j.telemetry;

import io.github.sre4j.text.LocalizedFailure;
import io.github.sre4j.text.Message;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A source could not deliver. The message is one sentence for people: what happened, where, and what to do. */
public final class TelemetryException extends Exception implements LocalizedFailure {

    private static final long serialVersionUID = 1L;

    /** Who must act, which decides what becomes of the build. */
    public enum Kind {
        /** The user: a wrong path, name, key or account. Fails the build at once. */
        MISCONFIGURED,
        /** The data is damaged: what was read cannot be trusted to be complete. Fails the build. */
        UNREADABLE,
        /** Nobody here: the backend answers, and what it says contradicts itself. Fails a build that enforces; another goes on. */
        INCOMPLETE,
        /** Nobody here: the backend does not answer. The build goes on unless it is told otherwise. */
        UNREACHABLE
    }

    private final Kind kind;
    private final transient Message said;

    /** Makes the exception. */
    public TelemetryException(Kind kind, Message said) {
        this(kind, said, null);
    }

    /** Makes the exception with what caused it. */
    public TelemetryException(Kind kind, Message said, @Nullable Throwable cause) {
        super(said.english(), cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.said = said;
    }

    /** Who must act. */
    public Kind kind() {
        return kind;
    }

    @Override
    public Message said() {
        return said;
    }
}
