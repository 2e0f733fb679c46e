package io.github.sre4j.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * Drops spans told twice. The key is (trace, span, kind, service): both sides of a call may share one span id, and that is
 * no duplicate. Of several tellings the longest is kept, as agents re-send a span when they know more of it.
 */
final class Duplicates {

    private Duplicates() {}

    /** The spans in canonical order, each once. */
    static List<Span> dropped(List<Span> ordered, NoteBook notes) {
        SpanIndex index = new SpanIndex(ordered);
        boolean[] drop = new boolean[ordered.size()];
        int dropped = 0;
        for (int i = 0; i < ordered.size(); i++) {
            int twin = index.first(ordered.get(i).id());
            while (twin >= 0 && (drop[twin] || !same(ordered.get(twin), ordered.get(i)))) {
                twin = index.next(twin);
            }
            boolean longer = twin < 0
                    || ordered.get(i).durationNanos() > ordered.get(twin).durationNanos();
            if (twin >= 0) {
                drop[longer ? twin : i] = true;
                dropped++;
            }
            if (longer) {
                index.add(i);
            }
        }
        if (dropped == 0) {
            return ordered;
        }
        notes.count(TraceNote.Kind.DUPLICATES, dropped);
        List<Span> kept = new ArrayList<>(ordered.size() - dropped);
        for (int i = 0; i < drop.length; i++) {
            if (!drop[i]) {
                kept.add(ordered.get(i));
            }
        }
        return kept;
    }

    private static boolean same(Span one, Span other) {
        return one.kind() == other.kind() && one.service().equals(other.service());
    }
}
