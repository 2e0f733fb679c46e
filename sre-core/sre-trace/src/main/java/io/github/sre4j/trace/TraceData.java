package io.github.sre4j.trace;

import java.util.List;

/**
 * What was read about one trace, before cleaning, in any order.
 *
 * @param traceId the trace's id
 * @param format where it was read from
 * @param spans the spans, with duplicates and orphans as they came
 * @param logs the log lines joined by trace id or span id
 * @param transactions the transactions that took part
 * @param errors the errors that left a transaction
 * @param readNotes what went wrong or was cut while reading
 */
public record TraceData(
        String traceId,
        TraceFormat format,
        List<Span> spans,
        List<LogLine> logs,
        List<TransactionRow> transactions,
        List<TransactionErrorRow> errors,
        List<TraceNote> readNotes) {

    /** Copies the lists. */
    public TraceData {
        spans = List.copyOf(spans);
        logs = List.copyOf(logs);
        transactions = List.copyOf(transactions);
        errors = List.copyOf(errors);
        readNotes = List.copyOf(readNotes);
    }

    /**
     * Spans alone.
     *
     * @param traceId the trace's id
     * @param format where they come from
     * @param spans the spans in any order
     */
    public static TraceData ofSpans(String traceId, TraceFormat format, List<Span> spans) {
        return new TraceData(traceId, format, spans, List.of(), List.of(), List.of(), List.of());
    }
}
