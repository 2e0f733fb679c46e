package io.github.sre4j.advisor.cause;

import io.github.sre4j.trace.FindingKind;
import java.util.Arrays;

/** The kinds of causes, with the id they carry in files: those of a trace's findings, and some that only many requests show. */
public enum CauseKind {
    /** The same statement once per row of a list. */
    N_PLUS_ONE_QUERIES("n-plus-one-queries", Resource.DATABASE),
    /** The same change once per row. */
    REPEATED_WRITES("repeated-writes", Resource.DATABASE),
    /** A cycle of statements, run again and again. */
    QUERY_CYCLE("query-cycle", Resource.DATABASE),
    /** The same read for one list of values after another. */
    CHUNKED_READS("chunked-reads", Resource.DATABASE),
    /** Pages of one list, read one after another. */
    PAGED_READS("paged-reads", Resource.DATABASE),
    /** The same read of a cache, key by key. */
    REPEATED_CACHE_READS("repeated-cache-reads", Resource.DATABASE),
    /** The same HTTP call, with other ids. */
    REPEATED_HTTP_CALLS("repeated-http-calls", Resource.REMOTE),
    /** HTTP calls one after another. */
    SERIAL_HTTP_CALLS("serial-http-calls", Resource.REMOTE),
    /** Queries one after another. */
    SERIAL_QUERIES("serial-queries", Resource.DATABASE),
    /** A statement that takes long. */
    SLOW_QUERY("slow-query", Resource.DATABASE),
    /** An external call that takes long. */
    SLOW_EXTERNAL_CALL("slow-external-call", Resource.REMOTE),
    /** Failed calls that are tried again. */
    RETRIES("retries", Resource.REMOTE),
    /** Calls repeated until an answer changes. */
    POLLING("polling", Resource.REMOTE),
    /** Waiting for a connection or a lock. */
    POOL_OR_LOCK_WAIT("pool-or-lock-wait", Resource.PROCESS),
    /** A remote call while a database transaction is open. */
    REMOTE_CALL_IN_TRANSACTION("remote-call-in-transaction", Resource.REMOTE),
    /** Time in which nothing else was measured. */
    UNINSTRUMENTED_GAP("uninstrumented-gap", Resource.PROCESS),
    /** Time before the application took the request. */
    QUEUEING("queueing", Resource.PROCESS),
    /** Garbage collection. */
    GC_PAUSE("gc-pause", Resource.PROCESS),
    /** The first requests after a start. */
    COLD_START("cold-start", Resource.PROCESS),
    /** A large response. */
    LARGE_PAYLOAD("large-payload", Resource.REMOTE),
    /** Many calls in total. */
    CHATTY("chatty", Resource.PROCESS),
    /** Failed requests. */
    ERROR("error", Resource.PROCESS),
    /** Nothing shows why. */
    UNKNOWN("unknown", Resource.PROCESS);

    /** What the time of a cause is spent on. */
    public enum Resource {
        /** Databases and caches. */
        DATABASE,
        /** Other services. */
        REMOTE,
        /** The process itself. */
        PROCESS
    }

    private final String id;
    private final Resource resource;

    CauseKind(String id, Resource resource) {
        this.id = id;
        this.resource = resource;
    }

    /** The id in files, such as {@code n-plus-one-queries}. */
    public String id() {
        return id;
    }

    /** What its time is spent on. */
    public Resource resource() {
        return resource;
    }

    /** Whether a kind of finding is a cause; some only describe the request. */
    static boolean has(FindingKind kind) {
        return Arrays.stream(values()).anyMatch(each -> each.id.equals(kind.id()));
    }

    static CauseKind of(FindingKind kind) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(kind.id()))
                .findFirst()
                .orElseThrow();
    }
}
