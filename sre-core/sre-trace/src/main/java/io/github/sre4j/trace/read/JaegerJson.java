package io.github.sre4j.trace.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanBuilder;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.TraceFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Jaeger's query service and its page write: {@code data} with {@code spans} and {@code processes}. A wrong span is noted and left out. */
final class JaegerJson {

    private static final long MICRO = 1_000;

    private final Interner interner = new Interner();
    private final SpanReader reader = new SpanReader(interner, true);
    private final TraceCollector book = new TraceCollector(TraceFormat.JAEGER);

    TraceCollector book() {
        return book;
    }

    /** Whether the fields are those of a trace, or of one span as Jaeger stores it. */
    static boolean isTrace(Map<String, Object> fields) {
        if (fields.containsKey("traceID") && fields.containsKey("spanID")) {
            return true;
        }
        if (!(fields.get("spans") instanceof JsonNode spans) || !spans.isArray()) {
            return false;
        }
        return fields.containsKey("processes")
                || (!spans.isEmpty() && spans.get(0).has("spanID"));
    }

    /** A trace, or one span of it. */
    void add(Map<String, Object> fields) {
        JsonNode none = MissingNode.getInstance();
        if (fields.containsKey("spanID")) {
            span(Json.MAPPER.valueToTree(fields), none);
            return;
        }
        JsonNode processes = fields.get("processes") instanceof JsonNode known ? known : none;
        JsonNode spans = fields.get("spans") instanceof JsonNode known ? known : none;
        for (JsonNode span : spans) {
            span(span, processes.path(span.path("processID").asText()));
        }
    }

    private void span(JsonNode node, JsonNode sharedProcess) {
        String traceId = SpanIds.asCame(node.path("traceID").asText());
        String id = SpanIds.of(node.path("spanID").asText());
        long start = node.path("startTime").asLong();
        if (traceId == null || id == null || start <= 0) {
            book.incomplete("Jaeger '" + node.path("operationName").asText() + "': traceID, spanID, startTime");
            return;
        }
        JsonNode process = node.path("process").isObject() ? node.path("process") : sharedProcess;
        Map<String, Object> values = tags(process.path("tags"));
        rename(values, "hostname", "host.name");
        values.putAll(tags(node.path("tags")));
        Attributes attributes = new Attributes(values);
        boolean failed = attributes.isTrue("error")
                || "ERROR".equals(attributes.text("otel.status_code"))
                || SpanEvents.namesError(values, "otel.status_description");
        String service = interner.of(Objects.requireNonNullElse(Json.text(process, "serviceName"), "(unnamed)"));
        for (JsonNode log : node.path("logs")) {
            Map<String, Object> fields = tags(log.path("fields"));
            String name = fields.get("event") instanceof String event ? event : null;
            if (failed && SpanEvents.isException(name, fields)) {
                Attributes told = new Attributes(fields);
                put(values, "exception.type", told.text("exception.type", "error.kind"));
                put(values, "exception.message", told.text("exception.message", "error.object", "message"));
            }
            book.add(
                    traceId,
                    SpanEvents.line(
                            log.path("timestamp").asLong() * MICRO, service, traceId, id, name, fields, failed));
        }
        String name = interner.of(Objects.requireNonNullElse(Json.text(node, "operationName"), Span.UNNAMED));
        SpanKind kind = kind(Objects.requireNonNullElse(attributes.text("span.kind"), ""));
        SpanBuilder builder = Span.builder(id, service, name)
                .at(start * MICRO, node.path("duration").asLong() * MICRO)
                .entryPoint(kind == SpanKind.SERVER);
        parent(builder, node, traceId);
        reader.fill(builder, name, kind, attributes, failed);
        book.add(traceId, builder.build());
    }

    /** The parent that waits is preferred to one that only came before; references to other traces are no parents. */
    private static void parent(SpanBuilder builder, JsonNode node, String traceId) {
        String waiting = SpanIds.of(node.path("parentSpanID").asText());
        String before = null;
        for (JsonNode reference : node.path("references")) {
            String other = SpanIds.of(reference.path("traceID").asText());
            if (other != null && !SpanIds.same(other, traceId)) {
                continue;
            }
            String id = SpanIds.of(reference.path("spanID").asText());
            if ("FOLLOWS_FROM".equals(reference.path("refType").asText())) {
                before = before == null ? id : before;
            } else {
                waiting = waiting == null ? id : waiting;
            }
        }
        builder.parent(waiting == null ? before : waiting).followsFrom(waiting == null && before != null);
    }

    private static SpanKind kind(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "server" -> SpanKind.SERVER;
            case "client" -> SpanKind.CLIENT;
            case "producer" -> SpanKind.PRODUCER;
            case "consumer" -> SpanKind.CONSUMER;
            default -> SpanKind.INTERNAL;
        };
    }

    private static Map<String, Object> tags(JsonNode tags) {
        Map<String, Object> values = new LinkedHashMap<>();
        tags.forEach(tag -> values.put(tag.path("key").asText(), Json.scalar(tag.path("value"))));
        return values;
    }

    private static void rename(Map<String, Object> values, String from, String to) {
        Object value = values.remove(from);
        if (value != null) {
            values.putIfAbsent(to, value);
        }
    }

    private static void put(Map<String, Object> values, String name, @Nullable String value) {
        if (value != null) {
            values.putIfAbsent(name, value);
        }
    }
}
