package io.github.sre4j.trace.detect;

import java.util.Arrays;

/** A growing list of indexes. Not thread-safe. */
final class SpanList {

    private static final int[] NONE = {};

    private int[] spans = NONE;
    private int size;

    void add(int span) {
        if (size == spans.length) {
            spans = Arrays.copyOf(spans, Math.max(8, size * 2));
        }
        spans[size++] = span;
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return size == 0 ? NONE : Arrays.copyOf(spans, size);
    }
}
