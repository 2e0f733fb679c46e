package io.github.sre4j.advisor.evidence;

import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.TraceData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts a trace to what one request of one endpoint did: its entry span and all that lies below it, also in other services. */
public final class Subtree {

    private Subtree() {}

    /**
     * The part of a trace below the entry of a transaction.
     *
     * @param data the whole trace
     * @param transactionId the transaction
     * @return the part; all of it if the transaction has no entry span there
     */
    public static TraceData of(TraceData data, String transactionId) {
        return data.spans().stream()
                .filter(span -> span.entryPoint() && transactionId.equals(span.transactionId()))
                .reduce((one, other) -> other)
                .map(entry -> below(data, entry))
                .orElse(data);
    }

    /**
     * The part of a trace below a span, with it.
     *
     * @param data the whole trace
     * @param spanId the span
     * @return the part; all of it if there is no such span
     */
    public static TraceData below(TraceData data, String spanId) {
        return data.spans().stream()
                .filter(span -> span.id().equals(spanId))
                .findFirst()
                .map(entry -> below(data, entry))
                .orElse(data);
    }

    private static TraceData below(TraceData data, Span entry) {
        Map<String, List<Span>> children = new HashMap<>();
        for (Span span : data.spans()) {
            if (span.parentId() != null) {
                children.computeIfAbsent(span.parentId(), any -> new ArrayList<>())
                        .add(span);
            }
        }
        List<Span> below = new ArrayList<>();
        List<Span> open = new ArrayList<>(List.of(entry));
        Set<String> seen = new HashSet<>();
        Set<String> transactions = new HashSet<>();
        while (!open.isEmpty()) {
            Span next = open.remove(open.size() - 1);
            if (seen.add(next.id())) {
                below.add(next);
                if (next.transactionId() != null) {
                    transactions.add(next.transactionId());
                }
                open.addAll(children.getOrDefault(next.id(), List.of()));
            }
        }
        return new TraceData(
                data.traceId(),
                data.format(),
                below,
                data.logs().stream()
                        .filter(line -> line.spanId() == null || seen.contains(line.spanId()))
                        .toList(),
                data.transactions().stream()
                        .filter(row -> transactions.contains(row.guid()))
                        .toList(),
                data.errors().stream()
                        .filter(row -> row.transactionGuid() == null || transactions.contains(row.transactionGuid()))
                        .toList(),
                data.readNotes());
    }
}
