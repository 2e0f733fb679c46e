package io.github.sre4j.examples.standin.answer;

import org.jspecify.annotations.Nullable;

/** Numbers as results show them. */
final class Numbers {
    private static final double EXACT = 1L << 53;

    private Numbers() {}

    /** A whole number without a decimal point; anything else as it is. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < EXACT) {
            return number.longValue();
        }
        return value;
    }

    /** The key of a percentile: {@code 95}, {@code 99.5}. */
    static String key(double number) {
        return String.valueOf(plain(number));
    }
}
