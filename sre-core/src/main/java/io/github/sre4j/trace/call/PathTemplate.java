package io.github.sre4j.trace.call;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path without its ids: numbers, UUIDs, long hexadecimal, long mixed and encoded segments become {@code *}.
 */
public final class PathTemplate {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{10,}");
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9_\\-=%+.]{16,}");
    private static final int MIN_DIGITS_OF_MIXED = 3;

    private PathTemplate() {}

    /** The template of a path. */
    public static String of(String path) {
        StringBuilder template = new StringBuilder(path.length());
        int from = 0;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            String segment = path.substring(from, to);
            template.append(isId(segment) ? "*" : segment);
            if (slash >= 0) {
                template.append('/');
            }
            from = to + 1;
            if (slash < 0) {
                break;
            }
        }
        return template.toString();
    }

    /** The ids in a path, in order. */
    public static List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (isId(segment)) {
                ids.add(segment);
            }
        }
        return ids;
    }

    private static boolean isId(String segment) {
        if (segment.isEmpty()) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < segment.length(); i++) {
            digits += segment.charAt(i) >= '0' && segment.charAt(i) <= '9' ? 1 : 0;
        }
        if (digits == segment.length()) {
            return true;
        }
        if (digits == 0) {
            return false;
        }
        return UUID.matcher(segment).matches()
                || HEX.matcher(segment).matches()
                || (digits >= MIN_DIGITS_OF_MIXED && ENCODED.matcher(segment).matches())
                || isPrefixedNumber(segment, digits);
    }

    /** {@code PN00042}, {@code x47}, {@code order-1042}: a short word and a number; but {@code v1} is a version. */
    private static boolean isPrefixedNumber(String segment, int digits) {
        int letters = 0;
        while (letters < segment.length() && !Character.isDigit(segment.charAt(letters))) {
            letters++;
        }
        boolean numberAtEnd = segment.length() - letters == digits;
        return numberAtEnd && digits >= 2;
    }
}
