package io.github.sre4j.trace.mask;

import io.github.sre4j.text.mask.Masker;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks free text: messages, log lines, names. Values of statements that exceptions quote go first, since no pattern knows them. Not thread-safe.
 */
final class TextMask {

    private static final int MAX_LENGTH = 4_000;
    private static final int MAX_REMEMBERED = 20_000;

    private static final Pattern STATEMENT = Pattern.compile(
            "(?i)\\b(?:select\\b[^;]{1,2000}?\\bfrom|insert\\s+into|update\\b[^;]{1,200}?\\bset|delete\\s+from|merge\\s+into)\\b");

    private static final Pattern QUOTED = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*+'?+");

    /** As PostgreSQL says it: {@code Key (email)=(…) already exists}. */
    private static final Pattern KEY_VALUE = Pattern.compile("(?<=\\))=\\([^)]*\\)");

    /** As MySQL says it. */
    private static final Pattern DUPLICATE = Pattern.compile("(?i)(duplicate entry )'[^']*'");

    private final Masker masker = Masker.numbered();

    private final Map<String, String> remembered = new HashMap<>();

    String of(String text) {
        String known = remembered.get(text);
        if (known == null) {
            known = masked(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text);
            if (remembered.size() < MAX_REMEMBERED) {
                remembered.put(text, known);
            }
        }
        return known;
    }

    private String masked(String text) {
        return masker.text(withoutValuesOfStatements(text));
    }

    /** Exceptions of databases quote statements and keys; their values are data wherever they stand. */
    private static String withoutValuesOfStatements(String text) {
        String masked = text.contains(")=(") ? KEY_VALUE.matcher(text).replaceAll("=(?)") : text;
        if (masked.indexOf('\'') < 0) {
            return masked;
        }
        masked = DUPLICATE.matcher(masked).replaceAll("$1?");
        Matcher statement = STATEMENT.matcher(masked);
        if (!statement.find()) {
            return masked;
        }
        int from = statement.start();
        return masked.substring(0, from)
                + QUOTED.matcher(masked.substring(from)).replaceAll("?");
    }
}
