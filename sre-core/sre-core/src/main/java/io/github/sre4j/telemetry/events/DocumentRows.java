package io.github.sre4j.telemetry.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sre4j.telemetry.events.RowArrays.RowArray;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Walks the rows of one JSON document: an array of objects, or any object that holds such an array under {@code results} or {@code events}, however deep, as
 * a NerdGraph answer (one for each alias) and an answer of the Insights API do. Streams; never builds the document.
 */
final class DocumentRows {

    /** First keys of an item that is no row and holds rows: answers of New Relic, one after the other. */
    private static final Set<String> ANSWERS = Set.of("data", "results", "events");

    /** Takes the items of row arrays. */
    interface Sink {

        /**
         * Takes a row.
         *
         * @param parser at the row's first key, or at its end if it has none; to be left at its end
         */
        void row(EventFile file, JsonParser parser, int line) throws IOException;

        /** Takes notice of an item that is no object. */
        void noObject(EventFile file, int line);
    }

    private final List<RowArray> arrays;
    private final Sink sink;
    private int next;
    private boolean found;

    private DocumentRows(List<RowArray> arrays, Sink sink) {
        this.arrays = arrays;
        this.sink = sink;
    }

    /**
     * Walks a document.
     *
     * @param arrays what is known of its arrays
     * @param parser at its beginning
     * @return whether there was an array of rows at all
     * @throws IOException if the document cannot be read to its end
     */
    static boolean read(EventFile file, List<RowArray> arrays, JsonParser parser, Sink sink) throws IOException {
        DocumentRows walk = new DocumentRows(arrays, sink);
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            walk.rows(parser, file);
            walk.found = true;
        } else if (first == JsonToken.START_OBJECT) {
            parser.nextToken();
            walk.object(parser, file, true);
        }
        // What follows the document is read to tell whether it is JSON.
        while (parser.nextToken() != null) {
            parser.skipChildren();
        }
        return walk.found;
    }

    /** Returns true if a key and its value are those of an answer, not of a row. */
    static boolean isAnswer(String key, JsonToken value) {
        return key.equals("data") ? value == JsonToken.START_OBJECT : RowArrays.holdRows(key, value);
    }

    /** Walks an object from its first key to its end. */
    private void object(JsonParser parser, EventFile from, boolean top) throws IOException {
        for (JsonToken key = parser.currentToken(); key == JsonToken.FIELD_NAME; key = parser.nextToken()) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (RowArrays.holdRows(name, value)) {
                RowArray array = top && next < arrays.size() ? arrays.get(next++) : null;
                found = true;
                if (array != null && array.copy()) {
                    parser.skipChildren();
                } else {
                    rows(parser, array == null ? from : from.declaring(array.type()));
                }
            } else {
                value(parser, value, from, top);
            }
        }
    }

    private void value(JsonParser parser, JsonToken value, EventFile from, boolean top) throws IOException {
        if (value == JsonToken.START_OBJECT) {
            parser.nextToken();
            object(parser, from, top);
        } else if (value == JsonToken.START_ARRAY) {
            for (JsonToken item = parser.nextToken();
                    item != JsonToken.END_ARRAY && item != null;
                    item = parser.nextToken()) {
                value(parser, item, from, top);
            }
        }
    }

    /** An item that is itself an answer; one without rows is no row either, which must not pass in silence. */
    private void answer(JsonParser parser, EventFile from, int line) throws IOException {
        boolean before = found;
        found = false;
        object(parser, from, false);
        if (!found) {
            sink.noObject(from, line);
        }
        found |= before;
    }

    private void rows(JsonParser parser, EventFile from) throws IOException {
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = parser.nextToken()) {
            int line = parser.currentLocation().getLineNr();
            if (token != JsonToken.START_OBJECT) {
                parser.skipChildren();
                sink.noObject(from, line);
            } else if (parser.nextToken() == JsonToken.FIELD_NAME && ANSWERS.contains(parser.currentName())) {
                answer(parser, from, line);
            } else {
                sink.row(from, parser, line);
            }
        }
    }
}
