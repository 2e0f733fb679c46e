package io.github.sre4j.telemetry.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import io.github.sre4j.text.BoundedInput;
import io.github.sre4j.text.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Goes through the rows of event files that may be of some types other than requests. Rows that cannot be read are left out: what is asked here is a help
 * beside the check, which names them.
 */
final class RowScan {

    private final Set<String> types;
    private final Taker taker;

    /** Takes a row: the parser is at the beginning of its object or at its first key, and is to be left at its end. */
    interface Taker {

        void take(EventFile file, JsonParser parser) throws IOException;
    }

    RowScan(Set<String> types, Taker taker) {
        this.types = Set.copyOf(types);
        this.taker = taker;
    }

    /**
     * Reads every file.
     *
     * @throws TelemetryException if one cannot be read
     */
    void read(Path root) throws TelemetryException {
        for (EventFile file : EventFolder.files(root)) {
            try (InputStream raw = Files.newInputStream(file.path());
                    InputStream in = file.gzipped() ? BoundedInput.gunzip(raw) : raw) {
                if (file.form() == EventFile.Form.LINES) {
                    lines(file, in);
                } else {
                    document(file, in);
                }
            } catch (IOException e) {
                throw new TelemetryException(
                        Kind.UNREADABLE,
                        Message.of(SourceReport.class, "events.unreadable", file.path(), Message.of(e)),
                        e);
            }
        }
    }

    private void lines(EventFile file, InputStream in) throws IOException {
        boolean expected = file.fileType().filter(types::contains).isPresent();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(BoundedInput.withBoundedLines(in), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            // Most files hold other things, and most of their lines need no parser to say so.
            if (expected || types.stream().anyMatch(line::contains)) {
                line(file, line);
            }
        }
    }

    private void line(EventFile file, String line) throws IOException {
        try (JsonParser parser = StrictRow.JSON.createParser(line)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                taker.take(file, parser);
            }
        } catch (JsonProcessingException e) {
            // One broken line is no reason to know nothing of the others.
        }
    }

    private void document(EventFile file, InputStream in) throws IOException {
        try (InputStream ahead = EventReader.opened(file);
                JsonParser before = StrictRow.JSON.createParser(ahead);
                JsonParser parser = StrictRow.JSON.createParser(in)) {
            DocumentRows.read(file, RowArrays.of(before), parser, new DocumentRows.Sink() {
                @Override
                public void row(EventFile of, JsonParser row, int line) throws IOException {
                    taker.take(of, row);
                }

                @Override
                public void noObject(EventFile of, int line) {
                    // The measurement, which reads the same files, counts and names those.
                }
            });
        } catch (JsonProcessingException e) {
            // What came before it counts.
        }
    }
}
