package io.github.sre4j.telemetry.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes met before, to be compared eight at a time with those at some place: far faster than reading them anew. Immutable. */
final class ByteMatcher {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int length;
    private final long[] words;
    private final long[] masks;

    /** The bytes from {@code from} to before {@code to}, at least one, none of them zero. */
    ByteMatcher(byte[] bytes, int from, int to) {
        length = to - from;
        words = new long[(length + Long.BYTES - 1) / Long.BYTES];
        masks = new long[words.length];
        byte[] padded = Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), words.length * Long.BYTES);
        for (int i = 0; i < words.length; i++) {
            words[i] = (long) LONGS.get(padded, i * Long.BYTES);
            masks[i] = -1L;
        }
        masks[words.length - 1] >>>= (words.length * Long.BYTES - length) * Byte.SIZE;
    }

    int length() {
        return length;
    }

    /**
     * Whether these bytes stand at {@code at}. Reads no further than the word that holds the first difference, so {@link Padding} behind the
     * bytes is enough.
     */
    boolean isAt(byte[] bytes, int at) {
        for (int i = 0; i < words.length; i++) {
            if ((((long) LONGS.get(bytes, at + i * Long.BYTES) ^ words[i]) & masks[i]) != 0) {
                return false;
            }
        }
        return true;
    }
}
