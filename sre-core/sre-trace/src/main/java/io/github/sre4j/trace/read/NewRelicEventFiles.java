package io.github.sre4j.trace.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sre4j.trace.TraceNote;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads event files: one JSON object a line ({@code .ndjson}), an array or a NerdGraph result ({@code .json}), each also
 * {@code .gz}. The event type is the row's {@code eventType} or {@code type}, else the file's name.
 */
public final class NewRelicEventFiles {

    private static final Set<String> TYPES = Set.of("Span", "Transaction", "TransactionError", "Log");

    private NewRelicEventFiles() {}

    /**
     * Reads a file or all event files of a folder, in order of their names.
     *
     * @throws IOException if a file cannot be read; a line that is no JSON object is noted instead
     */
    public static NewRelicRows read(Path fileOrFolder) throws IOException {
        NewRelicRows rows = new NewRelicRows();
        if (!Files.isDirectory(fileOrFolder)) {
            readFile(fileOrFolder, rows);
            return rows;
        }
        try (Stream<Path> files = Files.list(fileOrFolder)) {
            for (Path file : files.sorted().toList()) {
                if (isEventFile(file)) {
                    readFile(file, rows);
                }
            }
        }
        return rows;
    }

    private static String typeOf(Path file) {
        String name = file.getFileName().toString();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    static boolean isEventFile(Path file) {
        return TYPES.contains(typeOf(file));
    }

    static void readFile(Path file, NewRelicRows rows) throws IOException {
        String name = file.getFileName().toString();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            if (name.endsWith(".json") || name.endsWith(".json.gz")) {
                readDocument(reader, file, rows);
            } else {
                readLines(reader, file, rows);
            }
        }
    }

    private static void readLines(BufferedReader reader, Path file, NewRelicRows rows) throws IOException {
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank()) {
                try (JsonParser json = FlatJson.FACTORY.createParser(line)) {
                    addRow(json, json.nextToken(), file, number, rows);
                } catch (JsonProcessingException e) {
                    reject(TraceNote.Kind.ROWS_REJECTED, file.getFileName() + ":" + number, rows);
                }
            }
        }
    }

    /** An array of rows, or the rows of a NerdGraph result however deep it is in its answer. */
    private static void readDocument(Reader reader, Path file, NewRelicRows rows) throws IOException {
        int number = 0;
        try (JsonParser json = FlatJson.FACTORY.createParser(reader)) {
            if (json.nextToken() == JsonToken.START_ARRAY || isAtResults(json)) {
                for (JsonToken row = json.nextToken(); row != JsonToken.END_ARRAY; row = json.nextToken()) {
                    addRow(json, row, file, ++number, rows);
                }
            }
            if (number == 0) {
                reject(TraceNote.Kind.ROWS_NOT_FOUND, String.valueOf(file.getFileName()), rows);
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            reject(TraceNote.Kind.ROWS_REJECTED, file.getFileName() + ":" + line, rows);
        }
    }

    private static boolean isAtResults(JsonParser json) throws IOException {
        for (JsonToken token = json.currentToken(); token != null; token = json.nextToken()) {
            if (token == JsonToken.FIELD_NAME
                    && json.currentName().equals("results")
                    && json.nextToken() == JsonToken.START_ARRAY) {
                return true;
            }
        }
        return false;
    }

    private static void addRow(JsonParser json, @Nullable JsonToken token, Path file, int number, NewRelicRows rows)
            throws IOException {
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> row = FlatJson.object(json);
            rows.add(typeOf(row, file), row);
            return;
        }
        if (token != null) {
            json.skipChildren();
        }
        reject(TraceNote.Kind.ROWS_REJECTED, file.getFileName() + ":" + number, rows);
    }

    private static String typeOf(Map<String, Object> row, Path file) {
        Object type = row.containsKey("eventType") ? row.get("eventType") : row.get("type");
        return type instanceof String name && TYPES.contains(name) ? name : typeOf(file);
    }

    private static void reject(TraceNote.Kind why, String where, NewRelicRows rows) {
        rows.note(new TraceNote(why, 1, List.of(where), 0));
    }
}
