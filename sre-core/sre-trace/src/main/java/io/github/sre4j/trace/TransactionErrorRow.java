package io.github.sre4j.trace;

import org.jspecify.annotations.Nullable;

/**
 * The facts of one New Relic {@code TransactionError} event: an error that left the transaction.
 *
 * @param transactionGuid the transaction, or null
 * @param traceId the trace, or null
 * @param spanId the span the agent blames, or null; not always among the spans that arrived
 * @param service the application's name
 * @param atNanos nanoseconds since the epoch
 * @param error class and message; the class is often a wrapper such as {@code ServletException}
 * @param status the HTTP status, or 0
 */
public record TransactionErrorRow(
        @Nullable String transactionGuid,
        @Nullable String traceId,
        @Nullable String spanId,
        String service,
        long atNanos,
        SpanError error,
        int status) {}
