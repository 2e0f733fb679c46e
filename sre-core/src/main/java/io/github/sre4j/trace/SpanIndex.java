package io.github.sre4j.trace;

import java.util.Arrays;
import java.util.List;

/** Finds spans by id: an open-addressing table of ints, with a chain for spans that share an id. */
final class SpanIndex {

    private final List<Span> spans;
    private final int[] table;
    private final int[] nextOfSameId;
    private final int[] lastOfSameId;
    private final int mask;

    SpanIndex(List<Span> spans) {
        this.spans = spans;
        int capacity = Integer.highestOneBit(Math.max(8, spans.size() * 2)) * 2;
        this.table = new int[capacity];
        this.mask = capacity - 1;
        this.nextOfSameId = new int[spans.size()];
        this.lastOfSameId = new int[spans.size()];
        Arrays.fill(nextOfSameId, -1);
    }

    /** The first span with this id, or -1. */
    int first(String id) {
        return table[slot(id)] - 1;
    }

    /** The next span with the same id as this one, or -1. */
    int next(int span) {
        return nextOfSameId[span];
    }

    /** Adds the span, behind those of the same id. */
    void add(int span) {
        int slot = slot(spans.get(span).id());
        if (table[slot] == 0) {
            table[slot] = span + 1;
            lastOfSameId[span] = span;
            return;
        }
        int head = table[slot] - 1;
        nextOfSameId[lastOfSameId[head]] = span;
        lastOfSameId[head] = span;
    }

    private int slot(String id) {
        int hash = id.hashCode();
        int slot = (((hash ^ (hash >>> 15)) * 0x9E3779B9) >>> 7) & mask;
        while (table[slot] != 0 && !spans.get(table[slot] - 1).id().equals(id)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
