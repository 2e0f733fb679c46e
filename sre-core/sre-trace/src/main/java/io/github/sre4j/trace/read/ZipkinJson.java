package io.github.sre4j.trace.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanBuilder;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.TraceFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Zipkin's JSON, version 2: a list of spans, or a list of traces. A wrong span is noted and left out. */
final class ZipkinJson {

    private static final long MICRO = 1_000;

    private final Interner interner = new Interner();
    private final SpanReader reader = new SpanReader(interner, true);
    private final TraceCollector book = new TraceCollector(TraceFormat.ZIPKIN);

    TraceCollector book() {
        return book;
    }

    void add(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::add);
        } else {
            span(node);
        }
    }

    private void span(JsonNode node) {
        String traceId = SpanIds.of(node.path("traceId").asText());
        String id = SpanIds.of(node.path("id").asText());
        long start = node.path("timestamp").asLong();
        if (traceId == null || id == null || start <= 0) {
            book.incomplete("Zipkin '" + node.path("name").asText() + "': traceId, id, timestamp");
            return;
        }
        Map<String, Object> values = Json.scalars(node.path("tags"));
        JsonNode local = node.path("localEndpoint");
        putIfKnown(values, "host.name", Json.text(local, "ipv4"));
        putIfKnown(values, "server.address", remoteName(node.path("remoteEndpoint")));
        boolean failed = failed(values);
        String service = interner.of(Objects.requireNonNullElse(Json.text(local, "serviceName"), "(unnamed)"));
        for (JsonNode annotation : node.path("annotations")) {
            String said = annotation.path("value").asText();
            book.add(
                    traceId,
                    SpanEvents.line(
                            annotation.path("timestamp").asLong() * MICRO,
                            service,
                            traceId,
                            id,
                            said,
                            Map.of(),
                            failed));
        }
        String name = interner.of(Objects.requireNonNullElse(Json.text(node, "name"), Span.UNNAMED));
        SpanKind kind = kind(node.path("kind").asText());
        SpanBuilder builder = Span.builder(id, service, name)
                .parent(SpanIds.of(node.path("parentId").asText()))
                .at(start * MICRO, node.path("duration").asLong() * MICRO)
                .entryPoint(kind == SpanKind.SERVER);
        reader.fill(builder, name, kind, new Attributes(values), failed);
        book.add(traceId, builder.build());
    }

    /** The tag {@code error} fails a span whatever it says, but "false"; what it says is the message. */
    private static boolean failed(Map<String, Object> values) {
        Object error = values.get("error");
        if (error == null || "false".equals(error.toString())) {
            return false;
        }
        String message = error.toString();
        if (!message.isBlank() && !"true".equals(message)) {
            values.putIfAbsent("error.message", message);
        }
        return true;
    }

    private static @Nullable String remoteName(JsonNode remote) {
        String name = Json.text(remote, "serviceName");
        return name == null ? Json.text(remote, "ipv4") : name;
    }

    private static void putIfKnown(Map<String, Object> values, String name, @Nullable String value) {
        if (value != null) {
            values.putIfAbsent(name, value);
        }
    }

    private static SpanKind kind(String kind) {
        return switch (kind) {
            case "SERVER" -> SpanKind.SERVER;
            case "CLIENT" -> SpanKind.CLIENT;
            case "PRODUCER" -> SpanKind.PRODUCER;
            case "CONSUMER" -> SpanKind.CONSUMER;
            default -> SpanKind.INTERNAL;
        };
    }

    /** Whether the fields of an object are those of a span of Zipkin and not of a row of New Relic. */
    static boolean isSpan(Iterable<String> fields) {
        LinkedHashMap<String, Boolean> has = new LinkedHashMap<>();
        fields.forEach(field -> has.put(field, true));
        boolean row = has.containsKey("eventType") || has.containsKey("entityGuid") || has.containsKey("guid");
        return !row
                && has.containsKey("traceId")
                && has.containsKey("id")
                && (has.containsKey("localEndpoint") || has.containsKey("tags") || has.containsKey("kind"));
    }
}
