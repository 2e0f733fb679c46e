package io.github.sre4j.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Puts spans into an order that does not depend on the order they came in: by start, then the longer, then by identity. */
final class CanonicalOrder {

    private static final Comparator<Span> ORDER = Comparator.comparingLong(Span::startNanos)
            .thenComparing(Comparator.comparingLong(Span::durationNanos).reversed())
            .thenComparing(Span::id)
            .thenComparing(Span::kind)
            .thenComparing(Span::service)
            .thenComparing(Span::name)
            .thenComparing(Span::toString);

    private CanonicalOrder() {}

    static List<Span> of(List<Span> spans) {
        int size = spans.size();
        if (size < 2) {
            return spans;
        }
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (Span span : spans) {
            min = Math.min(min, span.startNanos());
            max = Math.max(max, span.startNanos());
        }
        int indexBits = 32 - Integer.numberOfLeadingZeros(size);
        long range = max - min;
        if (range < 0 || Long.numberOfLeadingZeros(range) <= indexBits) {
            List<Span> sorted = new ArrayList<>(spans);
            sorted.sort(ORDER);
            return sorted;
        }
        return byPackedKeys(spans, min, indexBits);
    }

    /** Start and index packed into one long each: sorting longs is several times faster than sorting by comparator. */
    private static List<Span> byPackedKeys(List<Span> spans, long min, int indexBits) {
        long[] keys = new long[spans.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ((spans.get(i).startNanos() - min) << indexBits) | i;
        }
        Arrays.sort(keys);
        Span[] sorted = new Span[keys.length];
        long indexMask = (1L << indexBits) - 1;
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = spans.get((int) (keys[i] & indexMask));
        }
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i].startNanos() != sorted[from].startNanos()) {
                if (i - from > 1) {
                    Arrays.sort(sorted, from, i, ORDER);
                }
                from = i;
            }
        }
        return Arrays.asList(sorted);
    }
}
