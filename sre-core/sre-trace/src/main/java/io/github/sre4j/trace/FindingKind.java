package io.github.sre4j.trace;

/** The kinds of findings, with the id they carry in files. */
public enum FindingKind {
    /** The same statement, with other values, once per row of a list. */
    N_PLUS_ONE_QUERIES("n-plus-one-queries"),
    /** The same write, with other values, row by row. */
    REPEATED_WRITES("repeated-writes"),
    /** Writes that already are sent many at once. */
    BATCHED_WRITES("batched-writes"),
    /** The same read for one list of values after another. */
    CHUNKED_READS("chunked-reads"),
    /** Pages of one list, read one after another. */
    PAGED_READS("paged-reads"),
    /** A cycle of different statements, run again and again. */
    QUERY_CYCLE("query-cycle"),
    /** The same read of a cache, key by key. */
    REPEATED_CACHE_READS("repeated-cache-reads"),
    /** The same HTTP call, with other ids, again and again. */
    REPEATED_HTTP_CALLS("repeated-http-calls"),
    /** Different HTTP calls, one after another. */
    SERIAL_HTTP_CALLS("serial-http-calls"),
    /** Different queries, one after another. */
    SERIAL_QUERIES("serial-queries"),
    /** One statement that took long. */
    SLOW_QUERY("slow-query"),
    /** One external call that took long. */
    SLOW_EXTERNAL_CALL("slow-external-call"),
    /** A failed call was tried again. */
    RETRIES("retries"),
    /** A call was repeated to wait for an answer to change; none of them failed. */
    POLLING("polling"),
    /** Time spent waiting for a connection or a lock. */
    POOL_OR_LOCK_WAIT("pool-or-lock-wait"),
    /** A remote call while a database transaction is open. */
    REMOTE_CALL_IN_TRANSACTION("remote-call-in-transaction"),
    /** Time of a span in which nothing else was measured. */
    UNINSTRUMENTED_GAP("uninstrumented-gap"),
    /** Time before the application took the request, or before a callee took a call. */
    QUEUEING("queueing"),
    /** Garbage collection during the request. */
    GC_PAUSE("gc-pause"),
    /** The first request after a start: classes are loaded and code is not compiled yet. */
    COLD_START("cold-start"),
    /** A large response. */
    LARGE_PAYLOAD("large-payload"),
    /** Many calls in total that no other finding explains. */
    CHATTY("chatty");

    private final String id;

    FindingKind(String id) {
        this.id = id;
    }

    /** The id in files, such as {@code n-plus-one-queries}. */
    public String id() {
        return id;
    }
}
