package io.github.sre4j.text;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something cannot be read, written or sent. The message is one sentence for people: what, why, what to do. */
public final class LocalizedIOException extends IOException implements LocalizedFailure {

    private static final long serialVersionUID = 1L;

    private final transient Message said;

    /** Makes the exception. */
    public LocalizedIOException(Message said) {
        this(said, null);
    }

    /** Makes the exception with what caused it. */
    public LocalizedIOException(Message said, @Nullable Throwable cause) {
        super(said.english(), cause);
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }
}
