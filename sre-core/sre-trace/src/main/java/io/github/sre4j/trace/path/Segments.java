package io.github.sre4j.trace.path;

import io.github.sre4j.trace.CriticalPath;
import io.github.sre4j.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** Writes the critical path down as segments in order of time, by following chains from the main root. */
final class Segments {

    private final Trace trace;
    private final Chains chains;
    private final long[] pathNanos;
    private final List<CriticalPath.Segment> segments = new ArrayList<>();
    private final OverlappingChildren beside;
    private final int[] pending;
    private final long[] cursor;
    private final long[] until;
    private final int[] above;

    Segments(Trace trace, Chains chains, long[] pathNanos) {
        this.trace = trace;
        this.chains = chains;
        this.pathNanos = pathNanos;
        this.beside = new OverlappingChildren(trace, chains);
        int size = trace.size();
        this.pending = new int[size];
        this.cursor = new long[size];
        this.until = new long[size];
        this.above = new int[size];
        for (int i = 0; i < size; i++) {
            pending[i] = chains.first(i);
        }
    }

    /** Follows the chains; arrays of places to go on from stand in for recursion, which a deep trace would overflow. */
    CriticalPath pathOf(int root) {
        segments.clear();
        int at = root;
        above[root] = Chains.NONE;
        cursor[root] = trace.startNanos(root);
        until[root] = trace.endNanos(root);
        while (at >= 0) {
            int visit = pending[at];
            if (visit != Chains.NONE && chains.from(visit) < until[at] && cursor[at] < until[at]) {
                long from = Math.min(Math.max(chains.from(visit), cursor[at]), until[at]);
                long to = Math.max(from, Math.min(chains.until(visit), until[at]));
                if (chains.until(visit) <= until[at]) {
                    pending[at] = chains.next(visit);
                }
                add(at, cursor[at], from);
                int child = chains.span(visit);
                cursor[at] = to;
                cursor[child] = from;
                until[child] = to;
                above[child] = at;
                at = child;
            } else {
                add(at, cursor[at], until[at]);
                at = above[at];
            }
        }
        return new CriticalPath(segments);
    }

    private void add(int span, long from, long to) {
        if (to > from) {
            pathNanos[span] += to - from;
            boolean assumed = trace.cut(span) || beside.overlaps(span, from, to);
            segments.add(new CriticalPath.Segment(span, trace.span(span).id(), from, to, assumed));
        }
    }
}
