package io.github.sre4j.trace.path;

import io.github.sre4j.trace.Trace;
import java.util.Arrays;

/**
 * Tells, of the spans that one span waited for, those that merely wrap others: plain code with next to nothing below it, next to a span of the
 * same service that explains the same time. Filters of reactive gateways and interceptors are reported so, and controllers by tracers that hang every
 * statement below the request. Such a span has only the time in which nothing else ran. Reused from span to span; not thread-safe.
 */
final class Wrappers {

    /** Plain code is opaque if less than this share of it was measured below it. */
    private static final double LITTLE = 0.1;
    /** A span that lies only partly in another's time explains it from this share on. */
    private static final double MOST = 0.5;

    private final Trace trace;
    private final Children children;
    private final long[] selfs;
    private final boolean[] wraps;
    private final long tolerance;

    private int[] explaining = new int[0];
    private long[] leastEndFrom = new long[0];
    private long[] unionStarts = new long[0];
    private long[] unionEnds = new long[0];
    private long[] unionBefore = new long[0];
    private int unions;

    Wrappers(Trace trace, Children children, long[] selfs, long tolerance) {
        this.trace = trace;
        this.children = children;
        this.selfs = selfs;
        this.tolerance = tolerance;
        this.wraps = new boolean[trace.size()];
    }

    /** Whether the span is a wrapper; known once its waiter was {@linkplain #find() looked at}. */
    boolean isWrapper(int span) {
        return wraps[span];
    }

    /** Looks at the loaded children, takes the time that others explain off their self time, and returns how many wrappers there are. */
    int find() {
        int size = children.size();
        int opaque = 0;
        for (int i = 0; i < size; i++) {
            opaque += isOpaque(children.byStart(i)) ? 1 : 0;
        }
        if (opaque == 0 || opaque == size) {
            return 0;
        }
        collectExplaining(size - opaque);
        int found = 0;
        for (int i = 0; i < size; i++) {
            int span = children.byStart(i);
            if (isOpaque(span)) {
                long covered = coveredUntil(trace.endNanos(span)) - coveredUntil(trace.startNanos(span));
                if (covered > 0 && (holdsOne(span) || covered >= trace.durationNanos(span) * MOST)) {
                    wraps[span] = true;
                    selfs[span] = Math.max(0, selfs[span] - covered);
                    found++;
                }
            }
        }
        return found;
    }

    private boolean isOpaque(int span) {
        return selfs[span] >= trace.durationNanos(span) * (1 - LITTLE)
                && trace.durationNanos(span) > 0
                && children.isPlainCode(span);
    }

    private void collectExplaining(int count) {
        if (explaining.length < count) {
            explaining = new int[count];
            leastEndFrom = new long[count + 1];
            unionStarts = new long[count];
            unionEnds = new long[count];
            unionBefore = new long[count + 1];
        }
        int size = 0;
        unions = 0;
        for (int i = 0; i < children.size(); i++) {
            int span = children.byStart(i);
            if (!isOpaque(span)) {
                explaining[size++] = span;
                addToUnion(trace.startNanos(span), trace.endNanos(span));
            }
        }
        long least = Long.MAX_VALUE;
        leastEndFrom[size] = least;
        for (int i = size - 1; i >= 0; i--) {
            if (trace.durationNanos(explaining[i]) > 0) {
                least = Math.min(least, trace.endNanos(explaining[i]));
            }
            leastEndFrom[i] = least;
        }
        long before = 0;
        for (int i = 0; i < unions; i++) {
            unionBefore[i] = before;
            before += unionEnds[i] - unionStarts[i];
        }
        explainingSize = size;
    }

    private int explainingSize;

    private void addToUnion(long start, long end) {
        if (unions > 0 && start <= unionEnds[unions - 1]) {
            unionEnds[unions - 1] = Math.max(unionEnds[unions - 1], end);
        } else {
            unionStarts[unions] = start;
            unionEnds[unions++] = end;
        }
    }

    /** Time before a moment in which an explaining span ran. */
    private long coveredUntil(long time) {
        int found = Arrays.binarySearch(unionStarts, 0, unions, time);
        int at = found >= 0 ? found : -found - 2;
        return at < 0 ? 0 : unionBefore[at] + Math.min(time, unionEnds[at]) - unionStarts[at];
    }

    /** Whether an explaining span lies within the span. */
    private boolean holdsOne(int span) {
        long from = trace.startNanos(span) - tolerance;
        int low = 0;
        int high = explainingSize;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (trace.startNanos(explaining[middle]) < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return leastEndFrom[low] <= trace.endNanos(span) + tolerance;
    }

    /**
     * The wrappers among the loaded children as disjoint pieces of time in order: {@code [span, from, to]} each. Where several overlap, the one that
     * began last counts: it is the innermost.
     */
    long[] pieces(int count) {
        long[] pieces = new long[3 * (2 * count)];
        int size = 0;
        int[] open = new int[count];
        int depth = 0;
        long cursor = Long.MIN_VALUE;
        for (int i = 0; i <= children.size(); i++) {
            boolean last = i == children.size();
            if (!last && !wraps[children.byStart(i)]) {
                continue;
            }
            long start = last ? Long.MAX_VALUE : trace.startNanos(children.byStart(i));
            while (depth > 0 && (trace.endNanos(open[depth - 1]) <= start)) {
                size = add(pieces, size, open[--depth], cursor, trace.endNanos(open[depth]));
                cursor = Math.max(cursor, trace.endNanos(open[depth]));
            }
            if (!last) {
                if (depth > 0) {
                    size = add(pieces, size, open[depth - 1], cursor, start);
                }
                cursor = Math.max(cursor, start);
                open[depth++] = children.byStart(i);
            }
        }
        return Arrays.copyOf(pieces, size);
    }

    private static int add(long[] pieces, int size, int span, long from, long to) {
        if (to <= from) {
            return size;
        }
        pieces[size] = span;
        pieces[size + 1] = from;
        pieces[size + 2] = to;
        return size + 3;
    }
}
