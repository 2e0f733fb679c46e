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
        return new ShapeWriter().statement(sql).text();
    }

    /** Whether the statement only reads. */
    public static boolean readsOnly(String shape) {
        String lower = shape.toLowerCase(Locale.ROOT);
        boolean read = lower.startsWith("select") || lower.startsWith("with") || lower.startsWith("show");
        return read && !lower.contains(" for update") && !lower.contains("insert into") && !lower.contains("nextval");
    }
}
