package io.github.sre4j.trace.compare;

import java.util.Map;

/**
 * One request as a comparison sees it. Masked: it can be kept and shown.
 *
 * @param traceId the trace
 * @param endpoint what was asked, such as {@code GET /owners/{ownerId}}
 * @param durationNanos how long it took
 * @param calls by name of a call or piece of code: how often it is in the request
 * @param pathNanos by the same names: its share of the critical path
 * @param attributes of the first span, without ids, times and the like
 */
public record RequestFeatures(
        String traceId,
        String endpoint,
        long durationNanos,
        Map<String, Integer> calls,
        Map<String, Long> pathNanos,
        Map<String, String> attributes) {

    /** Copies the maps. */
    public RequestFeatures {
        calls = Map.copyOf(calls);
        pathNanos = Map.copyOf(pathNanos);
        attributes = Map.copyOf(attributes);
    }
}
