package io.github.sre4j.trace;

import java.util.Arrays;

/** Finds each span's parent among the spans that are here, and cuts circles. */
final class ParentLinks {

    /** The span says it has no parent. */
    static final int ROOT = -1;
    /** The span names a parent that is not here. */
    static final int ORPHAN = -2;

    /** Spans of one id that are looked at: a call has two sides, and a sender that uses one id for all is not to cost n² time. */
    private static final int MAX_OF_ONE_ID = 100;

    private final Span[] spans;
    private final SpanIndex index;

    ParentLinks(SpanIndex index) {
        this.spans = index.spans();
        this.index = index;
    }

    /** The parent of each span, {@link #ROOT} or {@link #ORPHAN}. */
    int[] resolve(NoteCollector notes) {
        int[] parents = new int[spans.length];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = parentOf(i);
        }
        cutCircles(parents, notes);
        return parents;
    }

    private int parentOf(int span) {
        Span child = spans[span];
        int callersSide = callersSideOfSharedId(span, child);
        if (callersSide >= 0) {
            return callersSide;
        }
        String parentId = child.parentId();
        if (parentId == null || parentId.isEmpty() || parentId.equals(child.id())) {
            return ROOT;
        }
        int best = index.first(parentId);
        if (best < 0) {
            return ORPHAN;
        }
        int looked = 0;
        for (int other = index.next(best); other >= 0 && looked < MAX_OF_ONE_ID; other = index.next(other), looked++) {
            if (rank(spans[other], child) > rank(spans[best], child)) {
                best = other;
            }
        }
        return best;
    }

    /** Zipkin lets both sides of a call share a span id: the callee's side hangs below the caller's. */
    private int callersSideOfSharedId(int span, Span child) {
        if (child.kind() != SpanKind.SERVER && child.kind() != SpanKind.CONSUMER) {
            return -1;
        }
        int looked = 0;
        for (int other = index.first(child.id());
                other >= 0 && looked < MAX_OF_ONE_ID;
                other = index.next(other), looked++) {
            SpanKind kind = spans[other].kind();
            if (other != span && (kind == SpanKind.CLIENT || kind == SpanKind.PRODUCER)) {
                return other;
            }
        }
        return -1;
    }

    /** Of several spans with the parent's id: one of the same service, then the callee's side. */
    private static int rank(Span candidate, Span child) {
        int sameService = candidate.service().equals(child.service()) ? 2 : 0;
        return sameService + (candidate.kind() == SpanKind.SERVER ? 1 : 0);
    }

    private void cutCircles(int[] parents, NoteCollector notes) {
        int[] seenBy = new int[parents.length];
        Arrays.fill(seenBy, -1);
        for (int i = 0; i < parents.length; i++) {
            int at = i;
            while (at >= 0 && seenBy[at] < 0) {
                seenBy[at] = i;
                at = parents[at];
            }
            if (at >= 0 && seenBy[at] == i) {
                int first = at;
                for (int next = parents[at]; next != at; next = parents[next]) {
                    first = Math.min(first, next);
                }
                parents[first] = ROOT;
                notes.add(TraceNote.Kind.CIRCLE_CUT, spans[first].id());
            }
        }
    }
}
