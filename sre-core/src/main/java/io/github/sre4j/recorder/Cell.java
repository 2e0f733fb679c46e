package io.github.sre4j.recorder;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The counters of one endpoint for the threads of one stripe. Chunks of counters are made when they are first needed and stay.
 *
 * <p>Writers add one to one counter; the reader takes a counter by swapping it for zero. Both are atomic, so nothing is lost or told twice,
 * and nobody waits.
 */
final class Cell {

    private static final VarHandle CHUNKS = MethodHandles.arrayElementVarHandle(long[][].class);
    private static final VarHandle COUNTS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle MAX;
    private static final VarHandle EXCESS;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MAX = lookup.findVarHandle(Cell.class, "max", long.class);
            EXCESS = lookup.findVarHandle(Cell.class, "excess", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long[][] chunks;
    private final int magnitude;

    @SuppressWarnings("unused")
    private long max;

    @SuppressWarnings("unused")
    private long excess;

    /** How often threads met here since the last reading. Only a hint: updates may be lost. */
    private int collisions;

    Cell(int chunks, int magnitude) {
        this.chunks = new long[chunks][];
        this.magnitude = magnitude;
    }

    /**
     * Counts one request.
     *
     * @return whether another thread was writing the same counter, so that this one had to write again
     */
    boolean count(int slot) {
        int at = slot >>> magnitude;
        long[] chunk = (long[]) CHUNKS.getAcquire(chunks, at);
        if (chunk == null) {
            chunk = grow(at);
        }
        int index = slot & (1 << magnitude) - 1;
        long seen = (long) COUNTS.getOpaque(chunk, index);
        if (COUNTS.compareAndSet(chunk, index, seen, seen + 1)) {
            return false;
        }
        COUNTS.getAndAdd(chunk, index, 1L);
        return true;
    }

    void raise(long nanos) {
        long seen = (long) MAX.getOpaque(this);
        while (nanos > seen && !MAX.compareAndSet(this, seen, nanos)) {
            seen = (long) MAX.getOpaque(this);
        }
    }

    void addExcess(long nanos) {
        EXCESS.getAndAdd(this, nanos);
    }

    /** Notes that threads met, and tells how often they did. */
    int collided() {
        return ++collisions;
    }

    /** Moves all counters of this cell into {@code sums}; for one reader at a time. */
    void drainTo(long[] sums) {
        collisions = 0;
        for (int at = 0; at < chunks.length; at++) {
            long[] chunk = (long[]) CHUNKS.getAcquire(chunks, at);
            if (chunk == null) {
                continue;
            }
            int base = at << magnitude;
            for (int i = 0; i < chunk.length; i++) {
                if ((long) COUNTS.getOpaque(chunk, i) != 0) {
                    sums[base + i] += (long) COUNTS.getAndSet(chunk, i, 0L);
                }
            }
        }
    }

    long drainMax() {
        return (long) MAX.getAndSet(this, 0L);
    }

    long drainExcess() {
        return (long) EXCESS.getAndSet(this, 0L);
    }

    private long[] grow(int at) {
        long[] fresh = new long[1 << magnitude];
        long[] present = (long[]) CHUNKS.compareAndExchange(chunks, at, (long[]) null, fresh);
        return present == null ? fresh : present;
    }
}
