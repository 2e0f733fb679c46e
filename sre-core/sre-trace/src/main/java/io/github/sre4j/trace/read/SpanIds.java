package io.github.sre4j.trace.read;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids of traces and spans as lower-case hexadecimal digits, however a format writes them. */
final class SpanIds {

    /** What the plain mapping of protobuf to JSON makes of 16 and 8 bytes. OTLP asks for hexadecimal; not everybody heard. */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{11}=");

    private static final Pattern ZEROS = Pattern.compile("0+");

    private SpanIds() {}

    /** The id, or null if there is none: an empty text, or only zeros. */
    static @Nullable String of(@Nullable String id) {
        if (id == null || id.isEmpty() || ZEROS.matcher(id).matches()) {
            return null;
        }
        return BASE64.matcher(id).matches()
                ? HexFormat.of().formatHex(Base64.getDecoder().decode(id))
                : id.toLowerCase(Locale.ROOT);
    }

    /** Whether two ids are the same number: some senders write 64 bits as 16 digits, others fill them up to 32. */
    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        int from = 0;
        while (from < lower.length() - 1 && lower.charAt(from) == '0') {
            from++;
        }
        return lower.substring(from);
    }
}
