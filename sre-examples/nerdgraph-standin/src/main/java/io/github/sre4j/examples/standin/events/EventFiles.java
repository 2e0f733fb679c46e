package io.github.sre4j.examples.standin.events;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Event files: {@code .ndjson} (an object a line) and {@code .json} (an array, or a NerdGraph result), each also {@code .gz}.
 * The event type is the row's {@code eventType} or {@code type}, else the file's name up to its first dot.
 */
final class EventFiles {
    private static final Pattern NAME = Pattern.compile("(.+?)\\.(ndjson|jsonl|json)(\\.gz)?");
    private static final Pattern EVENT_TYPE = Pattern.compile("[A-Za-z_][A-Za-z0-9_:]*");

    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectReader rows = mapper.readerFor(new TypeReference<Map<String, Object>>() {});
    private final List<String> rejected = new ArrayList<>();

    interface Sink {
        void accept(String eventType, Map<String, Object> event);
    }

    /** One sentence a line that is no event: file, line, why. */
    List<String> rejected() {
        return rejected;
    }

    void read(Path fileOrFolder, Sink sink) throws IOException {
        if (!Files.exists(fileOrFolder)) {
            throw new IOException(fileOrFolder + " does not exist; give an event file or a folder of event files");
        }
        if (!Files.isDirectory(fileOrFolder)) {
            if (!NAME.matcher(String.valueOf(fileOrFolder.getFileName())).matches()) {
                throw new IOException(fileOrFolder
                        + " is no event file: its name must end in .ndjson, .jsonl or .json, or one of these"
                        + " and .gz");
            }
            readFile(fileOrFolder, sink);
            return;
        }
        List<Path> files;
        try (Stream<Path> listing = Files.list(fileOrFolder)) {
            files = listing.filter(file ->
                            NAME.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            readFile(file, sink);
        }
    }

    private void readFile(Path file, Sink sink) throws IOException {
        String fileName = String.valueOf(file.getFileName());
        var name = NAME.matcher(fileName);
        if (!name.matches()) {
            return;
        }
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.group(3) == null ? raw : new GZIPInputStream(raw)) {
            if (name.group(2).equals("json")) {
                readDocument(file, name.group(1), in, sink);
            } else {
                readLines(file, name.group(1), in, sink);
            }
        }
    }

    private void readLines(Path file, String fallback, InputStream in, Sink sink) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                Map<String, Object> event = rows.readValue(line);
                if (event.get("timestamp") instanceof Number) {
                    sink.accept(type(event, fallback), event);
                } else {
                    rejected.add(file + ":" + number + ": no timestamp in epoch milliseconds");
                }
            } catch (JacksonException e) {
                rejected.add(file + ":" + number + ": not a JSON object: " + e.getOriginalMessage());
            }
        }
    }

    private void readDocument(Path file, String fallback, InputStream in, Sink sink) throws IOException {
        JsonNode root;
        try {
            root = mapper.readTree(in);
        } catch (JacksonException e) {
            rejected.add(file + ": not JSON: " + e.getOriginalMessage());
            return;
        }
        JsonNode events = root.isArray() ? root : root.findValue("results");
        if (events == null || !events.isArray()) {
            // Such as the description of a capture beside its events.
            rejected.add(file + ": neither an array of events nor a NerdGraph result");
            return;
        }
        for (JsonNode node : events) {
            if (node.isObject() && !node.path("timestamp").isNumber()) {
                rejected.add(file + ": an event without a timestamp in epoch milliseconds");
            } else if (node.isObject()) {
                Map<String, Object> event = mapper.convertValue(node, new TypeReference<Map<String, Object>>() {});
                sink.accept(type(event, fallback), event);
            } else {
                rejected.add(file + ": " + node.getNodeType() + " where an event is expected");
            }
        }
    }

    private static String type(Map<String, Object> event, String fallback) {
        String explicit = named(event.get("eventType"));
        String type = explicit == null ? named(event.get("type")) : explicit;
        return type == null ? fallback : type;
    }

    private static @Nullable String named(@Nullable Object value) {
        return value instanceof String text && EVENT_TYPE.matcher(text).matches() ? text : null;
    }
}
