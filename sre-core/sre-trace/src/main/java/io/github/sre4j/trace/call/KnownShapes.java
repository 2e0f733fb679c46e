package io.github.sre4j.trace.call;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Shapes seen lately: the same few statements come in every trace, and comparing one object with itself costs nothing. Holds a limited number;
 * a new one takes the place of an old one.
 *
 * <p>Safe for use by several threads without a lock: an entry does not change, and two threads that write to one place at once lose no more than one of
 * the two.
 */
public final class KnownShapes {

    private static final int PLACES = 4_096;
    /** Longer ones are not kept, so that what is kept stays below a few megabytes. */
    private static final int MAX_LENGTH = 2_000;

    static final Shape NONE = new Shape(new char[0], "");

    private final @Nullable Shape[] shapes = new Shape[PLACES];

    /** Starts with nothing known. */
    public KnownShapes() {}

    /**
     * One shape.
     *
     * @param chars its characters, to compare with
     * @param text the same as a text
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    record Shape(char[] chars, String text) {

        /** Whether this is what stands at the start of a buffer. */
        boolean is(char[] buffer, int length) {
            return Arrays.equals(chars, 0, chars.length, buffer, 0, length);
        }
    }

    /** What stands at the start of a buffer, as a shape. */
    Shape of(char[] buffer, int length) {
        int place = place(buffer, length);
        Shape known = shapes[place];
        if (known != null && known.is(buffer, length)) {
            return known;
        }
        Shape shape = new Shape(Arrays.copyOf(buffer, length), new String(buffer, 0, length));
        if (length <= MAX_LENGTH) {
            shapes[place] = shape;
        }
        return shape;
    }

    /** Four characters a step, as one multiplication waits for the one before. */
    private static int place(char[] chars, int length) {
        int hash = length;
        int at = 0;
        for (; at + 3 < length; at += 4) {
            hash = hash * (31 * 31 * 31 * 31)
                    + chars[at] * (31 * 31 * 31)
                    + chars[at + 1] * (31 * 31)
                    + chars[at + 2] * 31
                    + chars[at + 3];
        }
        for (; at < length; at++) {
            hash = hash * 31 + chars[at];
        }
        hash *= 0x9E3779B9;
        return (hash >>> 16) & (PLACES - 1);
    }
}
