package io.github.sre4j.telemetry.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the rows of event files one after the other, for whoever needs a few of many. Nothing but the row at hand is kept. A line that is no JSON
 * object is passed over: {@link EventFiles} counts and names those.
 */
public final class EventRows {

    private static final ObjectReader OBJECTS = JsonMapper.builder().build().readerForMapOf(Object.class);

    /** Takes rows. */
    @FunctionalInterface
    public interface Sink {
        /**
         * A row.
         *
         * @param type its event type
         * @param row its attributes; those of an object inside it are named {@code outer.inner}
         */
        void row(String type, Map<String, Object> row);
    }

    private EventRows() {}

    /**
     * Reads every row of some types.
     *
     * @param root a file or a folder
     * @param types the event types wanted; files that by their name hold others are not opened
     * @throws TelemetryException if a file cannot be read
     */
    public static void read(Path root, Set<String> types, Sink sink) throws TelemetryException {
        read(root, types, line -> true, sink);
    }

    /**
     * Reads rows of some types, of which a glance at the line is enough to tell most that are of no use.
     *
     * @param root a file or a folder
     * @param types the event types wanted; files that by their name hold others are not opened
     * @param glance whether a line may hold a row of use; files that are one document are read whole
     * @throws TelemetryException if a file cannot be read
     */
    public static void read(Path root, Set<String> types, Predicate<String> glance, Sink sink)
            throws TelemetryException {
        for (EventFile file : EventFolder.files(root)) {
            if (file.fileType()
                    .filter(RowTypes::isKnown)
                    .filter(type -> !types.contains(type))
                    .isPresent()) {
                continue;
            }
            try (InputStream raw = Files.newInputStream(file.path());
                    InputStream in = file.gzipped() ? BoundedInput.gunzip(raw) : raw) {
                if (file.form() == EventFile.Form.LINES) {
                    lines(file, in, types, glance, sink);
                } else {
                    document(file, in, types, sink);
                }
            } catch (IOException e) {
                throw new TelemetryException(
                        Kind.UNREADABLE,
                        Message.of(SourceReport.class, "events.unreadable", file.path(), Message.of(e)),
                        e);
            }
        }
    }

    private static void lines(EventFile file, InputStream in, Set<String> types, Predicate<String> glance, Sink sink)
            throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(BoundedInput.withBoundedLines(in), StandardCharsets.UTF_8), 1 << 16);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isBlank() && glance.test(line)) {
                Map<String, Object> row = row(line);
                if (!row.isEmpty()) {
                    give(file, row, types, sink);
                }
            }
        }
    }

    /** The row; empty if the line holds none, which the measurement, reading the same files, counts and names. */
    private static Map<String, Object> row(String line) throws IOException {
        try {
            return OBJECTS.readValue(line);
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }

    private static void document(EventFile file, InputStream in, Set<String> types, Sink sink) throws IOException {
        try (InputStream ahead = EventReader.opened(file);
                JsonParser before = StrictRow.JSON.createParser(ahead);
                JsonParser parser = OBJECTS.createParser(in)) {
            DocumentRows.read(file, RowArrays.of(before), parser, new DocumentRows.Sink() {
                @Override
                public void row(EventFile of, JsonParser row, int line) throws IOException {
                    give(of, OBJECTS.readValue(row), types, sink);
                }

                @Override
                public void noObject(EventFile of, int line) {
                    // As for lines.
                }
            });
        } catch (JsonProcessingException e) {
            // As for lines.
            return;
        }
    }

    private static void give(EventFile file, Map<String, Object> row, Set<String> types, Sink sink) {
        int marks = 0;
        for (String key : row.keySet()) {
            marks |= RowMarks.of(key);
        }
        String name = text(row, "name").orElse("");
        RowTypes.resolve(text(row, "eventType"), text(row, "type"), marks, name, file)
                .filter(types::contains)
                .ifPresent(type -> sink.row(type, flat(row)));
    }

    private static Optional<String> text(Map<String, Object> row, String key) {
        return row.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Map<String, Object> flat(Map<String, Object> row) {
        Map<String, Object> flat = new LinkedHashMap<>(row.size() * 2);
        row.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                inner.forEach((key, each) -> flat.put(name + "." + key, each));
            } else if (value != null && !(value instanceof Double number && !Double.isFinite(number))) {
                flat.put(name, value);
            }
        });
        return flat;
    }
}
