package io.github.sre4j.recorder.log;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names as tags of a histogram log, which may hold neither blanks nor commas nor line ends: other bytes than plain ones become {@code %XX}. */
final class PercentName {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/{}()._-*:";

    private PercentName() {}

    static String encode(String name) {
        StringBuilder tag = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            if (each >= 0 && PLAIN.indexOf(each) >= 0) {
                tag.append((char) each);
            } else {
                tag.append('%').append(String.format(Locale.ROOT, "%02X", each & 0xff));
            }
        }
        return tag.toString();
    }

    /**
     * Reads a tag.
     *
     * @throws IllegalArgumentException if a percent sign is not followed by two hexadecimal digits
     */
    static String decode(String tag) {
        byte[] bytes = new byte[tag.length()];
        int length = 0;
        for (int i = 0; i < tag.length(); i++) {
            if (tag.charAt(i) != '%') {
                bytes[length++] = (byte) tag.charAt(i);
            } else if (i + 2 < tag.length()
                    && Character.digit(tag.charAt(i + 1), 16) >= 0
                    && Character.digit(tag.charAt(i + 2), 16) >= 0) {
                bytes[length++] =
                        (byte) (Character.digit(tag.charAt(i + 1), 16) << 4 | Character.digit(tag.charAt(i + 2), 16));
                i += 2;
            } else {
                throw new IllegalArgumentException("a percent sign without its digits");
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
