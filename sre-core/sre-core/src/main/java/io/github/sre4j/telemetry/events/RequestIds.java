package io.github.sre4j.telemetry.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds out whether rows of the same {@code guid} and timestamp were read more than once, in bounded memory.
 *
 * <p>It keeps one 64-bit key per row in {@value #BUCKETS} buckets, so that a row costs an append and no random access, and looks for equal keys when all is
 * read. When more keys than allowed have come, it keeps those of every second, then of every fourth part of all keys (adaptive sampling, P. Flajolet, "On
 * adaptive sampling", Computing 43, 1990): copies of pages are found in any such part, and {@link #part} reads the others one after another. Equal keys of
 * different rows are possible; whoever drops a row compares the rows themselves. Not thread-safe.
 */
final class RequestIds {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int BUCKET_BITS = 8;
    private static final int BUCKETS = 1 << BUCKET_BITS;
    private static final int FIRST_CAPACITY = 16;
    private static final int MIN_KEYS = 1 << 18;
    private static final int MAX_KEYS = 1 << 23;
    private static final int SHARE_OF_MEMORY = 32;
    private static final int MAX_LEVEL = 30;

    private final long[][] keys = new long[BUCKETS][0];
    private final int[] sizes = new int[BUCKETS];
    private final int maxKeys;
    private long capacity;
    /** How many low bits of a key must be those of {@link #part}. */
    private int level;

    private final long part;

    private RequestIds(int maxKeys, int level, long part) {
        this.maxKeys = maxKeys;
        this.level = level;
        this.part = part;
    }

    /** All rows, as long as there is memory for them. */
    static RequestIds all() {
        long affordable = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / Long.BYTES;
        return all((int) Math.max(MIN_KEYS, Math.min(MAX_KEYS, affordable)));
    }

    /** All rows, up to so many keys. */
    static RequestIds all(int maxKeys) {
        return new RequestIds(maxKeys, 0, 0);
    }

    /** One of the {@link #parts()} of the rows. */
    RequestIds part(int number) {
        return new RequestIds(Integer.MAX_VALUE, level, number);
    }

    /** Returns the number of parts of which this holds one: 1 if it holds all rows. */
    int parts() {
        return 1 << level;
    }

    /** Adds a row. */
    void add(long key) {
        int bucket = (int) (key >>> (Long.SIZE - BUCKET_BITS));
        if (sizes[bucket] == keys[bucket].length) {
            makeRoom(bucket);
        }
        if ((key & ((1L << level) - 1)) == part) {
            keys[bucket][sizes[bucket]++] = key;
        }
    }

    /** Adds the rows that another thread has read. */
    void merge(RequestIds later) {
        while (later.level < level) {
            later.thin();
        }
        while (level < later.level) {
            thin();
        }
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            for (int i = 0; i < later.sizes[bucket]; i++) {
                add(later.keys[bucket][i]);
            }
            later.keys[bucket] = new long[0];
            later.sizes[bucket] = 0;
        }
    }

    /** Returns the keys that were added more than once, each once, in ascending order of their buckets. */
    long[] repeated() {
        long[] found = new long[FIRST_CAPACITY];
        int count = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (sizes[bucket] < 2) {
                continue;
            }
            long[] repeated = repeated(keys[bucket], sizes[bucket]);
            if (count + repeated.length > found.length) {
                found = Arrays.copyOf(found, Math.max(found.length * 2, count + repeated.length));
            }
            System.arraycopy(repeated, 0, found, count, repeated.length);
            count += repeated.length;
        }
        return Arrays.copyOf(found, count);
    }

    /** Returns the key of a row: equal for equal ids and timestamps, and for others as good as never. */
    static long key(byte[] id, int from, int to, long timestampMillis) {
        long hash = timestampMillis * MULTIPLIER;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(id, at)) * MULTIPLIER;
            hash ^= hash >>> 32;
        }
        for (; at < to; at++) {
            hash = (hash ^ id[at]) * MULTIPLIER;
        }
        hash ^= hash >>> 29;
        hash *= MULTIPLIER;
        return hash ^ hash >>> 32;
    }

    private void makeRoom(int bucket) {
        int more = Math.max(FIRST_CAPACITY, keys[bucket].length / 2);
        if (capacity + more > maxKeys && keys[bucket].length > 0 && level < MAX_LEVEL) {
            thin();
        }
        if (sizes[bucket] == keys[bucket].length) {
            capacity += more;
            keys[bucket] = Arrays.copyOf(keys[bucket], keys[bucket].length + more);
        }
    }

    private void thin() {
        level++;
        long mask = (1L << level) - 1;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int kept = 0;
            for (int i = 0; i < sizes[bucket]; i++) {
                long key = keys[bucket][i];
                if ((key & mask) == part) {
                    keys[bucket][kept++] = key;
                }
            }
            sizes[bucket] = kept;
        }
    }

    /** A table that fits a processor's cache is faster than sorting. */
    private static long[] repeated(long[] keys, int size) {
        int slots = Integer.highestOneBit((Math.max(16, size) * 2) - 1) * 2;
        long[] table = new long[slots];
        long[] found = new long[FIRST_CAPACITY];
        int count = 0;
        for (int i = 0; i < size; i++) {
            // Zero marks an empty slot.
            long key = keys[i] == 0 ? 1 : keys[i];
            int slot = (int) ((key * MULTIPLIER) >>> 32) & (slots - 1);
            while (table[slot] != 0 && table[slot] != key) {
                slot = (slot + 1) & (slots - 1);
            }
            if (table[slot] == key) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = keys[i];
            }
            table[slot] = key;
        }
        long[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return Arrays.stream(sorted).distinct().toArray();
    }
}
