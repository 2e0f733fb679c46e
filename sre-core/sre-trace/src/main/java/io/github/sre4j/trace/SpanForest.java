package io.github.sre4j.trace;

/** Shape, cleaned times and waiting of a trace, one array each, by the span's index in depth-first order. */
final class SpanForest {

    /** The data says that nothing waited for the span: a message, a reference of kind "follows from", a one-way call. */
    static final byte ASYNC = 1;
    /** The span lies outside everything above it: no span waited for it. */
    static final byte OUTSIDE = 2;
    /** The reported parent is missing; this one is assumed. */
    static final byte PARENT_ASSUMED = 4;
    /** The span was cut to the span that waited for it, or lies below one that was. */
    static final byte CUT = 8;
    /** No end was reported: the duration is a lower bound. */
    static final byte UNFINISHED = 16;
    /** The span or one above it was not waited for. */
    static final byte BACKGROUND = 32;

    private final long epochNanos;
    private final long stepNanos;
    private final int[] parents;
    private final int[] depths;
    private final int[] subtreeEnds;
    private final int[] waiters;
    private final long[] starts;
    private final long[] ends;
    private final byte[] flags;

    /** Keeps the arrays as they are: the caller must not write to them any more. */
    SpanForest(long epochNanos, long stepNanos, Layout layout, int[] waiters, long[] starts, long[] ends) {
        this.epochNanos = epochNanos;
        this.stepNanos = stepNanos;
        this.parents = layout.parents;
        this.depths = layout.depths;
        this.subtreeEnds = layout.subtreeEnds;
        this.flags = layout.flags;
        this.waiters = waiters;
        this.starts = starts;
        this.ends = ends;
    }

    long epochNanos() {
        return epochNanos;
    }

    long stepNanos() {
        return stepNanos;
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

    int waiter(int index) {
        return waiters[index];
    }

    long start(int index) {
        return starts[index];
    }

    long end(int index) {
        return ends[index];
    }

    boolean is(int index, int flag) {
        return (flags[index] & flag) != 0;
    }
}
