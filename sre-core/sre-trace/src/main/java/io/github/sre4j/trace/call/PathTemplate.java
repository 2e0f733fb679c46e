package io.github.sre4j.trace.call;

import java.util.ArrayList;
import java.util.List;

/**
 * A path without its ids: numbers, UUIDs, long hexadecimal, long mixed and encoded segments become {@code *}.
 */
public final class PathTemplate {

    private static final int MIN_HEXADECIMAL = 10;
    private static final int MIN_ENCODED = 16;
    private static final int MIN_DIGITS_OF_ENCODED = 3;
    private static final int UUID_LENGTH = 36;

    private PathTemplate() {}

    /** The template of a path. */
    public static String of(String path) {
        StringBuilder template = new StringBuilder(path.length());
        int from = 0;
        while (true) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            if (isId(path, from, to)) {
                template.append('*');
            } else {
                template.append(path, from, to);
            }
            if (slash < 0) {
                return template.toString();
            }
            template.append('/');
            from = to + 1;
        }
    }

    /** The ids in a path, in order. */
    public static List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        int from = 0;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            if (isId(path, from, to)) {
                ids.add(path.substring(from, to));
            }
            from = to + 1;
        }
        return ids;
    }

    private static boolean isId(String path, int from, int to) {
        int length = to - from;
        int digits = 0;
        int hexadecimal = 0;
        int encoded = 0;
        for (int i = from; i < to; i++) {
            char c = path.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            digits += digit ? 1 : 0;
            hexadecimal += digit || (letter && (c | 0x20) <= 'f') ? 1 : 0;
            encoded += digit || letter || "_-=%+.".indexOf(c) >= 0 ? 1 : 0;
        }
        if (digits == 0 || digits == length) {
            return digits > 0;
        }
        return (hexadecimal == length && length >= MIN_HEXADECIMAL)
                || (encoded == length && length >= MIN_ENCODED && digits >= MIN_DIGITS_OF_ENCODED)
                || (length == UUID_LENGTH && hexadecimal == length - 4 && hasDashesOfUuid(path, from))
                || isPrefixedNumber(path, from, to, digits);
    }

    private static boolean hasDashesOfUuid(String path, int from) {
        return path.charAt(from + 8) == '-'
                && path.charAt(from + 13) == '-'
                && path.charAt(from + 18) == '-'
                && path.charAt(from + 23) == '-';
    }

    /** {@code PN00042}, {@code x47}, {@code order-1042}: a short word and a number; but {@code v1} is a version. */
    private static boolean isPrefixedNumber(String path, int from, int to, int digits) {
        int number = from;
        while (number < to && !Character.isDigit(path.charAt(number))) {
            number++;
        }
        return to - number == digits && digits >= 2;
    }
}
