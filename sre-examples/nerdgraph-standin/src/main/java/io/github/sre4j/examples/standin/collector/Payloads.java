package io.github.sre4j.examples.standin.collector;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What agents send, as rows of events. */
final class Payloads {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    private static final List<String> NUMBERS =
            List.of("count", "total", "totalExclusive", "min", "max", "sumOfSquares");

    private final ObjectMapper mapper = new ObjectMapper();

    /** Events come as {@code [intrinsics, user attributes, agent attributes]}; the first of equal names wins. */
    Map<String, List<Map<String, Object>>> events(JsonNode payload, String fallback) {
        Map<String, List<Map<String, Object>>> byType = new HashMap<>();
        for (JsonNode parts : payload.path(payload.size() - 1)) {
            Map<String, Object> flat = new LinkedHashMap<>();
            for (JsonNode part : parts) {
                if (part.isObject()) {
                    mapper.convertValue(part, MAP).forEach(flat::putIfAbsent);
                }
            }
            Object type = flat.remove("type");
            byType.computeIfAbsent(
                            type instanceof String text && !text.isEmpty() ? text : fallback, key -> new ArrayList<>())
                    .add(flat);
        }
        return byType;
    }

    /** Log lines with their own attributes and the common ones of their group. */
    List<Map<String, Object>> logs(JsonNode payload) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode group :
                payload.isArray() ? payload : mapper.createArrayNode().add(payload)) {
            for (JsonNode log : group.path("logs")) {
                Map<String, Object> row = new LinkedHashMap<>(mapper.convertValue(log, MAP));
                row.remove("attributes");
                for (JsonNode more :
                        List.of(log.path("attributes"), group.path("common").path("attributes"))) {
                    if (more.isObject()) {
                        mapper.convertValue(more, MAP).forEach(row::putIfAbsent);
                    }
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Timeslices: {@code [run, begin, end, [[{name, scope}, [six numbers]], ...]]}, times in seconds. */
    List<Map<String, Object>> metrics(JsonNode payload) {
        long begin = payload.path(1).asLong() * 1000;
        long end = payload.path(2).asLong() * 1000;
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode metric : payload.path(3)) {
            Map<String, Object> value = new LinkedHashMap<>();
            for (int i = 0; i < NUMBERS.size(); i++) {
                value.put(NUMBERS.get(i), metric.path(1).path(i).asDouble());
            }
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("timestamp", begin);
            row.put("endTimestamp", end);
            row.put("interval.ms", end - begin);
            row.put("metricName", "newrelic.timeslice.value");
            row.put("metricTimesliceName", metric.path(0).path("name").asText());
            row.put("newrelic.timeslice.value", value);
            String scope = metric.path(0).path("scope").asText("");
            if (!scope.isEmpty()) {
                row.put("scope", scope);
            }
            rows.add(row);
        }
        return rows;
    }
}
