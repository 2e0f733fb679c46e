package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Statement;
import io.github.sre4j.trace.call.StatementScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The same statement, differing in values alone, again and again (N+1), and statements that take turns (M·N+1). A batch or join
 * costs about one of them.
 *
 * @param minRepeats fewer are normal; 5 as in Sentry and as AppMap warns above
 * @param minRuns how often a cycle must run; 3 as in Sentry
 * @param maxCycle statements of a cycle at most; 8 as in Sentry
 * @param minNanos less wall-clock time is harmless; 50 ms as in Sentry
 * @param maxLevels how far above the repeats their common ancestor may be; 3 as in Sentry, equal depth as in AppMap
 */
record RepeatedQueries(int minRepeats, int minRuns, int maxCycle, long minNanos, int maxLevels) implements Detector {

    /** With the thresholds named above. */
    public static final RepeatedQueries DEFAULT = new RepeatedQueries(5, 3, 8, 50_000_000, 3);

    @Override
    public List<Finding> find(DetectionContext seen) {
        int[] queries = seen.queries();
        if (queries.length < Math.min(minRepeats, minRuns)) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        List<CallGroup> groups = CallGroup.ofWholeService(seen, queries, Math.min(minRepeats, minRuns), maxLevels);
        for (List<CallGroup> merged : new Cycles(seen, minRuns, maxCycle).of(groups)) {
            if (merged.size() > 1) {
                found.add(cycle(seen, merged));
            } else if (merged.get(0).spans().length >= minRepeats) {
                found.add(repeats(seen, merged.get(0)));
            }
        }
        return found;
    }

    private Finding repeats(DetectionContext seen, CallGroup group) {
        StatementScope.Kind scope = seen.scope(group.spans()[0]);
        boolean single = scope == StatementScope.Kind.READ || scope == StatementScope.Kind.WRITE;
        FindingBuilder draft = new FindingBuilder(seen, kind(scope), group.spans())
                .about(group.shape())
                .guessedIf(truncated(seen, group) || group.far())
                .span(Evidence.Key.COMMON_ANCESTOR, group.ancestor())
                .span(Evidence.Key.HANDLER, seen.handler(group.spans()[0]))
                .span(Evidence.Key.SOURCE_QUERY, seen.readBefore(group.spans()[0]))
                .number(Evidence.Key.MAX_IN_FLIGHT, seen.maxInFlight(group.spans()))
                .number(Evidence.Key.DISTINCT_VALUES, seen.distinctValues(group.spans()))
                .number(Evidence.Key.LONGEST_NANOS, seen.longest(group.spans()))
                .number(Evidence.Key.ROWS, single ? 0 : rows(seen, group));
        return draft.saves(single ? draft.union() - seen.longest(group.spans()) : 0)
                .matters(minNanos)
                .waitedFor(minNanos)
                .finding();
    }

    private static FindingKind kind(StatementScope.Kind scope) {
        return switch (scope) {
            case READ -> FindingKind.N_PLUS_ONE_QUERIES;
            case CHUNK -> FindingKind.CHUNKED_READS;
            case PAGE -> FindingKind.PAGED_READS;
            case WRITE -> FindingKind.REPEATED_WRITES;
            case BATCH -> FindingKind.BATCHED_WRITES;
        };
    }

    /** 0 if one of the statements does not tell. */
    private static long rows(DetectionContext seen, CallGroup group) {
        long rows = 0;
        for (int span : group.spans()) {
            long own = StatementScope.of(seen.span(span)).rows();
            if (own == 0) {
                return 0;
            }
            rows += own;
        }
        return rows;
    }

    private Finding cycle(DetectionContext seen, List<CallGroup> groups) {
        int[] spans = groups.stream()
                .flatMapToInt(group -> Arrays.stream(group.spans()))
                .toArray();
        long longest =
                groups.stream().mapToLong(group -> seen.longest(group.spans())).sum();
        int runs = groups.stream().mapToInt(group -> group.spans().length).min().orElse(0);
        FindingBuilder draft = new FindingBuilder(seen, FindingKind.QUERY_CYCLE, spans)
                .about(groups.get(0).shape())
                .guessedIf(groups.stream().anyMatch(group -> truncated(seen, group)))
                .span(Evidence.Key.COMMON_ANCESTOR, groups.get(0).ancestor())
                .span(Evidence.Key.HANDLER, seen.handler(spans[0]))
                .number(Evidence.Key.CYCLES, runs);
        groups.forEach(group -> draft.evidence(new Evidence(
                Evidence.Key.CYCLE_MEMBER,
                group.spans().length,
                group.shape(),
                List.of(seen.span(group.spans()[0]).id()))));
        return draft.saves(draft.union() - longest)
                .matters(minNanos)
                .waitedFor(minNanos)
                .finding();
    }

    private static boolean truncated(DetectionContext seen, CallGroup group) {
        Statement statement = seen.span(group.spans()[0]).statement();
        return statement != null && statement.truncated();
    }
}
