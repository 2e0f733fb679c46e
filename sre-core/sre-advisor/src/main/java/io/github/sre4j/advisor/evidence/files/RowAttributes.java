package io.github.sre4j.advisor.evidence.files;

import java.time.Instant;
import java.util.Map;

/** Reads attributes of a row leniently. */
final class RowAttributes {

    private RowAttributes() {}

    /** The first that is there, as text; empty if none is. */
    static String text(Map<String, Object> row, String... names) {
        for (String name : names) {
            Object value = row.get(name);
            if (value != null) {
                return value.toString();
            }
        }
        return "";
    }

    /** A number, or 0. */
    static double number(Map<String, Object> row, String name) {
        return row.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    static boolean isTrue(Map<String, Object> row, String name) {
        return "true".equalsIgnoreCase(text(row, name));
    }

    static Instant at(Map<String, Object> row) {
        return Instant.ofEpochMilli((long) number(row, "timestamp"));
    }
}
