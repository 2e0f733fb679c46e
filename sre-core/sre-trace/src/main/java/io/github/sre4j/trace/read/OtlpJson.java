package io.github.sre4j.trace.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Severity;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanBuilder;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.TraceFormat;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's protocol as JSON ({@code resourceSpans}, {@code resourceLogs}), with the names of fields in camel or in snake case, and
 * {@code batches} as Grafana Tempo answers. A wrong span is noted and left out.
 */
final class OtlpJson {

    private static final int STATUS_ERROR = 2;
    private static final List<String> SPANS =
            List.of("scopeSpans", "scope_spans", "instrumentationLibrarySpans", "instrumentation_library_spans");
    private static final List<String> LOGS =
            List.of("scopeLogs", "scope_logs", "instrumentationLibraryLogs", "instrumentation_library_logs");
    private static final List<String> METRICS = List.of("scopeMetrics", "scope_metrics");

    private final Interner interner = new Interner();
    private final SpanReader reader = new SpanReader(interner, true);
    private final TraceCollector book = new TraceCollector(TraceFormat.OTLP);

    static boolean isRoot(String field) {
        return switch (field) {
            case "resourceSpans", "resource_spans", "resourceLogs", "resource_logs", "batches" -> true;
            default -> false;
        };
    }

    TraceCollector book() {
        return book;
    }

    /** Whether the fields are those of one resource with its spans, logs or metrics, or of one scope with its spans. */
    static boolean isResource(Map<String, Object> fields) {
        return first(fields, SPANS) != null
                || first(fields, LOGS) != null
                || first(fields, METRICS) != null
                || isScope(fields);
    }

    private static boolean isScope(Map<String, Object> fields) {
        if (!(fields.get("spans") instanceof JsonNode spans) || !spans.isArray() || spans.isEmpty()) {
            return false;
        }
        JsonNode span = spans.get(0);
        return (span.has("spanId") || span.has("span_id"))
                && (span.has("startTimeUnixNano") || span.has("start_time_unix_nano"));
    }

    /** Whether the fields are those of a span by itself. */
    static boolean isSpan(Map<String, Object> fields) {
        return (fields.containsKey("spanId") || fields.containsKey("span_id"))
                && (fields.containsKey("startTimeUnixNano") || fields.containsKey("start_time_unix_nano"));
    }

    /** A resource or a scope. */
    void add(Map<String, Object> fields) {
        Map<String, Object> shared =
                fields.get("resource") instanceof JsonNode resource ? attributes(resource) : new HashMap<>();
        JsonNode scopes = first(fields, SPANS);
        if (scopes != null) {
            for (JsonNode scope : scopes) {
                scope.path("spans").forEach(span -> span(span, shared));
            }
        } else if (isScope(fields) && fields.get("spans") instanceof JsonNode spans) {
            spans.forEach(span -> span(span, shared));
        }
        JsonNode logs = first(fields, LOGS);
        if (logs != null) {
            logs(logs, shared);
        }
    }

    /** A span by itself: what its resource was is not known, but for what it carries. */
    void addSpan(Map<String, Object> fields) {
        JsonNode node = Json.MAPPER.valueToTree(fields);
        span(node, attributes(node.path("resource")));
    }

    private static @Nullable JsonNode first(Map<String, Object> fields, List<String> names) {
        for (String name : names) {
            if (fields.get(name) instanceof JsonNode node) {
                return node;
            }
        }
        return null;
    }

    private void span(JsonNode node, Map<String, Object> shared) {
        String traceId = SpanIds.asCame(either(node, "traceId", "trace_id").asText());
        String id = SpanIds.of(either(node, "spanId", "span_id").asText());
        long start = either(node, "startTimeUnixNano", "start_time_unix_nano").asLong();
        if (traceId == null || id == null || start <= 0) {
            book.incomplete("OTLP '" + node.path("name").asText() + "': traceId, spanId, startTimeUnixNano");
            return;
        }
        long end = either(node, "endTimeUnixNano", "end_time_unix_nano").asLong();
        Map<String, Object> values = new LinkedHashMap<>(shared);
        values.putAll(attributes(node));
        JsonNode status = node.path("status");
        boolean failed = status.path("code").asInt() == STATUS_ERROR
                || "STATUS_CODE_ERROR".equals(status.path("code").asText());
        String service =
                interner.of(Objects.requireNonNullElse(new Attributes(values).text("service.name"), "(unnamed)"));
        for (JsonNode event : node.path("events")) {
            event(event, service, traceId, id, failed, values);
        }
        if (failed && Json.text(status, "message") != null) {
            values.putIfAbsent("otel.status_description", status.path("message").asText());
        }
        String name = interner.of(Objects.requireNonNullElse(Json.text(node, "name"), Span.UNNAMED));
        SpanKind kind = kind(node.path("kind"));
        SpanBuilder builder = Span.builder(id, service, name)
                .parent(SpanIds.of(
                        either(node, "parentSpanId", "parent_span_id").asText()))
                .at(start, end <= 0 ? 0 : end - start)
                .unfinished(end <= 0)
                .entryPoint(kind == SpanKind.SERVER);
        reader.fill(builder, name, kind, new Attributes(values), failed);
        book.add(traceId, builder.build());
    }

