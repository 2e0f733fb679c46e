package io.github.sre4j.newrelic.nerdgraph;

import io.github.sre4j.text.LocalizedFailure;
import io.github.sre4j.text.Message;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** NerdGraph did not answer, or answered with an error. The message is one sentence for people and holds no secret. */
public final class NerdGraphException extends Exception implements LocalizedFailure {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** The key is wrong, of the wrong kind, or of another region. */
        BAD_KEY,
        /** The key may not see that account. */
        NO_ACCESS,
        /** The query is not valid: our mistake, or a limit of the account. */
        BAD_QUERY,
        /** The query took longer than it may. */
        QUERY_TIMEOUT,
        /** Too many requests. */
        RATE_LIMITED,
        /** Numbers are missing, or cannot all be true. */
        CONTRADICTION,
        /** The answer ends in its middle. */
        TRUNCATED,
        /** New Relic has trouble. */
        SERVER,
        /** No connection, or no answer in time. */
        UNREACHABLE,
        /** What answered is not NerdGraph: a proxy's page, a wrong address. */
        NOT_NERDGRAPH
    }

    private final Kind kind;
    private final transient Message said;

    NerdGraphException(Kind kind, Message said) {
        this(kind, said, null);
    }

    NerdGraphException(Kind kind, Message said, @Nullable Throwable cause) {
        super(said.english(), cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.said = said;
    }

    /** Numbers came back that cannot all be true. */
    public static NerdGraphException contradiction(String about, Exception why) {
        return new NerdGraphException(
                Kind.CONTRADICTION, Message.of(NerdGraphException.class, "contradiction", about, Message.of(why)), why);
    }

    @Override
    public Message said() {
        return said;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** Whether the user must repair something, as opposed to waiting. */
    public boolean needsRepair() {
        return kind == Kind.BAD_KEY || kind == Kind.NO_ACCESS || kind == Kind.BAD_QUERY || kind == Kind.NOT_NERDGRAPH;
    }
}
