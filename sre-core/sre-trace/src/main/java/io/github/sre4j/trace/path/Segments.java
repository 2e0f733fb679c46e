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

    Segments(Trace trace, Chains chains, long[] pathNanos) {
        this.trace = trace;
        this.chains = chains;
        this.pathNanos = pathNanos;
        this.beside = new OverlappingChildren(trace, chains);
    }

    /** Follows the chains; an array of places to go on from stands in for recursion, which a deep trace would overflow. */
    CriticalPath path() {
        int size = trace.size();
        if (size == 0) {
            return new CriticalPath(List.of());
        }
        int[] pending = new int[size];
        long[] cursor = new long[size];
        long[] until = new long[size];
        int at = 0;
        pending[0] = chains.first(0);
        until[0] = trace.endNanos(0);
        while (at >= 0) {
            int child = pending[at];
            if (child >= 0) {
                pending[at] = chains.next(child);
                long from = Math.min(Math.max(trace.startNanos(child), cursor[at]), until[at]);
                add(at, cursor[at], from);
                pending[child] = chains.first(child);
                cursor[child] = from;
                until[child] = Math.max(from, Math.min(chains.until(child), until[at]));
                at = child;
            } else {
                add(at, cursor[at], until[at]);
                int parent = trace.parent(at);
                if (parent >= 0) {
                    cursor[parent] = until[at];
                }
                at = parent;
            }
        }
        return new CriticalPath(segments);
    }

    private void add(int span, long from, long to) {
        if (to > from) {
            pathNanos[span] += to - from;
            segments.add(
                    new CriticalPath.Segment(span, trace.span(span).id(), from, to, beside.overlaps(span, from, to)));
        }
    }
}
