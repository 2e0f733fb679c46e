package io.github.sre4j.trace;

/**
 * Work of a request that nothing waited for: the handling of a message, a one-way call, what went on after the response.
 *
 * @param span the index of its first span
 * @param spanId the id of that span
 * @param startNanos its start from the start of the root
 * @param durationNanos how long it took
 * @param slowest the index of the span that took most of its critical path
 * @param slowestNanos how much
 */
public record BackgroundWork(
        int span, String spanId, long startNanos, long durationNanos, int slowest, long slowestNanos) {}
