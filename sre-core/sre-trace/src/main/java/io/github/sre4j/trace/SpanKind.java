package io.github.sre4j.trace;

/** The side of a call a span stands for, as OpenTelemetry names it. */
public enum SpanKind {
    /** Work inside one process; also everything whose kind is not told. */
    INTERNAL,
    /** The callee's side of a synchronous call. */
    SERVER,
    /** The caller's side of a call: HTTP, database, cache. */
    CLIENT,
    /** Sends a message and does not wait for its handling. */
    PRODUCER,
    /** Handles a message. Its producer did not wait for it. */
    CONSUMER
}
