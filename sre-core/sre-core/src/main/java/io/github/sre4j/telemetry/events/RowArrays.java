package io.github.sre4j.telemetry.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of rows in one JSON document, in its order, with the event type that the answer around each declares. New Relic writes it after the rows
 * ({@code metadata.eventTypes}), so it has to be looked for before they are read.
 */
final class RowArrays {

    /** Names of arrays that hold rows. */
    static final Set<String> NAMES = Set.of("results", "events");

    private static final String METADATA = "metadata";
    private static final String RAW = "rawResponse";

    /**
     * One array of rows.
     *
     * @param type the event type that is declared; empty if none is, or several are
     * @param copy whether the same rows stand in another array of the document
     */
    record RowArray(Optional<String> type, boolean copy) {}

    private static final class Scope {
        private final List<Integer> arrays = new ArrayList<>();
        private final List<Integer> raw = new ArrayList<>();
        private final List<String> types = new ArrayList<>();
        private boolean rows;
    }

    private final List<RowArray> arrays = new ArrayList<>();

    private RowArrays() {}

    /**
     * Looks through a document; an empty list if it is itself an array of rows.
     *
     * @param parser at the beginning of the document
     * @throws IOException if it cannot be read to its end
     */
    static List<RowArray> of(JsonParser parser) throws IOException {
        RowArrays found = new RowArrays();
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            found.object(parser);
        }
        return found.arrays;
    }

    /** Returns true if a key and its value hold rows. */
    static boolean holdRows(@Nullable String key, JsonToken value) {
        return value == JsonToken.START_ARRAY && key != null && NAMES.contains(key);
    }

    private Scope object(JsonParser parser) throws IOException {
        Scope scope = new Scope();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (holdRows(key, value)) {
                scope.rows = true;
                scope.arrays.add(arrays.size());
                arrays.add(new RowArray(Optional.empty(), false));
                parser.skipChildren();
            } else if (key.equals(METADATA) && value == JsonToken.START_OBJECT) {
                metadata(parser, scope);
            } else {
                int before = arrays.size();
                value(parser, value);
                for (int i = before; key.equals(RAW) && i < arrays.size(); i++) {
                    scope.raw.add(i);
                }
            }
        }
        Optional<String> type = scope.types.size() == 1 ? Optional.of(scope.types.get(0)) : Optional.empty();
        scope.arrays.forEach(i -> arrays.set(i, new RowArray(type, false)));
        if (scope.rows) {
            scope.raw.forEach(i -> arrays.set(i, new RowArray(arrays.get(i).type(), true)));
        }
        return scope;
    }

    private void value(JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.START_OBJECT) {
            object(parser);
        } else if (value == JsonToken.START_ARRAY) {
            for (JsonToken item = parser.nextToken();
                    item != JsonToken.END_ARRAY && item != null;
                    item = parser.nextToken()) {
                value(parser, item);
            }
        }
    }

    private static void metadata(JsonParser parser, Scope scope) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals("eventType") && value == JsonToken.VALUE_STRING) {
                add(parser.getText(), scope);
            } else if (key.equals("eventTypes") && value == JsonToken.START_ARRAY) {
                for (JsonToken item = parser.nextToken();
                        item != JsonToken.END_ARRAY && item != null;
                        item = parser.nextToken()) {
                    if (item == JsonToken.VALUE_STRING) {
                        add(parser.getText(), scope);
                    } else {
                        parser.skipChildren();
                    }
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void add(String type, Scope scope) {
        if (!scope.types.contains(type)) {
            scope.types.add(type);
        }
    }
}
