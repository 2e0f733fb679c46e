package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.SpanOrder;
import java.util.HashMap;
import java.util.Map;

/** Finds the read that a service made last before a moment, in O(log n). Not thread-safe. */
final class ReadsBefore {

    private static final int NONE = -1;

    private final DetectionContext seen;
    private final Map<String, Reads> byService = new HashMap<>();

    ReadsBefore(DetectionContext seen) {
        this.seen = seen;
        Map<String, SpanList> spans = new HashMap<>();
        for (int query : seen.queries()) {
            if (seen.readsOnly(query)) {
                spans.computeIfAbsent(seen.span(query).service(), any -> new SpanList())
                        .add(query);
            }
        }
        spans.forEach((service, reads) -> byService.put(service, new Reads(seen, reads.toArray())));
    }

    /** The last read of the span's service that ended before it began and is of another shape, or -1. */
    int otherThan(int span) {
        Reads reads = byService.get(seen.span(span).service());
        return reads == null ? NONE : reads.before(seen.trace().startNanos(span), seen.shapeNumber(span));
    }

    /** The reads of one service by end, and for each the last one before it that is of another shape. */
    private static final class Reads {
        private final DetectionContext seen;
        private final int[] byEnd;
        private final int[] otherBefore;

        private Reads(DetectionContext seen, int[] reads) {
            this.seen = seen;
            this.byEnd = SpanOrder.by(reads, seen.trace()::endNanos);
            this.otherBefore = new int[byEnd.length];
            for (int i = 0; i < byEnd.length; i++) {
                boolean same = i > 0 && seen.shapeNumber(byEnd[i - 1]) == seen.shapeNumber(byEnd[i]);
                otherBefore[i] = same ? otherBefore[i - 1] : i - 1;
            }
        }

        private int before(long moment, int shape) {
            int low = 0;
            int high = byEnd.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (seen.trace().endNanos(byEnd[middle]) <= moment) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            int last = low - 1;
            if (last >= 0 && seen.shapeNumber(byEnd[last]) == shape) {
                last = otherBefore[last];
            }
            return last < 0 ? NONE : byEnd[last];
        }
    }
}
