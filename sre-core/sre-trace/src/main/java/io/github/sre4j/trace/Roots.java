package io.github.sre4j.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Chooses the main root and finds a place for spans whose parent is missing.
 *
 * <p>An orphan is hung below the span that took its transaction's request, if that is here, else below the main root, where its
 * time fits. Without any root the orphan that covers all others becomes the root; if none does, a stand-in is put over them.
 */
final class Roots {

    private static final String STAND_IN_NAME = "(missing)";

    private Span[] spans;
    private final int[] parents;
    private final boolean[] assumed;
    private final long slackNanos;
    private final NoteCollector notes;

    Roots(Span[] spans, int[] parents, long slackNanos, NoteCollector notes) {
        this.spans = spans;
        this.parents = Arrays.copyOf(parents, parents.length + 1);
        this.assumed = new boolean[parents.length + 1];
        this.slackNanos = slackNanos;
        this.notes = notes;
    }

    /**
     * What was decided.
     *
     * @param spans the spans, with a stand-in at the end if one was needed
     * @param parents by span; below zero for roots
     * @param assumed whether the parent was chosen here
     * @param main the main root
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    record Plan(Span[] spans, int[] parents, boolean[] assumed, int main) {}

    Plan plan() {
        List<Integer> roots = new ArrayList<>();
        List<Integer> orphans = new ArrayList<>();
        for (int i = 0; i < spans.length; i++) {
            if (parents[i] == ParentLinks.ROOT) {
                roots.add(i);
            } else if (parents[i] == ParentLinks.ORPHAN) {
                orphans.add(i);
            }
        }
        int lost = hangBelowTheirTransaction(orphans);
        int main = roots.isEmpty() ? mainAmong(orphans) : best(roots);
        lost += hangBelow(main, orphans);
        notes.count(TraceNote.Kind.ORPHANS, lost);
        noteOtherRoots(main);
        return new Plan(spans, parents, assumed, main);
    }

    private int hangBelowTheirTransaction(List<Integer> orphans) {
        if (orphans.isEmpty()) {
            return 0;
        }
        Map<String, Integer> entries = new HashMap<>();
        for (int i = 0; i < spans.length; i++) {
            String transaction = spans[i].transactionId();
            if (transaction != null && spans[i].entryPoint()) {
                entries.putIfAbsent(transaction, i);
            }
        }
        int before = orphans.size();
        orphans.removeIf(orphan -> {
            String transaction = spans[orphan].transactionId();
            Integer entry = transaction == null ? null : entries.get(transaction);
            return entry != null && !spans[orphan].entryPoint() && covers(entry, orphan) && hang(orphan, entry);
        });
        return before - orphans.size();
    }

    private boolean hang(int orphan, int parent) {
        for (int above = parent; above >= 0; above = parents[above]) {
            if (above == orphan) {
                return false;
            }
        }
        parents[orphan] = parent;
        assumed[orphan] = true;
        return true;
    }

    private int hangBelow(int main, List<Integer> orphans) {
        int lost = 0;
        for (int orphan : orphans) {
            if (orphan != main) {
                boolean fits = spans[main].standIn() || covers(main, orphan);
                lost++;
                if (fits) {
                    hang(orphan, main);
                }
            }
        }
        return lost;
    }

    /** The main root where no span is one: the orphan that covers all others, else a stand-in above them. */
    private int mainAmong(List<Integer> orphans) {
        int widest = best(orphans);
        boolean coversAll = orphans.stream().allMatch(orphan -> covers(widest, orphan));
        if (coversAll) {
            String parentId = spans[widest].parentId();
            notes.add(TraceNote.Kind.CALLER_NOT_SEEN, parentId == null ? "" : parentId);
            return widest;
        }
        Span first = spans[orphans.get(0)];
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        boolean oneParent = true;
        for (int orphan : orphans) {
            Span span = spans[orphan];
            start = Math.min(start, span.startNanos());
            end = Math.max(end, span.startNanos() + Math.max(0, span.durationNanos()));
            oneParent &= Objects.equals(span.parentId(), first.parentId());
        }
        String parentId = first.parentId();
        String id = oneParent && parentId != null ? parentId : "missing-root";
        notes.add(TraceNote.Kind.ROOT_MISSING, id);
        int standIn = spans.length;
        spans = Arrays.copyOf(spans, standIn + 1);
        spans[standIn] = Span.builder(id, "?", STAND_IN_NAME)
                .at(start, end - start)
                .standIn(true)
                .build();
        parents[standIn] = ParentLinks.ROOT;
        return standIn;
    }

    /** Entry points first, then the longest, then the first in canonical order. */
    private int best(List<Integer> candidates) {
        int best = candidates.get(0);
        for (int candidate : candidates) {
            Span one = spans[candidate];
            Span other = spans[best];
            boolean better = one.entryPoint() == other.entryPoint()
                    ? one.durationNanos() > other.durationNanos()
                    : one.entryPoint();
            best = better ? candidate : best;
        }
        return best;
    }

    private boolean covers(int outer, int inner) {
        Span one = spans[outer];
        Span other = spans[inner];
        return other.startNanos() >= one.startNanos() - slackNanos
                && other.startNanos() + other.durationNanos() <= one.startNanos() + one.durationNanos() + slackNanos;
    }

    private void noteOtherRoots(int main) {
        for (int i = 0; i < spans.length; i++) {
            if (parents[i] < 0 && i != main) {
                notes.add(TraceNote.Kind.SEVERAL_ROOTS, spans[i].id());
            }
        }
    }
}
