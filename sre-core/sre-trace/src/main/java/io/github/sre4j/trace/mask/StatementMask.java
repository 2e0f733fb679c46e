package io.github.sre4j.trace.mask;

import io.github.sre4j.trace.call.StatementShape;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values out of statements. Where it cannot be told what is a value, such as after a quote that may or may not be escaped,
 * the rest of the text goes.
 */
final class StatementMask {

    private static final Pattern ESCAPE_CLAUSE = Pattern.compile("(?i)escape\\s+'\\\\'");
    private static final Pattern DOUBLE_QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"?");
    private static final Pattern PLAIN_NAME = Pattern.compile("\"[A-Za-z_][A-Za-z_0-9$]{0,62}\"");
    private static final Pattern DOLLAR_QUOTED = Pattern.compile("\\$(\\w*)\\$[\\s\\S]*?(?:\\$\\1\\$|$)");
    /** A text or a number of a document. Possessive: a name that is followed by a colon is no shorter text that is not. */
    private static final Pattern DOCUMENT_PART = Pattern.compile(
            "(?:\"(?:[^\"\\\\]|\\\\.)*+\"?+|'(?:[^'\\\\]|\\\\.)*+'?+)(?<name>\\s*+:)?+|(?<![\\w$])-?\\d[\\w.+-]*+");

    private StatementMask() {}

    static String of(String text, @Nullable String system) {
        String trimmed = text.stripLeading();
        if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
            return DOCUMENT_PART
                    .matcher(text)
                    .replaceAll(part -> part.group(1) == null ? "?" : Matcher.quoteReplacement(part.group()));
        }
        boolean backslash = text.indexOf('\\') >= 0;
        String safe = backslash ? ESCAPE_CLAUSE.matcher(text).replaceAll("escape ?") : text;
        safe = safe.indexOf('$') >= 0 ? DOLLAR_QUOTED.matcher(safe).replaceAll("?") : safe;
        safe = safe.indexOf('"') >= 0 ? withoutDoubleQuoted(safe, system) : safe;
        int doubtful = backslash ? safe.indexOf("\\'") : -1;
        if (doubtful >= 0) {
            int quote = safe.lastIndexOf('\'', doubtful);
            safe = safe.substring(0, quote < 0 ? doubtful : quote) + "? …";
        }
        return StatementShape.of(safe);
    }

    private static String withoutDoubleQuoted(String text, @Nullable String system) {
        boolean mySql = system != null && isMySql(system.toLowerCase(Locale.ROOT));
        return DOUBLE_QUOTED
                .matcher(text)
                .replaceAll(match -> !mySql && PLAIN_NAME.matcher(match.group()).matches()
                        ? Matcher.quoteReplacement(match.group())
                        : "?");
    }

    /** A command to a cache: its verb alone. */
    static String command(String text) {
        String trimmed = text.strip();
        int blank = 0;
        while (blank < trimmed.length() && Character.isLetter(trimmed.charAt(blank))) {
            blank++;
        }
        return blank == trimmed.length() ? trimmed : trimmed.substring(0, blank) + " ?";
    }

    private static boolean isMySql(String system) {
        return system.contains("mysql") || system.contains("mariadb");
    }
}
