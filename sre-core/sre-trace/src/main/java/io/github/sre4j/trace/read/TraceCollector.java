package io.github.sre4j.trace.read;

import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceFormat;
import io.github.sre4j.trace.TraceNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gathers spans and log lines by trace while a file is read. Not thread-safe. */
final class TraceCollector {

    private final TraceFormat format;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> canonical = new HashMap<>();
    private final List<TraceNote> notes = new ArrayList<>();

    TraceCollector(TraceFormat format) {
        this.format = format;
    }

    void add(String traceId, Span span) {
        of(traceId).spans.add(span);
    }

    void add(String traceId, LogLine line) {
        of(traceId).logs.add(line);
    }

    private Entry of(String traceId) {
        String known = canonical.computeIfAbsent(traceId, SpanIds::canonical);
        return entries.computeIfAbsent(known, any -> new Entry(traceId));
    }

    /** One trace, under its id as it came first. */
    private static final class Entry {
        private final String traceId;
        private final List<Span> spans = new ArrayList<>();
        private final List<LogLine> logs = new ArrayList<>();

        private Entry(String traceId) {
            this.traceId = traceId;
        }
    }

    /** Notes that a span lacks one of the fields it needs; {@code which} names it and them. */
    void incomplete(String which) {
        notes.add(new TraceNote(TraceNote.Kind.ROWS_INCOMPLETE, 1, List.of(which), 0));
    }

    /** One for each trace, in order of arrival; traces of which only log lines are known come last. */
    List<TraceData> traces() {
        return Stream.concat(
                        entries.values().stream().filter(entry -> !entry.spans.isEmpty()),
                        entries.values().stream().filter(entry -> entry.spans.isEmpty()))
                .map(entry -> new TraceData(
                        entry.traceId, format, dated(entry.spans), entry.logs, List.of(), List.of(), notes))
                .toList();
    }

    /** Spans without any time are taken to begin with the first that has one. */
    private static List<Span> dated(List<Span> spans) {
        if (spans.stream().noneMatch(span -> span.startNanos() <= 0)) {
            return spans;
        }
        long first = spans.stream()
                .mapToLong(Span::startNanos)
                .filter(start -> start > 0)
                .min()
                .orElse(0);
        return spans.stream()
                .map(span -> span.startNanos() > 0 ? span : span.startingAt(first))
                .toList();
    }
}
