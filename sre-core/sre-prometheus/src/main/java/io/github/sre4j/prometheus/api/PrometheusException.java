package io.github.sre4j.prometheus.api;

import io.github.sre4j.text.LocalizedFailure;
import io.github.sre4j.text.Message;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The server did not answer, or answered with an error. The message is one sentence for people and holds no secret. */
public final class PrometheusException extends Exception implements LocalizedFailure {

    private static final long serialVersionUID = 1L;

    /** The kind of failure. */
    public enum Kind {
        /** The credentials are missing, wrong, or may not read. */
        CREDENTIALS,
        /** The query is not valid. */
        BAD_QUERY,
        /** The query exceeds a limit of the server; a smaller one may not. */
        LIMIT,
        /** The query took longer than it may. */
        QUERY_TIMEOUT,
        /** Too many requests. */
        RATE_LIMITED,
        /** The answer ends in its middle. */
        TRUNCATED,
        /** The server has trouble. */
        SERVER,
        /** No connection, or no answer in time. */
        UNREACHABLE,
        /** The answer is not one of this API: a page of a proxy, a wrong address. */
        NOT_PROMETHEUS
    }

    private final Kind kind;
    private final transient Message said;

    PrometheusException(Kind kind, Message said) {
        this(kind, said, null);
    }

    PrometheusException(Kind kind, Message said, @Nullable Throwable cause) {
        super(said.english(), cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.said = said;
    }

    static PrometheusException of(Kind kind, String key, Object... arguments) {
        return new PrometheusException(kind, Message.of(PrometheusException.class, key, arguments));
    }

    @Override
    public Message said() {
        return said;
    }

    /** Returns the kind of failure. */
    public Kind kind() {
        return kind;
    }

    /** Returns whether the user must repair something, as opposed to waiting. */
    public boolean needsRepair() {
        return kind == Kind.CREDENTIALS || kind == Kind.BAD_QUERY || kind == Kind.LIMIT || kind == Kind.NOT_PROMETHEUS;
    }
}
