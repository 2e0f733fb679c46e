package io.github.sre4j.recorder;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The counters of one endpoint: a table of chunks, {@value #ROW} for each stripe, of which the last holds what is no bucket. Which stripe a thread
 * writes to, its id says; one that has none of its own yet shares.
 *
 * <p>Writers add one to one counter; the reader takes a counter by swapping it for zero. Both are atomic, so nothing is lost or told twice,
 * and nobody waits. What a call costs is the chain of loads up to its counter, and an atomic addition lets no load after it begin before it is
 * done. So the table is laid flat, the endpoint extends its counters instead of holding them (as {@code LongAdder} does), and all that is needed
 * is loaded before the addition.
 *
 * <p>Chunks are made when they are first needed, and stripes when threads are seen to meet: both under a lock, into the newest table. Tables
 * share their chunks, so that whoever still looks at an older table counts in the same place. A chunk may be found by a plain read: all it holds
 * at first is zeros, which the language promises to whoever finds an array, and all that comes later is atomic.
 */
abstract class Counters {

    /** Chunks of a stripe: a power of two above the 2 × 31 there are at most, so that stripes are found by shifting. */
    static final int ROW = 64;

    private static final int ROW_MAGNITUDE = 6;
    private static final int EXTRAS = ROW - 1;
    private static final int MAX = 8;
    private static final int EXCESS = 9;
    private static final int COLLISIONS = 10;

    /** A cache line of others on either side. */
    private static final int EXTRAS_LENGTH = 24;

    /** A cache line behind a chunk's counters: every call reads the length of its chunk, which may follow another stripe's in memory. */
    private static final int PADDING = 8;

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
    final void count(int slot, long nanos, long excess) {
        long[][] present = table;
        int row = row(present);
        long[] extras = present[row + EXTRAS];
        long longest = (long) LONGS.getOpaque(extras, MAX);
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
        if (nanos > longest) {
            raise(extras, nanos);
        }
        if (excess > 0) {
            LONGS.getAndAdd(extras, EXCESS, excess);
        }
    }

    /** Moves all counts into {@code sums}; for one reader at a time. */
    final void drainTo(long[] sums) {
        long[][] present = table;
        for (int at = 0; at < present.length; at++) {
            long[] chunk = present[at];
            int inRow = at & (ROW - 1);
            if (chunk == null || inRow == EXTRAS) {
                continue;
            }
            int base = inRow << magnitude;
            for (int i = 0; i < 1 << magnitude; i++) {
                if ((long) LONGS.getOpaque(chunk, i) != 0) {
                    sums[base + i] += (long) LONGS.getAndSet(chunk, i, 0L);
                }
            }
        }
    }

    /** The longest duration since the last call; for one reader at a time. */
    final long drainMax() {
        long[][] present = table;
        long max = 0;
        for (int row = 0; row < present.length; row += ROW) {
            max = Math.max(max, (long) LONGS.getAndSet(present[row + EXTRAS], MAX, 0L));
            LONGS.setOpaque(present[row + EXTRAS], COLLISIONS, 0L);
        }
        return max;
    }

    /** The excess time since the last call; for one reader at a time. */
    final long drainExcess() {
        long[][] present = table;
        long excess = 0;
        for (int row = 0; row < present.length; row += ROW) {
            excess += (long) LONGS.getAndSet(present[row + EXTRAS], EXCESS, 0L);
        }
        return excess;
    }

    /** Where the stripe of the current thread begins in a table. Ids count up, so threads that start together get stripes of their own. */
    private static int row(long[][] in) {
        return in.length == ROW ? 0 : ((int) Thread.currentThread().getId() << ROW_MAGNITUDE) & (in.length - 1);
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
            chunk = new long[(1 << magnitude) + PADDING];
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
