package io.github.sre4j.trace.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanBuilder;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.TraceFormat;
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

    /** A span. */
    void add(Map<String, Object> fields) {
        span(Json.MAPPER.valueToTree(fields));
    }

    private void span(JsonNode node) {
        String traceId = SpanIds.asCame(node.path("traceId").asText());
        String id = SpanIds.of(node.path("id").asText());
        long start = timestamp(node);
        if (traceId == null || id == null) {
            book.incomplete("Zipkin '" + node.path("name").asText() + "': traceId, id");
            return;
        }
        Map<String, Object> values = Json.scalars(node.path("tags"));
        JsonNode local = node.path("localEndpoint");
        putIfKnown(values, "host.name", Json.text(local, "ipv4"));
        putIfKnown(values, "server.address", remoteName(node.path("remoteEndpoint")));
        boolean failed = SpanEvents.namesError(values, "error.message");
        String service = interner.of(Objects.requireNonNullElse(Json.text(local, "serviceName"), "(unnamed)"));
        for (JsonNode annotation : node.path("annotations")) {
            String said = annotation.path("value").asText();
            if (SpanEvents.isErrorAnnotation(said)) {
                failed = true;
                values.putIfAbsent("error.message", said);
            }
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
                .unfinished(!node.hasNonNull("duration"))
                .entryPoint(kind == SpanKind.SERVER);
        reader.fill(builder, name, kind, new Attributes(values), failed);
        book.add(traceId, builder.build());
    }

    /** The timestamp is optional; the first annotation is as good. Zero if nothing tells when it was. */
    private static long timestamp(JsonNode node) {
        long start = node.path("timestamp").asLong();
        if (start > 0) {
            return start;
        }
        long first = Long.MAX_VALUE;
        for (JsonNode annotation : node.path("annotations")) {
            long at = annotation.path("timestamp").asLong();
            first = at > 0 ? Math.min(first, at) : first;
        }
        return first == Long.MAX_VALUE ? 0 : first;
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

    /** Whether the fields of an object are those of a span of Zipkin, which needs none but its ids, and not of a row of New Relic. */
    static boolean isSpan(Map<String, Object> fields) {
        return fields.get("traceId") instanceof String
                && fields.get("id") instanceof String
                && NewRelicContent.typeShown(fields) == null;
    }
}
