package io.github.sre4j.newrelic.evidence;

import io.github.sre4j.newrelic.nerdgraph.Row;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows as they came, of which attributes have more than one name. */
final class RowAttributes {

    private RowAttributes() {}

    static List<Map<String, @Nullable Object>> of(@Nullable List<Row> rows) {
        return rows == null ? List.of() : rows.stream().map(Row::members).toList();
    }

    /** The first of the attributes that is there, or null. */
    static @Nullable String text(Map<String, @Nullable Object> row, String... names) {
        for (String name : names) {
            Object value = row.get(name);
            if (value != null) {
                return value.toString();
            }
        }
        return null;
    }

    /** The values of all rows, each once, in their order. */
    static Set<String> texts(List<Map<String, @Nullable Object>> rows, String... names) {
        Set<String> texts = new LinkedHashSet<>();
        for (Map<String, @Nullable Object> row : rows) {
            String text = text(row, names);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }
}
