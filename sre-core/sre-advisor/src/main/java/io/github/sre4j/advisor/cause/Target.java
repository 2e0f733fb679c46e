package io.github.sre4j.advisor.cause;

import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.trace.CodeLocation;
import org.jspecify.annotations.Nullable;

/** What a cause points at, to be looked for in the source. Names are from telemetry: untrusted. */
public sealed interface Target {

    /**
     * A database statement.
     *
     * @param statement which
     */
    record Query(StatementTarget statement) implements Target {}

    /**
     * A call to another service.
     *
     * @param host the host without port
     * @param path the path's template, empty if unknown
     * @param callee whose it is
     * @param method the HTTP method in upper case, or null if unknown
     */
    record Call(
            String host,
            String path,
            Callee callee,
            @Nullable String method) implements Target {

        /** A call of an unknown HTTP method. */
        public Call(String host, String path, Callee callee) {
            this(host, path, callee, null);
        }
    }

    /**
     * Code that telemetry names.
     *
     * @param className fully qualified
     * @param method its method, or null
     * @param line the line from 1, or 0
     */
    record Code(String className, @Nullable String method, int line) implements Target {

        /** The place. */
        static Code of(CodeLocation place) {
            return new Code(place.className(), place.method(), place.line());
        }
    }

    /**
     * Another service, in which the time is spent: its source is not the endpoint's.
     *
     * @param service its name
     */
    record Elsewhere(String service) implements Target {}

    /** Nothing but the endpoint. */
    record Handler() implements Target {}
}
