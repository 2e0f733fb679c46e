package io.github.sre4j.trace.read;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids of traces and spans, however a format writes them: hexadecimal digits, base64 of the bytes, base64 of the digits. */
public final class SpanIds {

    /** Digits of an id of 64 bits. */
    private static final int SHORT = 16;

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");

    /** What base64 makes of 8, 16 or 32 bytes, in either alphabet. */
    private static final Pattern BASE64 =
            Pattern.compile("[A-Za-z0-9+/_-]{11}=|[A-Za-z0-9+/_-]{22}==|[A-Za-z0-9+/_-]{43}=");

    private SpanIds() {}

    /** The id as it came, but base64 as the digits it stands for; null if there is none: an empty text, or only zeros. */
    static @Nullable String asCame(@Nullable String id) {
        if (id == null || id.isEmpty() || onlyZeros(id)) {
            return null;
        }
        return id.charAt(id.length() - 1) == '=' && BASE64.matcher(id).matches() ? decoded(id) : id;
    }

    private static boolean onlyZeros(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /** The id in lower case, so that a child's word for its parent is the parent's for itself; null if there is none. */
    static @Nullable String of(@Nullable String id) {
        String came = asCame(id);
        return came == null ? null : lower(came);
    }

    private static String lower(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) >= 'A' && id.charAt(i) <= 'Z') {
                return id.toLowerCase(Locale.ROOT);
            }
        }
        return id;
    }

    private static @Nullable String decoded(String id) {
        byte[] bytes =
                Base64.getDecoder().decode(id.replace("=", "").replace('-', '+').replace('_', '/'));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String digits =
                (bytes.length == 16 || bytes.length == 32) && HEX.matcher(text).matches()
                        ? text
                        : HexFormat.of().formatHex(bytes);
        return onlyZeros(digits) ? null : digits;
    }

    /** The number that an id stands for, as digits without leading zeros: equal for equal ids of one length in any alphabet. */
    public static String canonical(String id) {
        String came = asCame(id);
        String lower = lower(came == null ? id : came);
        int from = 0;
        while (from < lower.length() - 1 && lower.charAt(from) == '0') {
            from++;
        }
        return lower.substring(from);
    }

    /** Whether two ids name the same trace: the same number, or one the lower half of the other, which is what senders of 64 bits keep of 128. */
    public static boolean same(String one, String other) {
        String first = canonical(one);
        String second = canonical(other);
        return first.equals(second) || isLowerHalf(first, second) || isLowerHalf(second, first);
    }

    /** Whether a canonical id is the lower half of another. */
    static boolean isLowerHalf(String half, String whole) {
        String low = lowerHalf(whole);
        return low != null && low.equals(half);
    }

    /** The lower half of a canonical id of 128 bits, or null if it has none of its own. */
    static @Nullable String lowerHalf(String canonical) {
        if (canonical.length() <= SHORT || canonical.length() > 2 * SHORT) {
            return null;
        }
        String low = canonical.substring(canonical.length() - SHORT);
        return onlyZeros(low) || low.startsWith("00000000") ? null : canonical(low);
    }
}
