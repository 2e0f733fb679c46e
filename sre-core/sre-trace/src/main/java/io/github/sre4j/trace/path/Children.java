package io.github.sre4j.trace.path;

import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.SpanOrder;
import io.github.sre4j.trace.Trace;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** The spans one span waited for, by start and by end. Reused from span to span to spare memory; not thread-safe. */
final class Children {

    private static final int NONE = -1;

    private final Trace trace;
    /** By span: the first span it waited for, in order of index; then by span: the next one of the same waiter. */
    private final int[] firsts;

    private final int[] nexts;
    private int[] byStart = new int[16];
    private int[] byEnd = byStart;
    private int size;

    Children(Trace trace) {
        this.trace = trace;
        this.firsts = new int[trace.size()];
        this.nexts = new int[trace.size()];
        Arrays.fill(firsts, NONE);
        for (int i = trace.size() - 1; i > 0; i--) {
            int waiter = trace.waiter(i);
            if (waiter >= 0) {
                nexts[i] = firsts[waiter];
                firsts[waiter] = i;
            }
        }
    }

    /** Whether the span waited for no other. */
    boolean none(int span) {
        return firsts[span] == NONE;
    }

    /** Loads the spans that a span waited for. */
    void load(int waiter) {
        size = 0;
        boolean startsSorted = true;
        boolean endsSorted = true;
        int before = NONE;
        for (int child = firsts[waiter]; child != NONE; child = nexts[child]) {
            if (before != NONE) {
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

    int byStart(int position) {
        return byStart[position];
    }

    int byEnd(int position) {
        return byEnd[position];
    }

    /** Wall-clock time in which at least one of them ran, overlaps once. */
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

    /** Whether the span is code of its waiter's service, as opposed to a call: its own time explains nothing that runs at the same time. */
    boolean isPlainCode(int span) {
        int waiter = trace.waiter(span);
        return trace.span(span).category() == SpanCategory.OTHER
                && trace.span(span).kind() == SpanKind.INTERNAL
                && !trace.span(span).entryPoint()
                && trace.span(span).service().equals(trace.span(waiter).service());
    }
}
