package io.github.sre4j.telemetry.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map from names, given as bytes in a larger array, to values; so that no string is made for a name that was met before. Not thread-safe.
 *
 * @param <T> the values
 */
final class NameTable<T> {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final Function<String, T> factory;
    private final List<Entry<T>> entries = new ArrayList<>();
    private @Nullable Entry<T>[] slots = slots(256);

    NameTable(Function<String, T> factory) {
        this.factory = factory;
    }

    /** The value of the name in {@code bytes[from, to)}, made if there is none yet. */
    T get(byte[] bytes, int from, int to) {
        long hash = hash(bytes, from, to);
        int mask = slots.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        for (Entry<T> entry = slots[slot]; entry != null; entry = slots[slot]) {
            if (entry.hash == hash && Arrays.equals(entry.bytes, 0, entry.bytes.length, bytes, from, to)) {
                return entry.value;
            }
            slot = (slot + 1) & mask;
        }
        return add(hash, Arrays.copyOfRange(bytes, from, to));
    }

    T get(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return get(bytes, 0, bytes.length);
    }

    List<Entry<T>> entries() {
        return entries;
    }

    private T add(long hash, byte[] bytes) {
        String name = new String(bytes, StandardCharsets.UTF_8);
        Entry<T> entry = new Entry<>(hash, bytes, name, factory.apply(name));
        entries.add(entry);
        if (entries.size() * 2 > slots.length) {
            slots = slots(slots.length * 2);
            entries.forEach(this::place);
        } else {
            place(entry);
        }
        return entry.value;
    }

    private void place(Entry<T> entry) {
        int slot = (int) (entry.hash >>> 32) & (slots.length - 1);
        while (slots[slot] != null) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = entry;
    }

    private static long hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        for (; at < to; at++) {
            hash = (hash ^ bytes[at]) * MULTIPLIER;
        }
        return (hash ^ hash >>> 32) * MULTIPLIER;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> @Nullable Entry<T>[] slots(int size) {
        return new Entry[size];
    }

    static final class Entry<T> {
        private final long hash;
        private final byte[] bytes;
        private final String name;
        private final T value;

        private Entry(long hash, byte[] bytes, String name, T value) {
            this.hash = hash;
            this.bytes = bytes;
            this.name = name;
            this.value = value;
        }

        String name() {
            return name;
        }

        T value() {
            return value;
        }
    }
}
