package io.github.sre4j.trace.story;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TransactionRow;

/** Spans in which a service takes a request, and the names of their endpoints. */
final class Entries {

    private Entries() {}

    /** Returns whether a service takes a request or a message in a span. */
    static boolean isEntry(Trace trace, int index) {
        Span span = trace.span(index);
        if (span.standIn()) {
            return false;
        }
        int parent = trace.parent(index);
        return parent < 0
                || span.entryPoint()
                || span.kind() == SpanKind.SERVER
                || span.kind() == SpanKind.CONSUMER
                || !trace.span(parent).service().equals(span.service());
    }

    /** Returns the entry of the service that a span belongs to, or the root. */
    static int entryOf(Trace trace, int index) {
        int entry = index;
        while (!isEntry(trace, entry) && trace.parent(entry) >= 0) {
            entry = trace.parent(entry);
        }
        return entry;
    }

    /** Returns the name of the endpoint, as telemetry stores it where that is known. */
    static EndpointName name(Trace trace, int index) {
        Span span = trace.span(index);
        String transaction = span.transactionId();
        for (TransactionRow row : trace.transactions()) {
            if (row.guid().equals(transaction) && !row.name().isBlank()) {
                return new EndpointName(row.name());
            }
        }
        HttpCall http = span.http();
        if (http != null
                && http.method() != null
                && http.route() != null
                && !span.name().contains("Transaction/")) {
            return new EndpointName(http.method() + " " + http.route());
        }
        return new EndpointName(span.name().isBlank() ? Span.UNNAMED : span.name());
    }
}
