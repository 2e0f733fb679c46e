package io.github.sre4j.trace;

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

    static Span[] of(List<Span> spans) {
        Span[] unordered = spans.toArray(Span[]::new);
        if (unordered.length < 2) {
            return unordered;
        }
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (Span span : unordered) {
            min = Math.min(min, span.startNanos());
            max = Math.max(max, span.startNanos());
        }
        int indexBits = 32 - Integer.numberOfLeadingZeros(unordered.length);
        long range = max - min;
        if (range < 0 || Long.numberOfLeadingZeros(range) <= indexBits) {
            Arrays.sort(unordered, ORDER);
            return unordered;
        }
        return byPackedKeys(unordered, min, indexBits);
    }

    /** Start and index packed into one long each: sorting longs is several times faster than sorting by comparator. */
    private static Span[] byPackedKeys(Span[] spans, long min, int indexBits) {
        long[] keys = new long[spans.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ((spans[i].startNanos() - min) << indexBits) | i;
        }
        Arrays.sort(keys);
        Span[] sorted = new Span[keys.length];
        long indexMask = (1L << indexBits) - 1;
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = spans[(int) (keys[i] & indexMask)];
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
        return sorted;
    }
}
