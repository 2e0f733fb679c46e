package io.github.sre4j.telemetry.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The keys met so far and which key followed which. An agent sends its rows in a few forms, so the next key is nearly always one of the two
 * that came after this one before, and comparing is far faster than reading it anew. Not thread-safe.
 */
final class KeyForms {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Beyond this many different keys none is learnt any more: no sender needs them, and memory stays bounded. */
    private static final int MOST = 1_000;

    private final NameTable<Form> table = new NameTable<>(ignored -> new Form());
    private final Form start = new Form();

    /** What comes before the first key of a row. */
    Form start() {
        return start;
    }

    /**
     * Learns a key that was read in full.
     *
     * @param previous the key before it, or {@link #start()}
     * @param from its opening quote
     * @param to just after the colon that follows its closing quote
     * @param meaning what the reader takes it for
     */
    Form learn(Form previous, byte[] bytes, int from, int to, int meaning) {
        boolean full = table.entries().size() >= MOST;
        Form form = full ? new Form() : table.get(bytes, from, to);
        if (form.length == 0) {
            form.set(Arrays.copyOfRange(bytes, from, to), meaning);
        }
        if (full) {
            return form;
        }
        previous.second = previous.first;
        previous.first = form;
        return form;
    }

    /** One key, with its quotes and colon. */
    static final class Form {
        private long[] words = {};
        private long lastMask;
        private int length;
        private int meaning;
        private @Nullable Form first;
        private @Nullable Form second;
        private final Constant constant = new Constant();

        private void set(byte[] key, int meant) {
            length = key.length;
            meaning = meant;
            byte[] padded = Arrays.copyOf(key, (key.length + 7) / 8 * 8);
            words = new long[padded.length / 8];
            for (int i = 0; i < words.length; i++) {
                words[i] = (long) LONGS.get(padded, i * 8);
            }
            int used = key.length - (words.length - 1) * 8;
            lastMask = used == 8 ? -1L : (1L << (used * 8)) - 1;
        }

        /** The value this key mostly has. */
        Constant constant() {
            return constant;
        }

        int length() {
            return length;
        }

        int meaning() {
            return meaning;
        }

        /** The form that follows this one at {@code bytes[at…]}, or null if it is none of those expected. */
        @Nullable
        Form follower(byte[] bytes, int at, int end) {
            Form expected = first;
            if (expected != null && expected.isAt(bytes, at, end)) {
                return expected;
            }
            Form other = second;
            if (other != null && other.isAt(bytes, at, end)) {
                second = expected;
                first = other;
                return other;
            }
            return null;
        }

        private boolean isAt(byte[] bytes, int at, int end) {
            int last = words.length - 1;
            if (at + words.length * 8 > end) {
                return false;
            }
            for (int i = 0; i < last; i++) {
                if ((long) LONGS.get(bytes, at + i * 8) != words[i]) {
                    return false;
                }
            }
            return (((long) LONGS.get(bytes, at + last * 8) ^ words[last]) & lastMask) == 0;
        }
    }

    /** A value that is the same in many rows, so that comparing replaces reading. Gives up on a key whose values differ. */
    static final class Constant {

        private static final int LONGEST = 64;
        private static final int MOST_MISSES = 32;

        private final long[] words = new long[LONGEST / 8];
        private int length;
        private long lastMask;
        private int misses;

        /** The length of the known value if it stands at {@code bytes[at…]}, else 0. */
        int lengthAt(byte[] bytes, int at, int end) {
            int last = (length - 1) >> 3;
            if (length == 0 || at + last * 8 + 8 > end) {
                return 0;
            }
            for (int i = 0; i < last; i++) {
                if ((long) LONGS.get(bytes, at + i * 8) != words[i]) {
                    return 0;
                }
            }
            return (((long) LONGS.get(bytes, at + last * 8) ^ words[last]) & lastMask) == 0 ? length : 0;
        }

        /** Remembers a value that was read in full, unless this key has had too many. */
        void set(byte[] bytes, int from, int to, int end) {
            int words8 = (to - from + 7) >> 3;
            if (misses > MOST_MISSES || to - from > LONGEST || from + words8 * 8 > end) {
                length = 0;
                return;
            }
            misses++;
            length = to - from;
            for (int i = 0; i < words8; i++) {
                words[i] = (long) LONGS.get(bytes, from + i * 8);
            }
            int used = length - (words8 - 1) * 8;
            lastMask = used == 8 ? -1L : (1L << (used * 8)) - 1;
        }
    }
}
