package io.github.sre4j.trace.read;

import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceFormat;
import io.github.sre4j.trace.TraceNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers spans and log lines by trace while a file is read. Not thread-safe. */
final class TraceCollector {

    private final TraceFormat format;
    private final Map<String, List<Span>> spans = new LinkedHashMap<>();
    private final Map<String, List<LogLine>> logs = new LinkedHashMap<>();
    private final List<TraceNote> notes = new ArrayList<>();

    TraceCollector(TraceFormat format) {
        this.format = format;
    }

    void add(String traceId, Span span) {
        spans.computeIfAbsent(traceId, any -> new ArrayList<>()).add(span);
    }

    void add(String traceId, LogLine line) {
        logs.computeIfAbsent(traceId, any -> new ArrayList<>()).add(line);
    }

    /** Notes that a span lacks one of the fields it needs; {@code which} names it and them. */
    void incomplete(String which) {
        notes.add(new TraceNote(TraceNote.Kind.ROWS_INCOMPLETE, 1, List.of(which), 0));
    }

    /** One for each trace, in order of arrival; traces of which only log lines are known come last. */
    List<TraceData> traces() {
        Set<String> ids = new LinkedHashSet<>(spans.keySet());
        ids.addAll(logs.keySet());
        return ids.stream()
                .map(id -> new TraceData(
                        id,
                        format,
                        spans.getOrDefault(id, List.of()),
                        logs.getOrDefault(id, List.of()),
                        List.of(),
                        List.of(),
                        notes))
                .toList();
    }
}
