package io.github.sre4j.trace;

import java.util.Arrays;

/** Finds spans by id: an open-addressing table of ints with their hashes, with a chain for spans that share an id. */
final class SpanIndex {

    private final Span[] spans;
    private final int[] table;
    private final int[] hashes;
    private final int[] nextOfSameId;
    private final int[] lastOfSameId;
    private final int mask;

    SpanIndex(Span[] spans) {
        this.spans = spans;
        int capacity = Integer.highestOneBit(Math.max(8, spans.length)) * 4;
        this.table = new int[capacity];
        this.hashes = new int[capacity];
        this.mask = capacity - 1;
        this.nextOfSameId = new int[spans.length];
        this.lastOfSameId = new int[spans.length];
        Arrays.fill(nextOfSameId, -1);
    }

    /** All spans, by id. */
    static SpanIndex of(Span[] spans) {
        SpanIndex index = new SpanIndex(spans);
        for (int i = 0; i < spans.length; i++) {
            index.add(i);
        }
        return index;
    }

    /** The spans, also those that were not added. */
    Span[] spans() {
        return spans;
    }

    /** The first span with this id, or -1. */
    int first(String id) {
        return table[slot(id, hash(id))] - 1;
    }

    /** The next span with the same id as this one, or -1. */
    int next(int span) {
        return nextOfSameId[span];
    }

    /** Adds the span, behind those of the same id. Returns the first of them, or -1 if it is alone. */
    int add(int span) {
        String id = spans[span].id();
        int hash = hash(id);
        int slot = slot(id, hash);
        if (table[slot] == 0) {
            table[slot] = span + 1;
            hashes[slot] = hash;
            lastOfSameId[span] = span;
            return -1;
        }
        int head = table[slot] - 1;
        nextOfSameId[lastOfSameId[head]] = span;
        lastOfSameId[head] = span;
        return head;
    }

    private static int hash(String id) {
        int hash = id.hashCode();
        return (hash ^ (hash >>> 15)) * 0x9E3779B9;
    }

    private int slot(String id, int hash) {
        int slot = (hash >>> 7) & mask;
        while (table[slot] != 0
                && (hashes[slot] != hash || !spans[table[slot] - 1].id().equals(id))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
