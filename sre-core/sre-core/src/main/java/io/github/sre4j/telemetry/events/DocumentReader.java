package io.github.sre4j.telemetry.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.LocalizedIOException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Reads the rows of one JSON document: an array of objects, or any object that holds such an array under {@code results} or {@code events},
 * however deep, as a NerdGraph answer does (one for each alias). Streams; never builds the document.
 */
final class DocumentReader {

    private static final Set<String> ROW_ARRAYS = Set.of("results", "events");

    private DocumentReader() {}

    /**
     * Answers whether there was an array of rows at all.
     *
     * @throws IOException if the document cannot be read to its end, or is no JSON
     */
    static boolean read(EventFile file, InputStream in, RowCollector collector) throws IOException {
        boolean found = false;
        try (JsonParser parser = StrictRow.JSON.createParser(in)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                rows(file, parser, collector);
                found = true;
            }
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY && ROW_ARRAYS.contains(String.valueOf(parser.currentName()))) {
                    rows(file, parser, collector);
                    found = true;
                }
            }
        } catch (JsonProcessingException e) {
            // Unlike a broken line, this leaves nobody knowing what else there was.
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new LocalizedIOException(
                    Message.of(SourceReport.class, "row.no-json-from", Integer.toString(line)), e);
        }
        return found;
    }

    private static void rows(EventFile file, JsonParser parser, RowCollector collector) throws IOException {
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = parser.nextToken()) {
            int line = parser.currentLocation().getLineNr();
            if (token == JsonToken.START_OBJECT) {
                collector.row(file, StrictRow.of(parser), line);
            } else {
                parser.skipChildren();
                collector.reject(file, line, Message.of(SourceReport.class, "row.no-object"));
            }
        }
    }
}
