package io.github.sre4j.trace.call;

import java.util.Locale;

/**
 * A statement without its values: literals become {@code ?}, lists of them {@code (?)}, white space one blank, comments nothing,
 * letters outside quoted names lower case. Two statements of one shape differ in their values alone.
 */
public final class StatementShape {

    private StatementShape() {}

    /**
     * The shape of a statement.
     *
     * @param sql the text, also if obfuscated or truncated
     */
    public static String of(String sql) {
        StringBuilder shape = new StringBuilder(sql.length());
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (isPlain(c)) {
                int end = at + 1;
                while (end < sql.length() && isPlain(sql.charAt(end))) {
                    end++;
                }
                shape.append(sql, at, end);
                at = end;
            } else if (Character.isWhitespace(c)) {
                blank(shape);
                at++;
            } else if (c == '\'') {
                placeholder(shape);
                at = afterQuoted(sql, at, '\'');
            } else if (c == '"' || c == '`') {
                int end = afterQuoted(sql, at, c);
                shape.append(sql, at, end);
                at = end;
            } else if ((c == '-' || c == '/') && (sql.startsWith("--", at) || sql.startsWith("/*", at))) {
                at = afterComment(sql, at);
                blank(shape);
            } else if (isValue(sql, at, shape)) {
                placeholder(shape);
                at = afterValue(sql, at);
            } else {
                shape.append(Character.toLowerCase(c));
                at++;
            }
        }
        return foldLists(shape.toString().strip());
    }

    /** What most of a statement is made of, and stays as it is: these are copied by the run, not one by one. */
    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || c == '_' || c == '.' || c == ',' || c == '=' || c == '(' || c == ')';
    }

    private static void blank(StringBuilder shape) {
        if (!shape.isEmpty() && shape.charAt(shape.length() - 1) != ' ') {
            shape.append(' ');
        }
    }

    private static void placeholder(StringBuilder shape) {
        shape.append('?');
    }

    /** A number or a bind variable ({@code $1}, {@code :name}, {@code ?3}), but no digit inside a name. */
    private static boolean isValue(String sql, int at, StringBuilder shape) {
        char c = sql.charAt(at);
        char before = shape.isEmpty() ? ' ' : shape.charAt(shape.length() - 1);
        boolean inName = Character.isLetterOrDigit(before) || before == '_' || before == '$';
        if (inName) {
            return false;
        }
        if (c == '?') {
            return true;
        }
        char next = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
        return Character.isDigit(c)
                || (c == '$' && Character.isDigit(next))
                || (c == ':' && Character.isLetter(next) && before != ':');
    }

    private static int afterValue(String sql, int at) {
        int end = at + 1;
        while (end < sql.length()
                && (Character.isLetterOrDigit(sql.charAt(end)) || "._".indexOf(sql.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static int afterQuoted(String sql, int at, char quote) {
        int end = at + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) == quote) {
                if (end + 1 >= sql.length() || sql.charAt(end + 1) != quote) {
                    return end + 1;
                }
                end++;
            }
            end++;
        }
        return sql.length();
    }

    private static int afterComment(String sql, int at) {
        boolean line = sql.charAt(at) == '-';
        int end = sql.indexOf(line ? "\n" : "*/", at + 2);
        return end < 0 ? sql.length() : end + (line ? 1 : 2);
    }

    /** {@code (?, ?, ?)} becomes {@code (?)}: the length of a list is a value too. */
    private static String foldLists(String shape) {
        if (shape.indexOf("?,") < 0 && shape.indexOf("? ,") < 0) {
            return shape;
        }
        StringBuilder folded = new StringBuilder(shape.length());
        int at = 0;
        while (at < shape.length()) {
            folded.append(shape.charAt(at));
            int end = at + 1;
            if (shape.charAt(at) == '?') {
                int next = afterListElement(shape, end);
                while (next > end) {
                    end = next;
                    next = afterListElement(shape, end);
                }
            }
            at = end;
        }
        return folded.toString();
    }

    private static int afterListElement(String shape, int at) {
        int end = skipBlank(shape, at);
        if (end >= shape.length() || shape.charAt(end) != ',') {
            return at;
        }
        end = skipBlank(shape, end + 1);
        return end < shape.length() && shape.charAt(end) == '?' ? end + 1 : at;
    }

    private static int skipBlank(String shape, int at) {
        int end = at;
        while (end < shape.length() && shape.charAt(end) == ' ') {
            end++;
        }
        return end;
    }

    /** Whether the statement only reads. */
    public static boolean readsOnly(String shape) {
        String lower = shape.toLowerCase(Locale.ROOT);
        boolean read = lower.startsWith("select") || lower.startsWith("with") || lower.startsWith("show");
        return read && !lower.contains(" for update") && !lower.contains("insert into") && !lower.contains("nextval");
    }
}
