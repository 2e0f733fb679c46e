package io.github.sre4j.trace;

/** Shape and cleaned times of a trace, one array each, by the span's index in depth-first order. */
final class SpanForest {

    static final byte ASYNC = 1;
    static final byte ASYNC_ASSUMED = 2;
    static final byte PARENT_ASSUMED = 4;

    private final long epochNanos;
    private final int[] parents;
    private final int[] depths;
    private final int[] subtreeEnds;
    private final long[] starts;
    private final long[] ends;
    private final byte[] flags;

    /** Keeps the arrays as they are: the caller must not write to them any more. */
    SpanForest(
            long epochNanos, int[] parents, int[] depths, int[] subtreeEnds, long[] starts, long[] ends, byte[] flags) {
        this.epochNanos = epochNanos;
        this.parents = parents;
        this.depths = depths;
        this.subtreeEnds = subtreeEnds;
        this.starts = starts;
        this.ends = ends;
        this.flags = flags;
    }

    long epochNanos() {
        return epochNanos;
    }

    int parent(int index) {
        return parents[index];
    }

    int depth(int index) {
        return depths[index];
    }

    int subtreeEnd(int index) {
        return subtreeEnds[index];
    }

    long start(int index) {
        return starts[index];
    }

    long end(int index) {
        return ends[index];
    }

    boolean asynchronous(int index) {
        return (flags[index] & (ASYNC | ASYNC_ASSUMED)) != 0;
    }

    boolean asynchronousAssumed(int index) {
        return (flags[index] & ASYNC_ASSUMED) != 0;
    }

    boolean parentAssumed(int index) {
        return (flags[index] & PARENT_ASSUMED) != 0;
    }
}
