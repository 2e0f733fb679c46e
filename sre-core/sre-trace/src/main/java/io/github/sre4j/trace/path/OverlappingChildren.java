package io.github.sre4j.trace.path;

import io.github.sre4j.trace.SpanOrder;
import io.github.sre4j.trace.Trace;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells whether a span's own piece of the path overlaps with children it may have waited for after all: those outside its chain. Not
 * thread-safe.
 */
final class OverlappingChildren {

    private final Trace trace;
    private final Chains chains;
    private final Map<Integer, Intervals> byParent = new HashMap<>();

    OverlappingChildren(Trace trace, Chains chains) {
        this.trace = trace;
        this.chains = chains;
    }

    boolean overlaps(int parent, long from, long to) {
        return chains.hasChildrenBeside(parent)
                && byParent.computeIfAbsent(parent, this::intervals).overlap(from, to);
    }

    private Intervals intervals(int parent) {
        Children children = chains.children();
        children.load(parent);
        int[] spans = new int[children.size()];
        int size = 0;
        for (int i = 0; i < children.size(); i++) {
            if (!chains.chained(children.byStart(i))) {
                spans[size++] = children.byStart(i);
            }
        }
        return Intervals.of(trace, Arrays.copyOf(spans, size));
    }

    /** Sorted starts with, at each, the latest end so far: whether any overlaps is one binary search. */
    private static final class Intervals {
        private final long[] starts;
        private final long[] latestEnds;

        private Intervals(long[] starts, long[] latestEnds) {
            this.starts = starts;
            this.latestEnds = latestEnds;
        }

        private static Intervals of(Trace trace, int[] spans) {
            int[] sorted = SpanOrder.by(spans, trace::startNanos);
            long[] starts = new long[sorted.length];
            long[] ends = new long[sorted.length];
            long latest = Long.MIN_VALUE;
            for (int i = 0; i < sorted.length; i++) {
                starts[i] = trace.startNanos(sorted[i]);
                latest = Math.max(latest, trace.endNanos(sorted[i]));
                ends[i] = latest;
            }
            return new Intervals(starts, ends);
        }

        private boolean overlap(long from, long to) {
            int low = 0;
            int high = starts.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (starts[middle] < to) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low > 0 && latestEnds[low - 1] > from;
        }
    }
}
