package io.github.sre4j.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decimal numbers from outside. An exponent of a few characters can stand for a number of millions of digits, with which any further arithmetic takes minutes
 * or fails; such a number is none here. Stateless and thread-safe.
 */
public final class BoundedDecimal {

    /** The largest magnitude of an exponent: far beyond that of any {@code double}. */
    public static final int MAX_EXPONENT = 1_000;

    /** The most characters of a number. */
    public static final int MAX_LENGTH = 1_000;

    private static final Pattern FORM = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,4})?");

    private BoundedDecimal() {}

    /**
     * Parses a number as JSON writes it.
     *
     * @return the number; empty if it is none, or longer than {@value #MAX_LENGTH} characters, or its exponent is beyond {@value #MAX_EXPONENT}
     */
    public static Optional<BigDecimal> parse(String text) {
        if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (exponent >= 0 && Math.abs(Integer.parseInt(text.substring(exponent + 1))) > MAX_EXPONENT) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /** Returns true if arithmetic with the number takes no longer than with any {@code double}. */
    public static boolean isBounded(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_LENGTH + MAX_EXPONENT && number.precision() <= MAX_LENGTH;
    }
}
