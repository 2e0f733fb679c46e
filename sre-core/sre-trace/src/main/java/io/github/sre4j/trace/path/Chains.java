package io.github.sre4j.trace.path;

import io.github.sre4j.trace.Trace;
import java.util.Arrays;

/**
 * For every span the chain of children that decided how long it took, and the self time. A chain is a linked list in order of
 * time: {@link #first(int)}, then {@link #next(int)}.
 */
final class Chains {

    /** Ends and starts that should touch are taken as touching within this, else back-to-back children are lost. */
    private static final long TOUCH_NANOS = 1_000;

    private final Trace trace;
    private final long tolerance;
    private final int[] firsts;
    private final int[] nexts;
    private final long[] untils;
    private final long[] selfs;
    private final boolean[] besides;

    private Chains(Trace trace) {
        int size = trace.size();
        this.trace = trace;
        this.tolerance = Math.max(TOUCH_NANOS, trace.format().resolutionNanos());
        this.firsts = new int[size];
        this.nexts = new int[size];
        this.untils = new long[size];
        this.selfs = new long[size];
        this.besides = new boolean[size];
        Arrays.fill(firsts, -1);
        Arrays.fill(nexts, -1);
        Arrays.fill(untils, Long.MIN_VALUE);
    }

    static Chains of(Trace trace) {
        Chains chains = new Chains(trace);
        Children children = new Children(trace);
        for (int i = 0; i < trace.size(); i++) {
            long duration = trace.durationNanos(i);
            if (trace.subtreeEnd(i) == i + 1) {
                chains.selfs[i] = duration;
            } else {
                children.load(i);
                chains.selfs[i] = Math.max(0, duration - children.unionNanos());
                chains.walkBack(i, children);
            }
        }
        return chains;
    }

    private void walkBack(int parent, Children children) {
        besides[parent] = children.assumedAsynchronous();
        long cursor = trace.endNanos(parent);
        for (int position = children.size() - 1; position >= 0; position--) {
            int child = children.byEnd(position);
            long start = trace.startNanos(child);
            long end = trace.endNanos(child);
            boolean before = start < cursor || (start == end && start <= cursor);
            if (before && end <= cursor + tolerance) {
                untils[child] = Math.min(end, cursor);
                nexts[child] = firsts[parent];
                firsts[parent] = child;
                cursor = start;
            } else {
                besides[parent] = true;
            }
        }
    }

    int first(int parent) {
        return firsts[parent];
    }

    int next(int child) {
        return nexts[child];
    }

    /** Whether the child is in its parent's chain. */
    boolean chained(int child) {
        return untils[child] != Long.MIN_VALUE;
    }

    /** Where the child's part of the chain ends. */
    long until(int child) {
        return untils[child];
    }

    long self(int span) {
        return selfs[span];
    }

    /** Whether the span has children outside its chain that it may have waited for. */
    boolean hasChildrenBeside(int parent) {
        return besides[parent];
    }
}
