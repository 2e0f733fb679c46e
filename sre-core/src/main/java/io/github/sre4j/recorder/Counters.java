package io.github.sre4j.recorder;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The counters of one endpoint: a table of chunks, {@value #ROW} for each stripe, of which the last holds what is no bucket. Which stripe a thread
 * writes to, its id says; one that has none of its own yet shares.
 *
 * <p>Writers add one to one counter; the reader takes a counter by swapping it for zero. Both are atomic, so nothing is lost or told twice,
 * and nobody waits. The table is laid flat, because what a call costs is the chain of loads up to its counter.
 *
 * <p>Chunks are made when they are first needed, and stripes when threads are seen to meet: both under a lock, into the newest table. Tables
 * share their chunks, so that whoever still looks at an older table counts in the same place.
 */
final class Counters {

    /** Chunks of a stripe: a power of two above the 2 × 31 there are at most, so that stripes are found by shifting. */
    static final int ROW = 64;

    private static final int ROW_MAGNITUDE = 6;
    private static final int EXTRAS = ROW - 1;
    private static final int MAX = 8;
    private static final int EXCESS = 9;
    private static final int COLLISIONS = 10;

    /** A cache line of others on either side. */
    private static final int EXTRAS_LENGTH = 24;

    /** How often threads must meet in a stripe between two readings before a second one is worth its memory. */
    private static final int COLLISIONS_TO_GROW = 256;

    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

    private final int magnitude;
    private final int maxStripes;
    private volatile long[][] table;

    Counters(int magnitude, int maxStripes) {
        this.magnitude = magnitude;
        this.maxStripes = maxStripes;
        this.table = withExtras(new long[ROW][], 0);
    }

    /**
     * Counts one request.
     *
     * @param slot which counter
     * @param nanos its duration
     * @param excess by how much it is too long, or 0
     */
    void count(int slot, long nanos, long excess) {
        long[][] present = table;
        int row = row(present);
        long[] chunk = present[row + (slot >>> magnitude)];
        if (chunk == null) {
            chunk = chunk(slot >>> magnitude);
        }
        int index = slot & ((1 << magnitude) - 1);
        long seen = (long) LONGS.getOpaque(chunk, index);
        if (!LONGS.compareAndSet(chunk, index, seen, seen + 1)) {
            LONGS.getAndAdd(chunk, index, 1L);
            collided(present, row);
        }
        long[] extras = present[row + EXTRAS];
        if (nanos > (long) LONGS.getOpaque(extras, MAX)) {
            raise(extras, nanos);
        }
        if (excess > 0) {
            LONGS.getAndAdd(extras, EXCESS, excess);
        }
    }

    /** Moves all counts into {@code sums}; for one reader at a time. */
    void drainTo(long[] sums) {
        long[][] present = table;
        for (int at = 0; at < present.length; at++) {
            long[] chunk = present[at];
            int inRow = at & (ROW - 1);
            if (chunk == null || inRow == EXTRAS) {
                continue;
            }
            int base = inRow << magnitude;
            for (int i = 0; i < chunk.length; i++) {
                if ((long) LONGS.getOpaque(chunk, i) != 0) {
                    sums[base + i] += (long) LONGS.getAndSet(chunk, i, 0L);
                }
            }
        }
    }

    /** The longest duration since the last call; for one reader at a time. */
    long drainMax() {
        long[][] present = table;
        long max = 0;
        for (int row = 0; row < present.length; row += ROW) {
            max = Math.max(max, (long) LONGS.getAndSet(present[row + EXTRAS], MAX, 0L));
            LONGS.setOpaque(present[row + EXTRAS], COLLISIONS, 0L);
        }
        return max;
    }

    /** The excess time since the last call; for one reader at a time. */
    long drainExcess() {
        long[][] present = table;
        long excess = 0;
        for (int row = 0; row < present.length; row += ROW) {
            excess += (long) LONGS.getAndSet(present[row + EXTRAS], EXCESS, 0L);
        }
        return excess;
    }

    /** Where the stripe of the current thread begins in a table. */
    private static int row(long[][] in) {
        return ((int) Thread.currentThread().getId() << ROW_MAGNITUDE) & (in.length - 1);
    }

    private static void raise(long[] extras, long nanos) {
        long seen = (long) LONGS.getOpaque(extras, MAX);
        while (nanos > seen && !LONGS.compareAndSet(extras, MAX, seen, nanos)) {
            seen = (long) LONGS.getOpaque(extras, MAX);
        }
    }

    private synchronized long[] chunk(int at) {
        long[][] present = table;
        int row = row(present);
        long[] chunk = present[row + at];
        if (chunk == null) {
            chunk = new long[1 << magnitude];
            VarHandle.releaseFence();
            present[row + at] = chunk;
        }
        return chunk;
    }

    private void collided(long[][] seen, int row) {
        long[] extras = seen[row + EXTRAS];
        // Only a hint: updates may be lost.
        long collisions = (long) LONGS.getOpaque(extras, COLLISIONS) + 1;
        LONGS.setOpaque(extras, COLLISIONS, collisions);
        if (collisions >= COLLISIONS_TO_GROW && seen.length < maxStripes * ROW) {
            grow(seen);
        }
    }

    private synchronized void grow(long[][] seen) {
        if (table != seen) {
            return;
        }
        long[][] more = Arrays.copyOf(seen, seen.length * 2);
        for (int row = seen.length; row < more.length; row += ROW) {
            withExtras(more, row);
        }
        table = more;
    }

    private static long[][] withExtras(long[][] in, int row) {
        in[row + EXTRAS] = new long[EXTRAS_LENGTH];
        return in;
    }
}
