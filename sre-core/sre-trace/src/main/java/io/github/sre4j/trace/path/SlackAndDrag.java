package io.github.sre4j.trace.path;

import io.github.sre4j.trace.SpanOrder;
import io.github.sre4j.trace.Trace;
import java.util.Arrays;

/**
 * How much later a span could have ended for nothing (slack), and how much earlier the root would have ended without it (drag).
 *
 * <p>A child beside its parent's chain may grow until the next point at which something of the chain starts or ends: from there
 * on it might have been waited for. Its parent's own slack comes on top. A child in the chain can give back what no child beside
 * it still needs: the smallest slack of those that overlap it, and never more than its parent can.
 */
final class SlackAndDrag {

    private final Trace trace;
    private final Chains chains;
    private final long[] slacks;
    private final long[] drags;
    private final int[] limiters;
    private final Children children;

    private SlackAndDrag(Trace trace, Chains chains) {
        this.trace = trace;
        this.chains = chains;
        this.slacks = new long[trace.size()];
        this.drags = new long[trace.size()];
        this.limiters = new int[trace.size()];
        this.children = chains.children();
        Arrays.fill(limiters, -1);
    }

    static SlackAndDrag of(Trace trace, Chains chains) {
        SlackAndDrag result = new SlackAndDrag(trace, chains);
        for (int i = 0; i < trace.size(); i++) {
            if (i == 0) {
                result.drags[0] = trace.durationNanos(0);
            } else if (trace.waiter(i) < 0) {
                result.slacks[i] = Math.max(0, trace.endNanos(0) - trace.endNanos(i));
            }
            if (!result.children.none(i)) {
                result.boundChildren(i);
            }
        }
        return result;
    }

    long slack(int span) {
        return slacks[span];
    }

    long drag(int span) {
        return drags[span];
    }

    /** By span: the span beside it that holds its drag down, or -1. */
    int[] limiters() {
        return limiters;
    }

    private void boundChildren(int parent) {
        for (int visit = chains.first(parent); visit != Chains.NONE; visit = chains.next(visit)) {
            int child = chains.span(visit);
            slacks[child] = slacks[parent];
            long length = Math.max(0, chains.until(visit) - chains.from(visit));
            drags[child] = Math.min(drags[child] + length, drags[parent]);
            limiters[child] = limiters[parent];
        }
        if (chains.hasChildrenBeside(parent)) {
            children.load(parent);
            new Beside(parent).bound();
        }
    }

    /** The children beside one parent's chain. */
    private final class Beside {
        private final int parent;
        private final int[] chain;
        private final long[] boundaries;

        Beside(int parent) {
            this.parent = parent;
            int length = 0;
            for (int visit = chains.first(parent); visit != Chains.NONE; visit = chains.next(visit)) {
                length++;
            }
            this.chain = new int[length];
            this.boundaries = new long[2 * length + 1];
            int at = 0;
            for (int visit = chains.first(parent); visit != Chains.NONE; visit = chains.next(visit)) {
                chain[at] = chains.span(visit);
                boundaries[2 * at] = chains.from(visit);
                boundaries[2 * at + 1] = Math.max(chains.from(visit), chains.until(visit));
                at++;
            }
            boundaries[2 * length] = trace.endNanos(parent);
        }

        void bound() {
            int[] beside = new int[children.size()];
            int size = 0;
            for (int i = 0; i < children.size(); i++) {
                int child = children.byStart(i);
                if (!chains.chained(child)) {
                    long end = trace.endNanos(child);
                    slacks[child] = slacks[parent] + Math.max(0, boundaries[firstFrom(end)] - end);
                    beside[size++] = child;
                }
            }
            if (drags[parent] > 0) {
                holdDown(SpanOrder.by(Arrays.copyOf(beside, size), span -> slacks[span]));
            }
        }

        /** Smallest slack first, each chain member is bounded once: a skip list of members still free keeps this linear. */
        private void holdDown(int[] besides) {
            int[] nextFree = new int[chain.length + 1];
            Arrays.setAll(nextFree, i -> i);
            for (int span : besides) {
                int member = free(nextFree, memberEndingAfter(trace.startNanos(span)));
                while (member < chain.length && boundaries[2 * member] < trace.endNanos(span)) {
                    int held = chain[member];
                    if (slacks[span] < drags[held]) {
                        drags[held] = slacks[span];
                        limiters[held] = span;
                    }
                    nextFree[member] = member + 1;
                    member = free(nextFree, member);
                }
            }
        }

        private int free(int[] nextFree, int from) {
            int at = from;
            while (nextFree[at] != at) {
                nextFree[at] = nextFree[nextFree[at]];
                at = nextFree[at];
            }
            return at;
        }

        private int memberEndingAfter(long time) {
            int low = 0;
            int high = chain.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (boundaries[2 * middle + 1] <= time) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private int firstFrom(long time) {
            int low = 0;
            int high = boundaries.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (boundaries[middle] < time) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
