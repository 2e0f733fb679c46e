package io.github.sre4j.examples.standin.graphql;

import io.github.sre4j.examples.standin.answer.Answer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code NrdbResultContainer} as a map; what costs a query is there as a supplier and worked out when it is selected. */
final class Containers {
    private Containers() {}

    static Map<String, @Nullable Object> of(String nrql, Answer answer) {
        Map<String, @Nullable Object> window = new HashMap<>();
        window.put("begin", answer.window().begin());
        window.put("end", answer.window().end());
        window.put("since", answer.since());
        window.put("until", answer.until());
        window.put("compareWith", answer.compareWith());
        Map<String, @Nullable Object> metadata = new HashMap<>();
        metadata.put("eventTypes", answer.eventTypes());
        metadata.put("facets", answer.facets());
        metadata.put("messages", answer.messages());
        metadata.put("timeWindow", window);
        Map<String, @Nullable Object> container = new HashMap<>();
        container.put("nrql", nrql);
        container.put("results", answer.results());
        container.put("currentResults", answer.current());
        container.put("previousResults", answer.previous());
        container.put("totalResult", answer.total());
        container.put("otherResult", answer.other());
        container.put("metadata", metadata);
        container.put("queryProgress", progress(null, true, null));
        container.put("rawResponse", (Supplier<Object>) () -> raw(answer));
        return container;
    }

    static Map<String, @Nullable Object> unfinished(String nrql, String id, int retryAfter) {
        Map<String, @Nullable Object> container = new HashMap<>();
        container.put("nrql", nrql);
        container.put("results", null);
        container.put("queryProgress", progress(id, false, retryAfter));
        return container;
    }

    private static Map<String, @Nullable Object> progress(
            @Nullable String id, boolean completed, @Nullable Integer retry) {
        Map<String, @Nullable Object> progress = new HashMap<>();
        progress.put("queryId", id);
        progress.put("completed", completed);
        progress.put("retryAfter", retry);
        return progress;
    }

    private static Map<String, Object> raw(Answer answer) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("eventTypes", answer.eventTypes());
        metadata.put("beginTimeMillis", answer.window().begin());
        metadata.put("endTimeMillis", answer.window().end());
        metadata.put("contents", List.of());
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("inspectedCount", answer.inspected());
        statistics.put("matchCount", answer.inspected());
        statistics.put("omittedCount", 0);
        Map<String, Object> raw = new LinkedHashMap<>();
        raw.put("results", answer.results());
        raw.put("metadata", metadata);
        raw.put("performanceStats", statistics);
        return raw;
    }
}
