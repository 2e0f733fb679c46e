package io.github.sre4j.trace;

import org.jspecify.annotations.Nullable;

/**
 * The facts of one New Relic {@code Transaction} event. Counts and times of calls are complete here even when spans were
 * not sampled.
 *
 * @param guid the transaction's id; {@link Span#transactionId()} points to it
 * @param traceId the trace, or null: most events have none
 * @param service the application's name
 * @param name the transaction's name, such as {@code WebTransaction/SpringController/owners/{ownerId} (GET)}
 * @param startNanos nanoseconds since the epoch
 * @param durationNanos the response time
 * @param totalNanos time of all threads, or -1 if unknown
 * @param databaseNanos time in databases, 0 if the event says none
 * @param externalNanos time in external calls, 0 if the event says none
 * @param queueNanos time before the application took the request, 0 if the event says none
 * @param databaseCalls number of database calls, 0 if the event says none
 * @param externalCalls number of external calls, 0 if the event says none
 * @param gcNanos garbage collection during the request, as {@code gcCumulative} says, or -1 if unknown
 * @param failed whether the agent counts it as an error
 * @param status the HTTP status, or 0
 * @param method the HTTP verb, or null
 * @param uri the raw path, untrusted, or null
 * @param sampled whether the agent meant to send spans
 */
public record TransactionRow(
        String guid,
        @Nullable String traceId,
        String service,
        String name,
        long startNanos,
        long durationNanos,
        long totalNanos,
        long databaseNanos,
        long externalNanos,
        long queueNanos,
        long databaseCalls,
        long externalCalls,
        long gcNanos,
        boolean failed,
        int status,
        @Nullable String method,
        @Nullable String uri,
        boolean sampled) {}
