package io.github.sre4j.source.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what SQL creates. */
final class SqlSchema {

    private static final String NAME =
            "((?:[\\w$]+|\"[^\"]+\"|`[^`]+`|\\[[^\\]]+])(?:\\.(?:[\\w$]+|\"[^\"]+\"|`[^`]+`|\\[[^\\]]+]))*)";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile(
            "create\\s+(?:global\\s+|local\\s+|temporary\\s+|cached\\s+|memory\\s+|unlogged\\s+)*table\\s+(?:if\\s+not\\s+exists\\s+)?"
                    + NAME + "\\s*\\(",
            FLAGS);
    private static final Pattern INDEX = Pattern.compile(
            "create\\s+(?:unique\\s+|bitmap\\s+|clustered\\s+|fulltext\\s+)*index\\s+(?:concurrently\\s+)?(?:if\\s+not\\s+exists\\s+)?(?:"
                    + NAME + "\\s+)?on\\s+(?:only\\s+)?" + NAME
                    + "\\s*(?:using\\s+\\w+\\s*)?\\(\\s*(?:\\w+\\s*\\(\\s*)?" + NAME,
            FLAGS);
    private static final Pattern ALTER =
            Pattern.compile("alter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?" + NAME + "\\s+([^;]*)", FLAGS);
    private static final Pattern KEY = Pattern.compile(
            "(?:primary\\s+key|unique(?:\\s+key|\\s+index)?|(?<!foreign )\\bkey|\\bindex)\\s*(?:" + NAME
                    + "\\s*)?\\(\\s*" + NAME,
            FLAGS);
    private static final Pattern DROP =
            Pattern.compile("drop\\s+index\\s+(?:concurrently\\s+)?(?:if\\s+exists\\s+)?" + NAME, FLAGS);
    private static final Pattern OWN_KEY =
            Pattern.compile("\\b(?:primary\\s+key|unique)\\b|\\bidentity\\b.*\\bprimary\\b", FLAGS);
    private static final Pattern FIRST_NAME = Pattern.compile("^\\s*" + NAME, FLAGS);
    private static final Pattern NO_COLUMN = Pattern.compile(
            "^\\s*(?:constraint|primary|unique|foreign|key|index|check|exclude|fulltext|like)\\b", FLAGS);

    private final Schema schema;

    SqlSchema(Schema schema) {
        this.schema = schema;
    }

    void read(String text) {
        String sql = COMMENT.matcher(text).replaceAll(" ");
        Matcher table = TABLE.matcher(sql);
        while (table.find()) {
            schema.table(table.group(1));
            for (String part : parts(sql, table.end())) {
                column(table.group(1), part);
            }
        }
        Matcher index = INDEX.matcher(sql);
        while (index.find()) {
            schema.index(Objects.requireNonNullElse(index.group(1), ""), index.group(2), index.group(3));
        }
        Matcher alter = ALTER.matcher(sql);
        while (alter.find()) {
            keys(alter.group(1), alter.group(2));
        }
        Matcher drop = DROP.matcher(sql);
        while (drop.find()) {
            schema.dropIndex(drop.group(1));
        }
    }

    private void column(String table, String part) {
        if (NO_COLUMN.matcher(part).find()) {
            keys(table, part);
            return;
        }
        Matcher name = FIRST_NAME.matcher(part);
        if (name.find() && OWN_KEY.matcher(part).find()) {
            schema.index("", table, name.group(1));
        }
    }

    private void keys(String table, String text) {
        String own = text.replaceAll("(?i)foreign\\s+key", "foreign");
        Matcher key = KEY.matcher(own);
        while (key.find()) {
            schema.index(Objects.requireNonNullElse(key.group(1), ""), table, key.group(2));
        }
    }

    /** What stands between the commas of a bracket. */
    private static List<String> parts(String sql, int from) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = from;
        for (int i = from; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth-- == 0) {
                parts.add(sql.substring(start, i));
                return parts;
            } else if (c == ',' && depth == 0) {
                parts.add(sql.substring(start, i));
                start = i + 1;
            }
        }
        return parts;
    }
}
