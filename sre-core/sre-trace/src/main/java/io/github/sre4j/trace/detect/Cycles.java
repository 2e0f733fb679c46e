package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.call.StatementScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Merges groups that take turns into cycles: as often (give or take one) under the same ancestor, one after another. */
final class Cycles {

    private final DetectionContext seen;
    private final int minRuns;
    private final int maxLength;

    Cycles(DetectionContext seen, int minRuns, int maxLength) {
        this.seen = seen;
        this.minRuns = minRuns;
        this.maxLength = maxLength;
    }

    /** Lists of groups: of one for plain repeats, of several for cycles in the order in which they take turns. */
    List<List<CallGroup>> of(List<CallGroup> groups) {
        List<CallGroup> sorted = new ArrayList<>(groups);
        sorted.sort(Comparator.comparingInt(CallGroup::ancestor)
                .thenComparingLong(group -> seen.trace().startNanos(group.spans()[0])));
        List<List<CallGroup>> merged = new ArrayList<>();
        for (CallGroup group : sorted) {
            List<CallGroup> last = merged.isEmpty() ? List.of() : merged.get(merged.size() - 1);
            if (!last.isEmpty()
                    && last.size() < maxLength
                    && isAboutOneRow(group)
                    && takesTurns(last.get(last.size() - 1), group)) {
                last.add(group);
            } else {
                List<CallGroup> alone = new ArrayList<>();
                alone.add(group);
                merged.add(alone);
            }
        }
        return merged;
    }

    /** Chunks, pages and batches take turns because that is how they were meant. */
    private boolean isAboutOneRow(CallGroup group) {
        return seen.scope(group.spans()[0]) == StatementScope.Kind.READ;
    }

    private boolean takesTurns(CallGroup one, CallGroup other) {
        int runs = Math.min(one.spans().length, other.spans().length);
        if (one.ancestor() != other.ancestor()
                || runs < minRuns
                || Math.abs(one.spans().length - other.spans().length) > 1) {
            return false;
        }
        if (!isAboutOneRow(one) || !isAboutOneRow(other)) {
            return false;
        }
        for (int i = 0; i < runs; i++) {
            long start = seen.trace().startNanos(other.spans()[i]);
            boolean after = seen.trace().startNanos(one.spans()[i]) <= start;
            boolean beforeNext =
                    i + 1 >= one.spans().length || start <= seen.trace().startNanos(one.spans()[i + 1]);
            if (!after || !beforeNext) {
                return false;
            }
        }
        return true;
    }
}
