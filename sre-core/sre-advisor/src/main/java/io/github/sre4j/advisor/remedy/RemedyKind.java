package io.github.sre4j.advisor.remedy;

/**
 * What can be done, with how far it lies in the hands of whoever owns the code: 1 is a local change of known effect, 0.3 needs somebody else to
 * change an interface, or to find out more first.
 */
public enum RemedyKind {
    /** Load what belongs to a list with the list. */
    FETCH_TOGETHER("fetch-together", 1.0),
    /** Load a referenced entity for several rows at once. */
    FETCH_REFERENCE("fetch-reference", 1.0),
    /** Load an association with a join. */
    JOIN_FETCH("join-fetch", 1.0),
    /** Check why a batch size that exists does not help, and enlarge it. */
    LARGER_BATCH("larger-batch", 0.7),
    /** Send the changes of a loop in JDBC batches. */
    BATCH_WRITE("batch-write", 1.0),
    /** Send the changes of a loop in a batch of JDBC, in a product without JPA. */
    BATCH_WRITE_JDBC("batch-write-jdbc", 1.0),
    /** Read several keys of a cache at once. */
    BATCH_CACHE_READ("batch-cache-read", 1.0),
    /** Read all rows of a loop with one statement before it. */
    BATCH_READ("batch-read", 1.0),
    /** Ask another service once for many. */
    BATCH_CALL("batch-call", 0.3),
    /** Send another service many things at once. */
    BATCH_SEND("batch-send", 0.3),
    /** Ask another service once for what is now asked step by step. */
    COMBINED_CALL("combined-call", 0.3),
    /** Make calls that do not need each other at the same time. */
    CONCURRENT_CALLS("concurrent-calls", 0.6),
    /** Find out whether calls need each other. */
    CHECK_DEPENDENCY("check-dependency", 0.5),
    /** An index for a filter, after a look at the plan. */
    INDEX("index", 0.8),
    /** Look at the plan of a statement. */
    EXPLAIN("explain", 0.7),
    /** Look at the plan of a statement whose filter has an index. */
    EXPLAIN_INDEXED("explain-indexed", 0.7),
    /** Look at the plan of a statement whose filter no plain index serves. */
    EXPLAIN_FILTER("explain-filter", 0.7),
    /** Keep what is asked for again and again. */
    CACHE("cache", 0.7),
    /** Give up in time, and back off. */
    TIMEOUT("timeout", 0.7),
    /** Ask less often whether something is ready. */
    POLL_LESS("poll-less", 0.5),
    /** Remote calls before or after a transaction. */
    OUT_OF_TRANSACTION("out-of-transaction", 0.8),
    /** As many connections as are needed, held shorter. */
    POOL("pool", 0.7),
    /** Pages, projections, compression. */
    SMALLER_ANSWER("smaller-answer", 0.7),
    /** Traffic only for instances that are warm. */
    WARM_UP("warm-up", 0.7),
    /** Read only the rows that are needed. */
    FEWER_ROWS("fewer-rows", 0.5),
    /** Read all rows at once, or pages by their key. */
    PAGE_BY_KEY("page-by-key", 0.7),
    /** Fewer calls in all. */
    FEWER_CALLS("fewer-calls", 0.5),
    /** Fewer calls to other services in all. */
    FEWER_REQUESTS("fewer-requests", 0.5),
    /** Less garbage, or more memory. */
    MEMORY("memory", 0.5),
    /** More instances or threads for the same traffic. */
    CAPACITY("capacity", 0.5),
    /** A profile of the code, before anything is changed. */
    PROFILE("profile", 0.3),
    /** 404 instead of an exception. */
    ANSWER_404("answer-404", 1.0),
    /** 400, and no error for the agent. */
    ANSWER_400("answer-400", 1.0),
    /** The defect at the place where it is thrown. */
    FIX_DEFECT("fix-defect", 1.0),
    /** Live with another service's failures. */
    FALLBACK("fallback", 0.7),
    /** Bring back another service of which discovery knows no instance. */
    RESTORE_SERVICE("restore-service", 0.7),
    /** Try a conflict again. */
    RETRY_CONFLICT("retry-conflict", 0.7),
    /** Let failures tell where they come from. */
    FIND_ORIGIN("find-origin", 0.3);

    private final String id;
    private final double factor;

    RemedyKind(String id, double factor) {
        this.id = id;
        this.factor = factor;
    }

    /** The id in files and of its texts. */
    public String id() {
        return id;
    }

    /** Above 0 and at most 1. */
    public double factor() {
        return factor;
    }
}
