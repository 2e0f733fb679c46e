package io.github.sre4j.trace.path;

import io.github.sre4j.trace.Trace;
import java.util.Arrays;

/**
 * For every span the chain of visits to other spans that decided how long it took, and the self time. A chain is a linked list in order of
 * time: {@link #first(int)}, then {@link #next(int)}. Most spans are visited once; {@linkplain Wrappers wrappers} as often as they show between others.
 */
final class Chains {

    static final int NONE = -1;

    /** Ends and starts that should touch are taken as touching within this, else back-to-back children are lost. */
    private static final long TOUCH_NANOS = 1_000;
    /** One call after another may overlap by this share of the span that made both: ends are stamped late. */
    private static final double OVERLAP_OF_WAITER = 0.01;
    /** And by this share of the shorter of the two. */
    private static final double OVERLAP_OF_CALL = 0.1;

    private final Trace trace;
    private final long tolerance;
    private final Children children;
    private final Wrappers wrappers;
    private final int[] firsts;
    private final long[] selfs;
    private final boolean[] chained;
    private final boolean[] besides;

    private int[] spans;
    private int[] nexts;
    private long[] froms;
    private long[] untils;
    private int visits;

    private Chains(Trace trace) {
        int size = trace.size();
        this.trace = trace;
        this.tolerance = Math.max(TOUCH_NANOS, trace.clockStepNanos());
        this.children = new Children(trace);
        this.firsts = new int[size];
        this.selfs = new long[size];
        this.chained = new boolean[size];
        this.besides = new boolean[size];
        this.wrappers = new Wrappers(trace, children, selfs, tolerance);
        this.spans = new int[size];
        this.nexts = new int[size];
        this.froms = new long[size];
        this.untils = new long[size];
        Arrays.fill(firsts, NONE);
    }

    /** Spans below come first, so that their self times are known. */
    static Chains of(Trace trace) {
        Chains chains = new Chains(trace);
        for (int i = trace.size() - 1; i >= 0; i--) {
            chains.selfs[i] = trace.durationNanos(i);
            if (!chains.children.none(i)) {
                chains.children.load(i);
                chains.selfs[i] = Math.max(0, trace.durationNanos(i) - chains.children.unionNanos());
                chains.walkBack(i);
            }
        }
        return chains;
    }

    /** The children, reused: whoever loads one span's takes them from the others. */
    Children children() {
        return children;
    }

    private void walkBack(int waiter) {
        int wrapping = children.size() > 1 ? wrappers.find() : 0;
        WalkBack walk = new WalkBack(waiter);
        int last = children.size() - 1;
        while (last >= 0) {
            int first = last;
            while (first > 0 && trace.endNanos(children.byEnd(first - 1)) == trace.endNanos(children.byEnd(last))) {
                first--;
            }
            for (int position = first; position <= last; position++) {
                walk.visit(children.byEnd(position));
            }
            last = first - 1;
        }
        if (wrapping > 0) {
            fillGaps(waiter, wrappers.pieces(wrapping));
        }
    }

    /** Takes the children of one span from the last end to the first; of those with one end, the longest comes first. */
    private final class WalkBack {
        private final int waiter;
        private long cursor;
        private int later = NONE;

        WalkBack(int waiter) {
            this.waiter = waiter;
            this.cursor = trace.endNanos(waiter);
        }

        void visit(int child) {
            if (wrappers.isWrapper(child)) {
                chained[child] = true;
            } else if (endsBefore(child) || overlapsLittle(child) || startedLater(child)) {
                long until = Math.min(trace.endNanos(child), cursor);
                firsts[waiter] = Chains.this.visit(child, trace.startNanos(child), until, firsts[waiter]);
                chained[child] = true;
                cursor = trace.startNanos(child);
                later = child;
            } else {
                besides[waiter] = true;
            }
        }

        private boolean endsBefore(int child) {
            long start = trace.startNanos(child);
            long end = trace.endNanos(child);
            return end <= cursor + tolerance && (start < cursor || (start == end && start <= cursor));
        }

        private boolean overlapsLittle(int child) {
            if (later == NONE || trace.startNanos(child) >= cursor) {
                return false;
            }
            double overlap = trace.endNanos(child) - cursor;
            return overlap < trace.durationNanos(waiter) * OVERLAP_OF_WAITER
                    && overlap < trace.durationNanos(child) * OVERLAP_OF_CALL
                    && overlap < trace.durationNanos(later) * OVERLAP_OF_CALL;
        }

        /** Whether the later one was started below the child, which ended while it still ran: an asynchronous call and the method that sent it. */
        private boolean startedLater(int child) {
            return later != NONE
                    && later > child
                    && later < trace.subtreeEnd(child)
                    && trace.startNanos(child) < trace.startNanos(later);
        }
    }

    /** Puts wrappers into the time of the waiter in which no other child ran. */
    private void fillGaps(int waiter, long[] pieces) {
        int at = firsts[waiter];
        int before = NONE;
        long cursor = trace.startNanos(waiter);
        int piece = 0;
        while (true) {
            long gapEnd = at == NONE ? trace.endNanos(waiter) : froms[at];
            while (piece < pieces.length && pieces[piece + 2] <= cursor) {
                piece += 3;
            }
            for (int i = piece; i < pieces.length && pieces[i + 1] < gapEnd; i += 3) {
                long from = Math.max(cursor, pieces[i + 1]);
                long until = Math.min(gapEnd, pieces[i + 2]);
                if (until > from) {
                    int visit = visit((int) pieces[i], from, until, at);
                    if (before == NONE) {
                        firsts[waiter] = visit;
                    } else {
                        nexts[before] = visit;
                    }
                    before = visit;
                }
            }
            if (at == NONE) {
                return;
            }
            cursor = Math.max(cursor, untils[at]);
            before = at;
            at = nexts[at];
        }
    }

    private int visit(int span, long from, long until, int next) {
        if (visits == spans.length) {
            int capacity = Math.max(16, visits * 2);
            spans = Arrays.copyOf(spans, capacity);
            nexts = Arrays.copyOf(nexts, capacity);
            froms = Arrays.copyOf(froms, capacity);
            untils = Arrays.copyOf(untils, capacity);
        }
        spans[visits] = span;
        froms[visits] = from;
        untils[visits] = until;
        nexts[visits] = next;
        return visits++;
    }

    /** The first visit of a span's chain, or {@value #NONE}. */
    int first(int waiter) {
        return firsts[waiter];
    }

    /** The visit after a visit, or {@value #NONE}. */
    int next(int visit) {
        return nexts[visit];
    }

    /** The span that is visited. */
    int span(int visit) {
        return spans[visit];
    }

    /** When the visit begins. */
    long from(int visit) {
        return froms[visit];
    }

    /** When it ends. */
    long until(int visit) {
        return untils[visit];
    }

    /** Whether the span is in its waiter's chain. */
    boolean chained(int span) {
        return chained[span];
    }

    long self(int span) {
        return selfs[span];
    }

    /** Whether the span has children outside its chain that it may have waited for. */
    boolean hasChildrenBeside(int waiter) {
        return besides[waiter];
    }
}
