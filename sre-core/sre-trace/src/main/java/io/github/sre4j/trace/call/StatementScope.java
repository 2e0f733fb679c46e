package io.github.sre4j.trace.call;

import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.Statement;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many rows one execution of a statement is about, as its text and the agent's attributes tell.
 *
 * @param kind what the statement does
 * @param rows how many rows it asks for or writes at once; 0 if not known
 */
public record StatementScope(Kind kind, long rows) {

    /** What a statement does. */
    public enum Kind {
        /** Reads what belongs to one value: repeated for other values it is an N+1. */
        READ,
        /** Reads many rows by a list of values. */
        CHUNK,
        /** Reads one page of a longer list. */
        PAGE,
        /** Writes. */
        WRITE,
        /** Writes many rows at once. */
        BATCH
    }

    /** A statement that is about one row, as far as anybody can tell. */
    public static final StatementScope ONE_READ = new StatementScope(Kind.READ, 0);

    private static final Pattern LIST = Pattern.compile("\\b(?:in|values)\\s*\\(([^()]*)\\)");
    private static final Pattern ARRAY = Pattern.compile(
            "array_contains\\s*\\(|=\\s*(?:any|some)\\s*\\(\\s*(?:\\?|\\$\\d|:|array)|unnest\\s*\\(\\s*(?:\\?|\\$|:)"
                    + "|json_table\\s*\\(|openjson\\s*\\(|string_split\\s*\\(|= any\\s*\\(");
    private static final Pattern SKIP = Pattern.compile(
            "\\boffset\\s+(?:\\?|\\$\\d+|:\\w+|@\\w+|\\d+)|\\blimit\\s+[^\\s,]+\\s*,\\s*[^\\s,]+|\\brow_?num(?:ber)?\\b|\\bscroll\\b");
    private static final Pattern LIMIT =
            Pattern.compile("\\b(?:limit|first|next|top)\\s*\\(?\\s*(\\d+|\\?|\\$\\d+|:\\w+|@\\w+)");
    private static final Pattern RANGE = Pattern.compile("[<>]=?\\s*(?:\\?|\\$\\d+|:\\w+|@\\w+|'|\\d)");
    private static final String[] WORDS = {
        " in",
        "any",
        "some",
        "array",
        "unnest",
        "json_table",
        "openjson",
        "string_split",
        "offset",
        "limit",
        "row",
        "first",
        "next",
        "top",
        "scroll"
    };

    /** A list of so few values is a choice between them, not a list of rows. */
    private static final int FEW = 2;

    /** Tells it of a span's statement. */
    public static StatementScope of(Span span) {
        Statement statement = span.statement();
        if (statement == null) {
            return ONE_READ;
        }
        long batch = batchSize(span);
        String text = statement.text() == null ? "" : statement.text().toLowerCase(Locale.ROOT);
        if (isWrite(statement.operation(), text)) {
            long rows = Math.max(batch, text.startsWith("insert") ? insertedRows(text) : listed(text));
            return new StatementScope(rows > 1 ? Kind.BATCH : Kind.WRITE, rows > 1 ? rows : 0);
        }
        if (batch > 1) {
            return new StatementScope(Kind.CHUNK, batch);
        }
        return mayBeAboutMany(text) ? read(text) : ONE_READ;
    }

    /** Whether any of the words is there without which a read is about one row: most reads need no pattern. */
    private static boolean mayBeAboutMany(String text) {
        for (String word : WORDS) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static StatementScope read(String text) {
        Matcher limit = LIMIT.matcher(text);
        boolean limited = limit.find();
        if (SKIP.matcher(text).find()
                || (limited && text.contains("order by") && RANGE.matcher(text).find())) {
            return new StatementScope(Kind.PAGE, limited ? number(limit.group(1)) : 0);
        }
        long listed = listed(text);
        if (listed > FEW || listed < 0) {
            return new StatementScope(Kind.CHUNK, Math.max(0, listed));
        }
        return ARRAY.matcher(text).find() ? new StatementScope(Kind.CHUNK, 0) : ONE_READ;
    }

    private static boolean isWrite(@Nullable String operation, String text) {
        String verb = operation == null || operation.isEmpty() ? text : operation;
        return verb.startsWith("insert")
                || verb.startsWith("update")
                || verb.startsWith("delete")
                || verb.startsWith("merge")
                || verb.startsWith("replace")
                || verb.startsWith("upsert")
                || text.startsWith("insert")
                || text.startsWith("update")
                || text.startsWith("delete");
    }

    private static long batchSize(Span span) {
        String size = span.attributes().get("db.operation.batch.size");
        return size == null ? 0 : number(size);
    }

    /** Values of the longest list; -1 if an agent folded a list, so that it may be of any length. */
    private static long listed(String text) {
        Matcher list = LIST.matcher(text);
        long longest = 0;
        while (list.find()) {
            if (text.startsWith("values", list.start())) {
                continue;
            }
            String inside = list.group(1).strip();
            if (inside.contains("...") || inside.equals("?")) {
                return -1;
            }
            longest = Math.max(longest, commas(inside) + 1);
        }
        return longest;
    }

    /** Rows of {@code values (…), (…)}. */
    private static long insertedRows(String text) {
        int values = text.indexOf("values");
        if (values < 0) {
            return 0;
        }
        long rows = 0;
        int depth = 0;
        for (int i = values; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' && depth++ == 0) {
                rows++;
            } else if (c == ')') {
                depth--;
            }
        }
        return rows;
    }

    private static long commas(String text) {
        long commas = 0;
        for (int i = 0; i < text.length(); i++) {
            commas += text.charAt(i) == ',' ? 1 : 0;
        }
        return commas;
    }

    private static long number(String text) {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || number > 1_000_000_000) {
                return 0;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
