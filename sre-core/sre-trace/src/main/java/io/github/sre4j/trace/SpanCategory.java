package io.github.sre4j.trace;

/** What a span's time was spent on. */
public enum SpanCategory {
    /** A statement sent to a database. */
    DATABASE,
    /** A command sent to a cache, such as Redis or Memcached. */
    CACHE,
    /** A call to another process over HTTP or RPC. */
    HTTP,
    /** Sending or receiving a message. */
    MESSAGING,
    /** Getting a connection from a pool, or connecting. */
    CONNECTION,
    /** Waiting for a lock. */
    LOCK,
    /** Begin, commit or rollback of a database transaction, or a span around one. */
    TRANSACTION,
    /** Anything else. */
    OTHER
}
