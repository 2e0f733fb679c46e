package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.call.CallShape;
import io.github.sre4j.trace.path.PathResult;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A trace as detectors see it: its path, and its calls sorted out once for all of them. Not thread-safe. */
public final class Observed {

    private final Trace trace;
    private final PathResult path;
    private final CallShape shapes;
    private final @Nullable String[] shapeOf;
    private final SpanList queries = new SpanList();
    private final SpanList cacheReads = new SpanList();
    private final SpanList httpCalls = new SpanList();
    private final SpanList waits = new SpanList();
    private final SpanList transactions = new SpanList();

    /**
     * Sorts the calls out.
     *
     * @param trace a cleaned trace
     * @param path its path
     * @param shapes compares calls
     */
    public Observed(Trace trace, PathResult path, CallShape shapes) {
        this.trace = trace;
        this.path = path;
        this.shapes = shapes;
        this.shapeOf = new String[trace.size()];
        for (int i = 0; i < trace.size(); i++) {
            sort(i, trace.span(i));
        }
    }

    private void sort(int i, Span span) {
        SpanCategory category = span.category();
        switch (category) {
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
        return queries.toArray();
    }

    /** Commands to caches, in depth-first order. */
    int[] cacheReads() {
        return cacheReads.toArray();
    }

    /** The caller's side of HTTP calls, in depth-first order. */
    int[] httpCalls() {
        return httpCalls.toArray();
    }

    /** Waiting for connections and locks. */
    int[] waits() {
        return waits.toArray();
    }

    /** Spans that open, close or span database transactions. */
    int[] transactions() {
        return transactions.toArray();
    }

    /** The shape of a span's call. */
    String shape(int i) {
        String shape = shapeOf[i];
        if (shape == null) {
            shape = shapes.of(trace.span(i));
            shapeOf[i] = shape;
        }
        return shape;
    }

    /** Indexes by start, then by index. */
    int[] byStart(int[] spans) {
        boolean sorted = true;
        for (int i = 1; i < spans.length && sorted; i++) {
            sorted = trace.startNanos(spans[i - 1]) <= trace.startNanos(spans[i]);
        }
        return sorted
                ? spans
                : Arrays.stream(spans)
                        .boxed()
                        .sorted((one, other) -> Long.compare(trace.startNanos(one), trace.startNanos(other)))
                        .mapToInt(Integer::intValue)
                        .toArray();
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
        return Arrays.stream(spans).mapToLong(this::duration).max().orElse(0);
    }

    /** Most spans that ran at once; touching ends do not count. */
    int maxInFlight(int[] spans) {
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

    /** The nearest span at or above that names the application's work: the handler, or the entry. */
    int handler(int span) {
        int at = trace.parent(span);
        while (at > 0 && trace.span(at).code() == null && !trace.span(at).entryPoint()) {
            at = trace.parent(at);
        }
        return at;
    }
}
