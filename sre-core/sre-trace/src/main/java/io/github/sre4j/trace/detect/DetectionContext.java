package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.SpanOrder;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.call.CallShape;
import io.github.sre4j.trace.call.StatementScope;
import io.github.sre4j.trace.error.ApplicationCode;
import io.github.sre4j.trace.path.PathResult;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trace as detectors see it: its path, and its calls sorted out once for all of them. Not thread-safe. */
public final class DetectionContext {

    private final Trace trace;
    private final PathResult path;
    private final Shapes shapes;
    private final int[] queries;
    private final int[] cacheReads;
    private final int[] httpCalls;
    private final int[] waits;
    private final int[] transactions;
    private final BitSet named = new BitSet();
    private @Nullable ReadsBefore readsBefore;
    private @Nullable List<int[]> tries;

    /**
     * Sorts the calls out.
     *
     * @param trace a cleaned trace
     * @param path its path
     * @param shapes compares calls
     */
    public DetectionContext(Trace trace, PathResult path, CallShape shapes) {
        this.trace = trace;
        this.path = path;
        this.shapes = new Shapes(trace, shapes);
        Sorted sorted = new Sorted();
        for (int i = 0; i < trace.size(); i++) {
            sorted.add(i, trace.span(i));
        }
        this.queries = sorted.queries.toArray();
        this.cacheReads = sorted.cacheReads.toArray();
        this.httpCalls = sorted.httpCalls.toArray();
        this.waits = sorted.waits.toArray();
        this.transactions = sorted.transactions.toArray();
    }

    /** Calls by what they are, each in depth-first order. */
    private static final class Sorted {
        private final SpanList queries = new SpanList();
        private final SpanList cacheReads = new SpanList();
        private final SpanList httpCalls = new SpanList();
        private final SpanList waits = new SpanList();
        private final SpanList transactions = new SpanList();

        private void add(int i, Span span) {
            switch (span.category()) {
                case DATABASE -> queries.add(i);
                case CACHE -> cacheReads.add(i);
                case CONNECTION, LOCK -> waits.add(i);
                case TRANSACTION -> transactions.add(i);
                case HTTP -> {
                    if (span.kind() == SpanKind.CLIENT) {
                        httpCalls.add(i);
                    }
                }
                case MESSAGING, OTHER -> {}
            }
        }
    }

    Trace trace() {
        return trace;
    }

    PathResult path() {
        return path;
    }

    Span span(int i) {
        return trace.span(i);
    }

    long duration(int i) {
        return trace.durationNanos(i);
    }

    /** Statements, in depth-first order. */
    int[] queries() {
        return queries;
    }

    /** Commands to caches, in depth-first order. */
    int[] cacheReads() {
        return cacheReads;
    }

    /** The caller's side of HTTP calls, in depth-first order. */
    int[] httpCalls() {
        return httpCalls;
    }

    /** Waiting for connections and locks. */
    int[] waits() {
        return waits;
    }

    /** Spans that open, close or span database transactions. */
    int[] transactions() {
        return transactions;
    }

    /** The shape of a span's call. */
    String shape(int i) {
        return shapes.text(i);
    }

    /** A number for the shape of a span's call, the same for the same shape. */
    int shapeNumber(int i) {
        return shapes.number(i);
    }

    /** How many shapes the calls have. */
    int distinctShapes(int[] spans) {
        return shapes.distinct(spans);
    }

    /** In how many ways the values of statements differ, or 0 if values were taken out, so that nobody can tell. */
    int distinctValues(int[] spans) {
        return shapes.distinctValues(spans);
    }

    /** Whether a span's statement reads and does nothing else. */
    boolean readsOnly(int i) {
        return shapes.readsOnly(i);
    }

    /** What a span's statement does, as the first of its shape tells. */
    StatementScope.Kind scope(int i) {
        return shapes.scope(i);
    }

    /** The last read of another shape that the span's service made before the span began, or -1. */
    int readBefore(int i) {
        if (readsBefore == null) {
            readsBefore = new ReadsBefore(this);
        }
        return readsBefore.otherThan(i);
    }

    /** Calls of one target under one parent, one after another; see {@link AttemptGroups}. */
    List<int[]> tries() {
        if (tries == null) {
            tries = AttemptGroups.of(this);
        }
        return tries;
    }

    /** Remembers that a finding names these spans. */
    void name(int[] spans) {
        for (int span : spans) {
            named.set(span);
        }
    }

    /** Whether a finding names the span. */
    boolean named(int span) {
        return named.get(span);
    }

    /** Indexes by start, then by index. */
    int[] byStart(int[] spans) {
        return SpanOrder.by(spans, trace::startNanos);
    }

    /** Wall-clock time in which at least one of the spans ran. */
    long union(int[] spans) {
        long union = 0;
        long covered = Long.MIN_VALUE;
        for (int span : byStart(spans)) {
            long from = Math.max(covered, trace.startNanos(span));
            if (trace.endNanos(span) > from) {
                union += trace.endNanos(span) - from;
                covered = trace.endNanos(span);
            }
        }
        return union;
    }

    /** The longest single span. */
    long longest(int[] spans) {
        long longest = 0;
        for (int span : spans) {
            longest = Math.max(longest, duration(span));
        }
        return longest;
    }

    /** Most spans that ran at once; touching ends do not count. */
    int maxInFlight(int[] spans) {
        if (oneAfterAnother(spans)) {
            return Math.min(1, spans.length);
        }
        long[] starts =
                Arrays.stream(spans).mapToLong(trace::startNanos).sorted().toArray();
        long[] ends = Arrays.stream(spans).mapToLong(trace::endNanos).sorted().toArray();
        int most = 0;
        int done = 0;
        for (int i = 0; i < starts.length; i++) {
            while (done < ends.length && ends[done] <= starts[i]) {
                done++;
            }
            most = Math.max(most, i + 1 - done);
        }
        return most;
    }

    private boolean oneAfterAnother(int[] spans) {
        for (int i = 1; i < spans.length; i++) {
            if (trace.startNanos(spans[i]) < trace.endNanos(spans[i - 1])) {
                return false;
            }
        }
        return true;
    }

    /** The span above as far as waiting goes: the one that waited for the span, else its parent. */
    int above(int span) {
        int waiter = trace.waiter(span);
        return waiter >= 0 ? waiter : trace.parent(span);
    }

    /** The nearest span above that is code of the application: the handler; else the entry of its service. */
    int handler(int span) {
        int at = trace.parent(span);
        int named = -1;
        while (at > 0 && !trace.span(at).entryPoint()) {
            CodeLocation code = trace.span(at).code();
            if (code != null) {
                if (ApplicationCode.DEFAULT.contains(code.className())) {
                    return at;
                }
                named = named < 0 ? at : named;
            }
            at = trace.parent(at);
        }
        return named >= 0 ? named : at;
    }
}
