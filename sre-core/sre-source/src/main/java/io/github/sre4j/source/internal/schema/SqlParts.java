package io.github.sre4j.source.internal.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits the bracketed lists of SQL definitions. */
final class SqlParts {

    /** A name with one group: plain or quoted, with the names of its schema. */
    static final String NAME =
            "((?:[\\w$]+|\"[^\"]+\"|`[^`]+`|\\[[^\\]]+])(?:\\.(?:[\\w$]+|\"[^\"]+\"|`[^`]+`|\\[[^\\]]+]))*)";

    private static final Pattern FIRST_NAME = Pattern.compile("^\\s*" + NAME, Pattern.CASE_INSENSITIVE);
    private static final Pattern FUNCTION =
            Pattern.compile("^\\(*\\s*(\\w+)\\s*\\(\\s*" + NAME, Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_COLUMN = Pattern.compile(
            "^\\s*(?:constraint|primary|unique|foreign|key|index|check|exclude|fulltext|spatial|like|period)\\b",
            Pattern.CASE_INSENSITIVE);

    private SqlParts() {}

    /**
     * Returns the parts between the commas of a bracket.
     *
     * @param from position behind the opening bracket
     */
    static List<String> list(String sql, int from) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = from;
        for (int i = from; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\'') {
                int end = sql.indexOf('\'', i + 1);
                i = end < 0 ? sql.length() : end;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && depth-- == 0) {
                parts.add(sql.substring(start, i).strip());
                return parts;
            } else if (c == ',' && depth == 0) {
                parts.add(sql.substring(start, i).strip());
                start = i + 1;
            }
        }
        return parts;
    }

    /** Returns the columns of an index: names, and expressions as {@code lower(name)}. */
    static List<String> columns(List<String> parts) {
        List<String> columns = new ArrayList<>();
        for (String part : parts) {
            Matcher function = FUNCTION.matcher(part);
            Matcher name = FIRST_NAME.matcher(part);
            // MySQL indexes a prefix as name(10), which is no function.
            if (function.find()
                    && !Character.isDigit(Naming.plain(function.group(2)).charAt(0))) {
                columns.add(function.group(1).toLowerCase(Locale.ROOT) + "(" + Naming.plain(function.group(2)) + ")");
            } else if (name.find()) {
                columns.add(name.group(1));
            }
        }
        return columns;
    }

    /** Returns the name a definition begins with; empty if it begins with none. */
    static String name(String part) {
        Matcher name = FIRST_NAME.matcher(part);
        return name.find() ? name.group(1) : "";
    }

    static boolean isConstraint(String part) {
        return NO_COLUMN.matcher(part).find();
    }
}
