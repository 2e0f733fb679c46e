package io.github.sre4j.examples.standin.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.github.sre4j.examples.standin.answer.NrqlEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code distributedTracing.trace}: the spans of a trace in milliseconds. */
final class TraceFields {
    private final NrqlEngine engine;
    private final EntityFields entities;

    TraceFields(NrqlEngine engine, EntityFields entities) {
        this.engine = engine;
        this.entities = entities;
    }

    @Nullable
    Object trace(DataFetchingEnvironment field) {
        String id = Objects.requireNonNull(field.<String>getArgument("traceId"));
        String literal = id.replace("\\", "\\\\").replace("'", "\\'");
        List<Map<String, @Nullable Object>> rows = engine.answer("SELECT * FROM Span WHERE traceId = '" + literal
                        + "' ORDER BY timestamp ASC LIMIT MAX SINCE 0 UNTIL 9999999999999")
                .results();
        if (rows.isEmpty()) {
            return null;
        }
        double begin = Double.POSITIVE_INFINITY;
        double end = Double.NEGATIVE_INFINITY;
        List<Map<String, @Nullable Object>> spans = new ArrayList<>();
        List<Map<String, Object>> connections = new ArrayList<>();
        Set<Object> guids = new HashSet<>();
        for (Map<String, @Nullable Object> row : rows) {
            Map<String, @Nullable Object> span = span(row);
            double start = number(row.get("timestamp"));
            begin = Math.min(begin, start);
            end = Math.max(end, start + number(row.get("duration")) * 1000);
            if (row.get("entity.guid") instanceof String guid) {
                guids.add(guid);
            }
            if (row.get("parentId") instanceof String parent && row.get("guid") instanceof String child) {
                connections.add(Map.of("parent", parent, "child", child));
            }
            spans.add(span);
        }
        Map<String, @Nullable Object> trace = new HashMap<>();
        trace.put("id", id);
        trace.put("timestamp", (long) begin);
        trace.put("durationMs", end - begin);
        trace.put("backendDurationMs", end - begin);
        trace.put("entityCount", guids.size());
        trace.put(
                "entities",
                entities.all().stream()
                        .filter(entity -> guids.contains(entity.guid()))
                        .toList());
        trace.put("spans", spans);
        trace.put("spanConnections", connections);
        return trace;
    }

    private static Map<String, @Nullable Object> span(Map<String, @Nullable Object> row) {
        String category = row.get("category") instanceof String text ? text : "";
        Map<String, @Nullable Object> span = new HashMap<>();
        span.put("id", row.get("guid"));
        span.put("parentId", row.get("parentId"));
        span.put("traceId", row.get("traceId"));
        span.put("name", row.get("name"));
        span.put("timestamp", (long) number(row.get("timestamp")));
        span.put("durationMs", number(row.get("duration")) * 1000);
        span.put("entityGuid", row.get("entity.guid"));
        span.put(
                "clientType", category.equals("datastore") ? "DATASTORE" : category.equals("http") ? "EXTERNAL" : null);
        boolean entry = Boolean.TRUE.equals(row.get("nr.entryPoint"));
        span.put("processBoundary", entry ? "ENTRY" : category.equals("http") ? "EXIT" : "IN_PROCESS");
        span.put("attributes", new LinkedHashMap<>(row));
        return span;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }
}
