package io.github.sre4j.trace;

/**
 * Drops spans told twice. The key is (trace, span, kind, service): both sides of a call may share one span id, and that is
 * no duplicate. Of several tellings the longest is kept, as agents re-send a span when they know more of it.
 */
final class Duplicates {

    private Duplicates() {}

    /** The spans in canonical order, each once, with all of them in the index. */
    static SpanIndex dropped(Span[] ordered, NoteBook notes) {
        SpanIndex index = new SpanIndex(ordered);
        boolean shared = false;
        for (int i = 0; i < ordered.length; i++) {
            shared |= index.add(i) >= 0;
        }
        return shared ? dropTwins(ordered, notes) : index;
    }

    private static SpanIndex dropTwins(Span[] ordered, NoteBook notes) {
        SpanIndex index = new SpanIndex(ordered);
        boolean[] drop = new boolean[ordered.length];
        int dropped = 0;
        for (int i = 0; i < ordered.length; i++) {
            int twin = index.first(ordered[i].id());
            while (twin >= 0 && (drop[twin] || !same(ordered[twin], ordered[i]))) {
                twin = index.next(twin);
            }
            boolean longer = twin < 0 || ordered[i].durationNanos() > ordered[twin].durationNanos();
            if (twin >= 0) {
                drop[longer ? twin : i] = true;
                dropped++;
            }
            if (longer) {
                index.add(i);
            }
        }
        notes.count(TraceNote.Kind.DUPLICATES, dropped);
        Span[] kept = new Span[ordered.length - dropped];
        int size = 0;
        for (int i = 0; i < drop.length; i++) {
            if (!drop[i]) {
                kept[size++] = ordered[i];
            }
        }
        return SpanIndex.of(kept);
    }

    private static boolean same(Span one, Span other) {
        return one.kind() == other.kind() && one.service().equals(other.service());
    }
}
