package io.github.sre4j.telemetry.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.events.RowArrays.RowArray;
import io.github.sre4j.text.LocalizedIOException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the rows of JSON documents into a collector: of whole files, and of answers that stand on one line of a file. */
final class DocumentReader {

    /** Opens a document; each call begins anew. */
    interface Source {

        InputStream open() throws IOException;
    }

    private DocumentReader() {}

    /**
     * Reads a document.
     *
     * @return whether there was an array of rows at all
     * @throws IOException if the document cannot be read to its end, or is no JSON
     */
    static boolean read(EventFile file, Source declarations, InputStream in, RowCollector collector)
            throws IOException {
        try {
            List<RowArray> arrays;
            try (InputStream ahead = declarations.open();
                    JsonParser parser = StrictRow.JSON.createParser(ahead)) {
                arrays = RowArrays.of(parser);
            }
            try (JsonParser parser = StrictRow.JSON.createParser(in)) {
                return DocumentRows.read(file, arrays, parser, into(collector));
            }
        } catch (JsonProcessingException e) {
            // Unlike a broken line, this leaves nobody knowing what else there was.
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new LocalizedIOException(
                    Message.of(SourceReport.class, "row.no-json-from", Integer.toString(line)), e);
        }
    }

    /**
     * Reads an answer that is one line of a file.
     *
     * @param number the number of the line, from 1
     * @throws IOException if it is no JSON
     */
    static void line(EventFile file, byte[] bytes, int from, int to, long number, RowCollector collector)
            throws IOException {
        List<RowArray> arrays;
        try (JsonParser parser = StrictRow.JSON.createParser(bytes, from, to - from)) {
            arrays = RowArrays.of(parser);
        }
        DocumentRows.Sink sink = into(collector);
        try (JsonParser parser = StrictRow.JSON.createParser(bytes, from, to - from)) {
            DocumentRows.read(file, arrays, parser, new DocumentRows.Sink() {
                @Override
                public void row(EventFile of, JsonParser row, int line) throws IOException {
                    collector.row(of, StrictRow.of(row), number);
                }

                @Override
                public void noObject(EventFile of, int line) {
                    sink.noObject(of, (int) number);
                }
            });
        }
    }

    private static DocumentRows.Sink into(RowCollector collector) {
        return new DocumentRows.Sink() {
            @Override
            public void row(EventFile of, JsonParser row, int line) throws IOException {
                collector.row(of, StrictRow.of(row), line);
            }

            @Override
            public void noObject(EventFile of, int line) {
                collector.reject(of, line, Message.of(SourceReport.class, "row.no-object"));
            }
        };
    }
}
