package io.github.sre4j.trace.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.trace.TraceFormat;
import io.github.sre4j.trace.TraceNote;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of traces in JSON documents by what each object holds, however deep it lies in an answer and whatever else is in the file. Not
 * thread-safe.
 */
final class TraceDocuments {

    /** Lists that are read element by element, since a file may be one such list. */
    private static final Set<String> LONG_LISTS = Set.of(
            "resourceSpans", "resource_spans", "batches", "resourceLogs", "resource_logs", "data", "results", "traces");

    /** Answers are nested, but not without end. */
    private static final int MAX_DEPTH = 40;

    private final NewRelicRows rows;
    private final OtlpJson otlp = new OtlpJson();
    private final JaegerJson jaeger = new JaegerJson();
    private final ZipkinJson zipkin = new ZipkinJson();
    private final Set<ForeignFormat> foreign = EnumSet.noneOf(ForeignFormat.class);
    private final Set<TraceFormat> found = EnumSet.noneOf(TraceFormat.class);

    private @Nullable String namedType;
    private String file = "";
    private int records;

    TraceDocuments(NewRelicRows rows) {
        this.rows = rows;
    }

    /** What was gathered, one book a format. */
    List<TraceCollector> books() {
        return List.of(otlp.book(), jaeger.book(), zipkin.book());
    }

    /** Formats of which objects were found but cannot be read. */
    Set<ForeignFormat> foreign() {
        return foreign;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws UnreadableTraceException if it is a broken document of OTLP, Jaeger or Zipkin
     */
    void read(Path path) throws IOException {
        file = String.valueOf(path.getFileName());
        namedType = NewRelicContent.typeNamed(path);
        records = 0;
        found.clear();
        try (BufferedReader reader = JsonText.open(path)) {
            if (JsonText.isLines(path)) {
                new TraceLines(this, file).read(reader);
            } else {
                document(reader);
            }
        }
        if (records == 0 && namedType != null) {
            note(TraceNote.Kind.ROWS_NOT_FOUND, file);
        }
    }

    private void document(BufferedReader reader) throws IOException {
        try (JsonParser json = FlatJson.FACTORY.createParser(reader)) {
            values(json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            for (TraceFormat format : found) {
                if (format != TraceFormat.NEW_RELIC) {
                    throw UnreadableTraceException.at(format.toString(), file, line, e.getOriginalMessage());
                }
            }
            rejected(line);
        }
    }

    /** All values of a parser, one after another. */
    void values(JsonParser json) throws IOException {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            value(json, token);
        }
    }

    void rejected(int line) {
        records++;
        note(TraceNote.Kind.ROWS_REJECTED, file + ":" + line);
    }

    private void note(TraceNote.Kind kind, String subject) {
        rows.note(new TraceNote(kind, 1, List.of(subject), 0));
    }

    private void value(JsonParser json, JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            object(json);
        } else if (token == JsonToken.START_ARRAY) {
            for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                value(json, next);
            }
        } else if (namedType != null) {
            rejected(json.currentLocation().getLineNr());
        }
    }

    private void object(JsonParser json) throws IOException {
        Map<String, Object> fields = new HashMap<>(64);
        for (JsonToken token = json.nextToken(); token == JsonToken.FIELD_NAME; token = json.nextToken()) {
            String name = json.currentName();
            if (!LONG_LISTS.contains(name)) {
                FlatJson.value(json, fields);
                continue;
            }
            markFound(name);
            JsonToken next = json.nextToken();
            if (next == JsonToken.START_ARRAY || next == JsonToken.START_OBJECT) {
                value(json, next);
            }
        }
        record(fields, 0);
    }

    /** A broken document is named by the format of its outermost list. */
    private void markFound(String list) {
        if (OtlpJson.isRoot(list)) {
            found.add(TraceFormat.OTLP);
        }
    }

    private void record(Map<String, Object> fields, int depth) {
        if (fields.isEmpty() || depth > MAX_DEPTH) {
            return;
        }
        if (OtlpJson.isResource(fields)) {
            records++;
            found.add(TraceFormat.OTLP);
            otlp.add(fields);
        } else if (JaegerJson.isTrace(fields)) {
            records++;
            found.add(TraceFormat.JAEGER);
            jaeger.add(fields);
        } else if (!event(fields)) {
            other(fields, depth);
        }
    }

    /** Whether the fields are those of one event: a row, or a span by itself. */
    private boolean event(Map<String, Object> fields) {
        String said = NewRelicContent.typeSaid(fields);
        if (said != null) {
            row(said, fields);
        } else if (NewRelicContent.isOfOtherType(fields)) {
            records++;
        } else if (OtlpJson.isSpan(fields)) {
            records++;
            found.add(TraceFormat.OTLP);
            otlp.addSpan(fields);
        } else if (isGraphSpan(fields)) {
            row("Span", NewRelicContent.rowOfGraphSpan(fields, Map.of()));
        } else if (ZipkinJson.isSpan(fields)) {
            records++;
            found.add(TraceFormat.ZIPKIN);
            zipkin.add(fields);
        } else {
            String shown = NewRelicContent.typeShown(fields);
            String type = shown == null ? namedType : shown;
            if (type == null || (shown == null && isAnswer(fields))) {
                return false;
            }
            row(type, fields);
        }
        return true;
    }

    private void row(String type, Map<String, Object> fields) {
        records++;
        found.add(TraceFormat.NEW_RELIC);
        rows.add(type, fields);
    }

    private static boolean isGraphSpan(Map<String, Object> fields) {
        return fields.containsKey("durationMs") && fields.containsKey("traceId") && fields.containsKey("id");
    }

    /** Whether an object only holds others. */
    private static boolean isAnswer(Map<String, Object> fields) {
        return fields.values().stream().anyMatch(JsonNode.class::isInstance);
    }

    private void other(Map<String, Object> fields, int depth) {
        int before = records;
        Map<String, String> services = services(fields.get("entities"));
        fields.forEach((name, value) -> {
            if (value instanceof JsonNode node) {
                search(node, services, depth + 1);
            }
        });
        if (records == before) {
            ForeignFormat.of(fields).ifPresent(foreign::add);
        }
    }

    private void search(JsonNode node, Map<String, String> services, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        if (node.isArray()) {
            node.forEach(element -> search(element, services, depth + 1));
        } else if (node.isObject()) {
            Map<String, Object> fields = Json.fields(node);
            if (!services.isEmpty() && isGraphSpan(fields)) {
                row("Span", NewRelicContent.rowOfGraphSpan(fields, services));
            } else {
                record(fields, depth);
            }
        }
    }

    /** Names by guid, as NerdGraph lists them beside the spans of a trace. */
    private static Map<String, String> services(@Nullable Object entities) {
        Map<String, String> services = new HashMap<>();
        if (entities instanceof JsonNode list) {
            for (JsonNode entity : list) {
                String guid = Json.text(entity, "guid");
                String name = Json.text(entity, "name");
                if (guid != null && name != null) {
                    services.put(guid, name);
                }
            }
        }
        return services;
    }
}
