package io.github.sre4j.trace;

import java.util.HashMap;
import java.util.Map;

/**
 * Drops spans told twice. The key is (trace, span, kind, service): both sides of a call may share one span id, and that is
 * no duplicate. Of several tellings the longest is kept, as agents re-send a span when they know more of it.
 */
final class Duplicates {

    private Duplicates() {}

    /** The spans in canonical order, each once, with all of them in the index. */
    static SpanIndex dropped(Span[] ordered, NoteCollector notes) {
        SpanIndex index = new SpanIndex(ordered);
        boolean shared = false;
        for (int i = 0; i < ordered.length; i++) {
            shared |= index.add(i) >= 0;
        }
        return shared ? dropTwins(ordered, notes) : index;
    }

    /** What makes two tellings of one trace the same span. */
    private record Identity(String id, SpanKind kind, String service) {}

    private static SpanIndex dropTwins(Span[] ordered, NoteCollector notes) {
        Map<Identity, Integer> longest = new HashMap<>();
        boolean[] drop = new boolean[ordered.length];
        int dropped = 0;
        for (int i = 0; i < ordered.length; i++) {
            Span span = ordered[i];
            Identity identity = new Identity(span.id(), span.kind(), span.service());
            Integer twin = longest.putIfAbsent(identity, i);
            if (twin != null) {
                boolean longer = span.durationNanos() > ordered[twin].durationNanos();
                drop[longer ? twin : i] = true;
                dropped++;
                if (longer) {
                    longest.put(identity, i);
                }
            }
        }
        if (dropped == 0) {
            return SpanIndex.of(ordered);
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
}
