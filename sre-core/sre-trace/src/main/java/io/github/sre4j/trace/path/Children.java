package io.github.sre4j.trace.path;

import io.github.sre4j.trace.SpanOrder;
import io.github.sre4j.trace.Trace;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** The children one span waited for, by start and by end. Reused from span to span to spare memory; not thread-safe. */
final class Children {

    private final Trace trace;
    private int[] byStart = new int[16];
    private int[] byEnd = byStart;
    private int size;
    private boolean assumedAsynchronous;

    Children(Trace trace) {
        this.trace = trace;
    }

    /** Loads the children of a span; those it did not wait for are left out. */
    void load(int parent) {
        size = 0;
        assumedAsynchronous = false;
        boolean startsSorted = true;
        boolean endsSorted = true;
        int end = trace.subtreeEnd(parent);
        int before = -1;
        for (int child = parent + 1; child < end; child = trace.subtreeEnd(child)) {
            if (trace.asynchronous(child)) {
                assumedAsynchronous |= trace.asynchronousAssumed(child);
                continue;
            }
            if (before >= 0) {
                startsSorted &= trace.startNanos(before) <= trace.startNanos(child);
                endsSorted &= trace.endNanos(before) <= trace.endNanos(child);
            }
            if (size == byStart.length) {
                byStart = Arrays.copyOf(byStart, size * 2);
            }
            byStart[size++] = child;
            before = child;
        }
        if (!startsSorted) {
            sort(byStart, trace::startNanos);
        }
        byEnd = byStart;
        if (!endsSorted) {
            byEnd = Arrays.copyOf(byStart, size);
            sort(byEnd, trace::endNanos);
        }
    }

    private void sort(int[] spans, IntToLongFunction time) {
        int[] sorted = SpanOrder.by(Arrays.copyOf(spans, size), time);
        System.arraycopy(sorted, 0, spans, 0, size);
    }

    int size() {
        return size;
    }

    /** Whether a child was left out from its times alone. */
    boolean assumedAsynchronous() {
        return assumedAsynchronous;
    }

    int byStart(int position) {
        return byStart[position];
    }

    int byEnd(int position) {
        return byEnd[position];
    }

    /** Wall-clock time in which at least one child ran, overlaps once. */
    long unionNanos() {
        long union = 0;
        long covered = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            long start = Math.max(covered, trace.startNanos(byStart[i]));
            long end = trace.endNanos(byStart[i]);
            if (end > start) {
                union += end - start;
                covered = end;
            }
        }
        return union;
    }
}
