package io.github.sre4j.trace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToLongFunction;

/** Puts indexes of spans in order, without an object for each; most often they already are in order. */
public final class SpanOrder {

    private SpanOrder() {}

    /**
     * The spans by a time or number, those with the same one as they came.
     *
     * @param spans indexes
     * @param key what to sort by
     * @return the array itself if it is in order, else another one
     */
    public static int[] by(int[] spans, IntToLongFunction key) {
        if (spans.length < 2) {
            return spans;
        }
        boolean sorted = true;
        long before = key.applyAsLong(spans[0]);
        long min = before;
        long max = before;
        for (int i = 1; i < spans.length; i++) {
            long at = key.applyAsLong(spans[i]);
            sorted &= before <= at;
            min = Math.min(min, at);
            max = Math.max(max, at);
            before = at;
        }
        return sorted ? spans : sorted(spans, key, min, max);
    }

    private static int[] sorted(int[] spans, IntToLongFunction key, long min, long max) {
        int positionBits = 32 - Integer.numberOfLeadingZeros(spans.length);
        long range = max - min;
        boolean fits = range >= 0 && Long.numberOfLeadingZeros(range) > positionBits;
        return fits ? byPackedKeys(spans, key, min, positionBits) : boxed(spans, key);
    }

    /** Key and position packed into one long each: sorting longs is several times faster than sorting by comparator. */
    private static int[] byPackedKeys(int[] spans, IntToLongFunction key, long min, int positionBits) {
        long[] packed = new long[spans.length];
        for (int i = 0; i < spans.length; i++) {
            packed[i] = ((key.applyAsLong(spans[i]) - min) << positionBits) | i;
        }
        Arrays.sort(packed);
        int[] ordered = new int[spans.length];
        long positions = (1L << positionBits) - 1;
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = spans[(int) (packed[i] & positions)];
        }
        return ordered;
    }

    private static int[] boxed(int[] spans, IntToLongFunction key) {
        return Arrays.stream(spans)
                .boxed()
                .sorted(Comparator.comparingLong(key::applyAsLong))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
