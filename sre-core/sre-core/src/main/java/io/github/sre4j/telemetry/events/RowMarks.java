package io.github.sre4j.telemetry.events;

import java.util.Map;
import java.util.Optional;

/**
 * The attributes that reveal the event type of a row that does not name one, as bits to be collected over the keys of a row.
 *
 * <p>The attributes are those New Relic's agents send: only a transaction has a total time, only a page view a page URL, only a span a category beside a
 * trace id and an id of its own.
 */
final class RowMarks {

    static final int TRANSACTION = 1 << 16;
    static final int TRACE_ID = 1 << 17;
    static final int OWN_ID = 1 << 18;
    static final int PARENT = 1 << 19;
    static final int SPAN = 1 << 20;
    static final int PAGE = 1 << 21;
    static final int TIMING = 1 << 22;
    static final int ACTION = 1 << 23;
    static final int INTERACTION = 1 << 24;
    static final int AJAX = 1 << 25;
    static final int ERROR_EVENT = 1 << 26;
    static final int LOG = 1 << 27;
    static final int METRIC = 1 << 28;
    static final int SYNTHETIC = 1 << 29;
    static final int MOBILE = 1 << 30;

    /** Marks of rows that cannot be requests. */
    static final int FOREIGN = PARENT
            | SPAN
            | PAGE
            | TIMING
            | ACTION
            | INTERACTION
            | AJAX
            | ERROR_EVENT
            | LOG
            | METRIC
            | SYNTHETIC
            | MOBILE;

    private static final Map<String, Integer> MARKS = Map.ofEntries(
            Map.entry("totalTime", TRANSACTION),
            Map.entry("transactionType", TRANSACTION),
            Map.entry("apdexPerfZone", TRANSACTION),
            Map.entry("nr.apdexPerfZone", TRANSACTION),
            Map.entry("traceId", TRACE_ID),
            Map.entry("trace.id", TRACE_ID),
            Map.entry("guid", OWN_ID),
            Map.entry("id", OWN_ID),
            Map.entry("parentId", PARENT),
            Map.entry("parent.id", PARENT),
            Map.entry("category", SPAN),
            Map.entry("nr.entryPoint", SPAN),
            Map.entry("transactionId", SPAN),
            Map.entry("transaction.name", SPAN),
            Map.entry("span.kind", SPAN),
            Map.entry("pageUrl", PAGE),
            Map.entry("browserTransactionName", PAGE),
            Map.entry("domProcessingDuration", PAGE),
            Map.entry("pageRenderingDuration", PAGE),
            Map.entry("userAgentName", PAGE),
            Map.entry("timingName", TIMING),
            Map.entry("actionName", ACTION),
            Map.entry("browserInteractionName", INTERACTION),
            Map.entry("browserInteractionId", INTERACTION),
            Map.entry("targetUrl", INTERACTION),
            Map.entry("requestUrl", AJAX),
            Map.entry("transactionName", ERROR_EVENT),
            Map.entry("nr.transactionGuid", ERROR_EVENT),
            Map.entry("logger.name", LOG),
            Map.entry("logtype", LOG),
            Map.entry("metricName", METRIC),
            Map.entry("metricTimesliceName", METRIC),
            Map.entry("newrelic.timeslice.value", METRIC),
            Map.entry("monitorName", SYNTHETIC),
            Map.entry("deviceManufacturer", MOBILE));

    private RowMarks() {}

    /** Returns the mark of a key; 0 for an ordinary one. */
    static int of(String key) {
        return MARKS.getOrDefault(key, 0);
    }

    private static boolean any(int marks, int wanted) {
        return (marks & wanted) != 0;
    }

    /**
     * Returns the event type that the marks of a row and its name prove; empty if they prove none.
     *
     * @param marks the marks of all keys of the row
     * @param name its {@code name}; empty if it has none
     */
    static Optional<String> type(int marks, String name) {
        if (any(marks, METRIC)) {
            return Optional.of("Metric");
        }
        if (any(marks, TIMING)) {
            return Optional.of("PageViewTiming");
        }
        if (any(marks, ACTION)) {
            return Optional.of("PageAction");
        }
        boolean transaction = isTransaction(name);
        if (any(marks, TRANSACTION) && transaction && !any(marks, PAGE)) {
            return Optional.of(EventFile.REQUEST_TYPE);
        }
        if (any(marks, PAGE | INTERACTION | AJAX)) {
            return Optional.of(
                    any(marks, AJAX) ? "AjaxRequest" : any(marks, INTERACTION) ? "BrowserInteraction" : "PageView");
        }
        if (any(marks, ERROR_EVENT)) {
            return Optional.of("TransactionError");
        }
        if (any(marks, SYNTHETIC)) {
            return Optional.of("SyntheticCheck");
        }
        if (any(marks, MOBILE)) {
            return Optional.of("Mobile");
        }
        boolean traced = any(marks, TRACE_ID) && any(marks, OWN_ID);
        boolean span = any(marks, SPAN) || (any(marks, PARENT) && !transaction);
        if ((traced && span) || isSegment(name)) {
            return Optional.of("Span");
        }
        if (any(marks, LOG)) {
            return Optional.of("Log");
        }
        return transaction ? Optional.of(EventFile.REQUEST_TYPE) : Optional.empty();
    }

    private static boolean isTransaction(String name) {
        return name.startsWith("WebTransaction/") || name.startsWith("OtherTransaction/");
    }

    private static boolean isSegment(String name) {
        return name.startsWith("Datastore/") || name.startsWith("External/");
    }
}
