package io.github.sre4j.telemetry;

/** Told how far a long read is. Called from one thread at a time, at most a few times a second. */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = (done, total) -> {};

    /**
     * Some of the work is done.
     *
     * @param done units done, of the source's choosing (bytes, queries)
     * @param total units in all, or -1 if unknown
     */
    void advanced(long done, long total);
}
