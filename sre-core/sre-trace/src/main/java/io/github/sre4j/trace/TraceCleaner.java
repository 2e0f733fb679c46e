package io.github.sre4j.trace;

import java.util.List;

/** Turns what was read into a trace, step by step. */
final class TraceCleaner {

    private static final Span[] NONE = {};

    private final TraceData data;
    private final NoteCollector notes = new NoteCollector();

    TraceCleaner(TraceData data) {
        this.data = data;
    }

    Trace clean() {
        List<LogLine> logs = LogOrder.of(data.logs());
        if (data.spans().isEmpty()) {
            return withoutSpans(logs);
        }
        SpanIndex index = Duplicates.dropped(CanonicalOrder.of(data.spans()), notes);
        int[] parents = new ParentLinks(index).resolve(notes);
        Layout layout =
                new Layout(new Roots(index.spans(), parents, 2 * data.format().resolutionNanos(), notes).plan());
        SpanForest forest = new TimeCleaner(layout, data.format(), notes).place();
        new DataGaps(data, layout, notes).tell(logs);
        return trace(layout.spans, logs, forest);
    }

    private Trace withoutSpans(List<LogLine> logs) {
        notes.add(TraceNote.Kind.NO_SPANS, "");
        if (logs.isEmpty() && !DataGaps.loggedNothing(data)) {
            notes.add(TraceNote.Kind.NO_LOGS, "");
        }
        DataGaps.transactions(data, NONE, notes);
        Layout nothing = new Layout(new Roots.Plan(NONE, new int[0], new boolean[0], -1));
        return trace(NONE, logs, new SpanForest(0, 1, nothing, new int[0], new long[0], new long[0]));
    }

    private Trace trace(Span[] spans, List<LogLine> logs, SpanForest forest) {
        for (TraceNote note : data.readNotes()) {
            notes.add(note);
        }
        return new Trace(data, spans, logs, notes.notes(), forest);
    }
}