    private void event(
            JsonNode event, String service, String traceId, String spanId, boolean failed, Map<String, Object> span) {
        Map<String, Object> values = attributes(event);
        String name = Json.text(event, "name");
        if (failed && SpanEvents.isException(name, values)) {
            copy(values, span, "exception.type");
            copy(values, span, "exception.message");
        }
        long at = either(event, "timeUnixNano", "time_unix_nano").asLong();
        book.add(traceId, SpanEvents.line(at, service, traceId, spanId, name, values, failed));
    }

    private static void copy(Map<String, Object> from, Map<String, Object> to, String name) {
        Object value = from.get(name);
        if (value != null) {
            to.put(name, value);
        }
    }

    private void logs(JsonNode scopes, Map<String, Object> shared) {
        for (JsonNode scope : scopes) {
            String logger = Json.text(scope.path("scope"), "name");
            for (JsonNode record : either(scope, "logRecords", "log_records", "logs")) {
                log(record, logger, shared);
            }
        }
    }

    /** A record without a trace belongs to no request. */
    private void log(JsonNode node, @Nullable String logger, Map<String, Object> shared) {
        String traceId = SpanIds.asCame(either(node, "traceId", "trace_id").asText());
        if (traceId == null) {
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>(shared);
        values.putAll(attributes(node));
        Attributes attributes = new Attributes(values);
        long at = either(node, "timeUnixNano", "time_unix_nano").asLong();
        long seen =
                either(node, "observedTimeUnixNano", "observed_time_unix_nano").asLong();
        Severity severity =
                Severity.of(either(node, "severityText", "severity_text").asText());
        book.add(
                traceId,
                new LogLine(
                        "",
                        at > 0 ? at : seen,
                        attributes.text("service.name"),
                        severity == Severity.UNKNOWN
                                ? severity(either(node, "severityNumber", "severity_number")
                                        .asInt())
                                : severity,
                        traceId,
                        SpanIds.of(either(node, "spanId", "span_id").asText()),
                        logger,
                        attributes.text("thread.name"),
                        String.valueOf(value(node.path("body"))),
                        attributes.text("exception.type"),
                        attributes.text("exception.message"),
                        attributes.text("exception.stacktrace")));
    }

    /** OpenTelemetry's severity numbers: four to a level, from TRACE = 1 to FATAL = 24. */
    private static Severity severity(int number) {
        Severity[] levels = {
            Severity.TRACE, Severity.DEBUG, Severity.INFO, Severity.WARN, Severity.ERROR, Severity.FATAL
        };
        return number < 1 || number > 4 * levels.length ? Severity.UNKNOWN : levels[(number - 1) / 4];
    }

    private static SpanKind kind(JsonNode kind) {
        return switch (kind.asText()) {
            case "2", "SPAN_KIND_SERVER" -> SpanKind.SERVER;
            case "3", "SPAN_KIND_CLIENT" -> SpanKind.CLIENT;
            case "4", "SPAN_KIND_PRODUCER" -> SpanKind.PRODUCER;
            case "5", "SPAN_KIND_CONSUMER" -> SpanKind.CONSUMER;
            default -> SpanKind.INTERNAL;
        };
    }

    private static JsonNode either(JsonNode node, String... names) {
        for (String name : names) {
            if (node.hasNonNull(name)) {
                return node.get(name);
            }
        }
        return node.path(names[0]);
    }

    private static Map<String, Object> attributes(JsonNode owner) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (JsonNode attribute : owner.path("attributes")) {
            values.put(attribute.path("key").asText(), value(attribute.path("value")));
        }
        return values;
    }

    /** The value inside its type; whole numbers are texts in OTLP, as they may have 64 bits. */
    private static Object value(JsonNode any) {
        JsonNode whole = either(any, "intValue", "int_value");
        if (whole.isValueNode() && !whole.isNull()) {
            return whole.asLong();
        }
        for (String name :
                new String[] {"stringValue", "string_value", "boolValue", "bool_value", "doubleValue", "double_value"
                }) {
            if (any.hasNonNull(name)) {
                return Json.scalar(any.get(name));
            }
        }
        return any.isMissingNode() ? "" : any.toString();
    }
}
