package io.github.sre4j.trace.read;

import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceNote;
import io.github.sre4j.trace.TransactionErrorRow;
import io.github.sre4j.trace.TransactionRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the parts of one trace together: a file for each service, spans and logs apart, rotated files, ids of 64 and of 128 bits. */
final class MergedTraces {

    private MergedTraces() {}

    /** The traces, each once, in the order in which their first parts came. */
    static List<TraceData> of(List<TraceData> parts) {
        Map<String, List<TraceData>> byId = new LinkedHashMap<>();
        for (TraceData part : parts) {
            byId.computeIfAbsent(SpanIds.canonical(part.traceId()), any -> new ArrayList<>(1))
                    .add(part);
        }
        joinHalves(byId);
        List<TraceData> merged = new ArrayList<>(byId.size());
        byId.values().forEach(of -> merged.add(of.size() == 1 ? of.get(0) : merged(of)));
        return List.copyOf(merged);
    }

    /** An id of 64 bits is the lower half of that of 128 bits, where exactly one has it. */
    private static void joinHalves(Map<String, List<TraceData>> byId) {
        Map<String, List<String>> wholes = new HashMap<>();
        for (String id : byId.keySet()) {
            String half = SpanIds.lowerHalf(id);
            if (half != null && byId.containsKey(half)) {
                wholes.computeIfAbsent(half, any -> new ArrayList<>()).add(id);
            }
        }
        wholes.forEach((half, ids) -> {
            if (ids.size() == 1) {
                byId.getOrDefault(ids.get(0), new ArrayList<>()).addAll(byId.getOrDefault(half, List.of()));
                byId.remove(half);
            }
        });
    }

    private static TraceData merged(List<TraceData> parts) {
        TraceData most = parts.get(0);
        List<Span> spans = new ArrayList<>();
        List<LogLine> logs = new ArrayList<>();
        Set<TransactionRow> transactions = new LinkedHashSet<>();
        Set<TransactionErrorRow> errors = new LinkedHashSet<>();
        Set<TraceNote> notes = new LinkedHashSet<>();
        for (TraceData part : parts) {
            most = part.spans().size() > most.spans().size() ? part : most;
            spans.addAll(part.spans());
            logs.addAll(part.logs());
            transactions.addAll(part.transactions());
            errors.addAll(part.errors());
            notes.addAll(part.readNotes());
        }
        if (!logs.isEmpty()) {
            notes.removeIf(note -> note.kind() == TraceNote.Kind.LOGGED_NOTHING);
        }
        return new TraceData(
                parts.get(0).traceId(),
                most.format(),
                spans,
                logs,
                List.copyOf(transactions),
                List.copyOf(errors),
                List.copyOf(notes));
    }
}
