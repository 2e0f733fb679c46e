package io.github.sre4j.trace.read;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells rows of New Relic by what they hold; a query's answer does not say of what type its rows are. */
final class NewRelicContent {

    private static final Set<String> TYPES =
            Set.of("Span", "SpanEvent", "SpanLink", "Transaction", "TransactionError", "Log");

    /** What a row of New Relic has and a span of Zipkin has not. */
    private static final Set<String> MARKS = Set.of(
            "guid",
            "trace.id",
            "entity.guid",
            "entity.name",
            "entityGuid",
            "appName",
            "appId",
            "duration.ms",
            "durationMs",
            "transactionId",
            "transactionName",
            "nr.entryPoint",
            "nr.transactionGuid",
            "newrelic.source",
            "realAgentId");

    /** Milliseconds since the epoch are below, microseconds above. */
    private static final double MICROSECONDS_FROM = 1e14;

    private NewRelicContent() {}

    /** The event type that a file's name tells, such as {@code Span.ndjson.gz}, or null. */
    static @Nullable String typeNamed(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return TYPES.contains(stem) ? stem : null;
    }

    /** The event type that a row says itself, or null. */
    static @Nullable String typeSaid(Map<String, ?> row) {
        Object type = row.containsKey("eventType") ? row.get("eventType") : row.get("type");
        return type instanceof String name && TYPES.contains(name) ? name : null;
    }

    /** Whether a row says that it is an event of New Relic of a type that tells nothing of a trace. */
    static boolean isOfOtherType(Map<String, ?> row) {
        return row.get("eventType") instanceof String name && !TYPES.contains(name);
    }

    /** The event type that the attributes tell, or null if the row is none of New Relic. */
    static @Nullable String typeShown(Map<String, ?> row) {
        boolean traced = has(row, "traceId", "trace.id");
        boolean identified = has(row, "guid", "id", "span.id");
        boolean marked = MARKS.stream().anyMatch(row::containsKey);
        if (traced && identified && has(row, "timestamp") && isSpanOfAgent(row)) {
            return "Span";
        }
        if (has(row, "message")
                && has(row, "level", "log.level", "severity", "severityText")
                && has(row, "timestamp")) {
            return "Log";
        }
        if (has(row, "error.class") && has(row, "transactionName", "nr.transactionGuid")) {
            return "TransactionError";
        }
        if (has(row, "transactionType", "totalTime") || isTransactionName(row.get("name"))) {
            return "Transaction";
        }
        if (traced && identified && has(row, "timestamp") && (marked || inMilliseconds(row.get("timestamp")))) {
            return "Span";
        }
        return null;
    }

    private static boolean isSpanOfAgent(Map<String, ?> row) {
        return has(row, "category", "transactionId", "nr.entryPoint", "span.kind") && !has(row, "transactionType");
    }

    private static boolean isTransactionName(@Nullable Object name) {
        return name instanceof String text
                && (text.startsWith("WebTransaction/") || text.startsWith("OtherTransaction/"));
    }

    private static boolean inMilliseconds(@Nullable Object timestamp) {
        return timestamp instanceof Number number && number.doubleValue() < MICROSECONDS_FROM;
    }

    private static boolean has(Map<String, ?> row, String... names) {
        for (String name : names) {
            if (row.containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    /** A span as NerdGraph's {@code distributedTracing} answers it, as the row it was made from. */
    static Map<String, Object> rowOfGraphSpan(Map<String, Object> span, Map<String, String> services) {
        Map<String, Object> row = new java.util.HashMap<>();
        if (span.get("attributes") instanceof com.fasterxml.jackson.databind.JsonNode attributes) {
            row.putAll(Json.scalars(attributes));
        }
        row.put("guid", span.getOrDefault("id", ""));
        copy(span, "parentId", row, "parentId");
        copy(span, "name", row, "name");
        copy(span, "traceId", row, "traceId");
        copy(span, "timestamp", row, "timestamp");
        if (span.containsKey("durationMs")) {
            row.remove("duration");
            row.put("duration.ms", span.get("durationMs"));
        }
        Object service = span.get("entityGuid") instanceof String guid ? services.get(guid) : null;
        if (service != null) {
            row.putIfAbsent("entity.name", service);
        }
        String client = String.valueOf(span.get("clientType")).toUpperCase(Locale.ROOT);
        if (client.equals("DATASTORE") || client.equals("EXTERNAL")) {
            row.putIfAbsent("category", client.equals("DATASTORE") ? "datastore" : "http");
        }
        if ("ENTRY".equals(span.get("processBoundary"))) {
            row.putIfAbsent("nr.entryPoint", true);
        }
        return row;
    }

    private static void copy(Map<String, Object> from, String name, Map<String, Object> to, String newName) {
        Object value = from.get(name);
        if (value != null && !"".equals(value)) {
            to.put(newName, value);
        }
    }
}
