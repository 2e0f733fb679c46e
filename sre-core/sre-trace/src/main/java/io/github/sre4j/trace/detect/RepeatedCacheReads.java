package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads of a cache key by key, where one command could fetch them all. A class of its own: the remedy is another (multi-get,
 * pipeline, a local cache), and a cache is expected to be asked often.
 *
 * @param minRepeats fewer are normal; 5 as for statements
 * @param minNanos less wall-clock time is harmless; 20 ms, as a cache is there to be faster than a database
 * @param maxLevels how far above the repeats their common ancestor may be
 */
record RepeatedCacheReads(int minRepeats, long minNanos, int maxLevels) implements Detector {

    /** With the thresholds named above. */
    public static final RepeatedCacheReads DEFAULT = new RepeatedCacheReads(5, 20_000_000, 3);

    private static final Set<String> READS = Set.of("get", "hget", "hgetall", "exists", "lrange", "smembers", "zrange");

    @Override
    public List<Finding> find(DetectionContext seen) {
        int[] commands = seen.cacheReads();
        if (commands.length < minRepeats) {
            return List.of();
        }
        SpanList reads = new SpanList();
        for (int command : commands) {
            Statement statement = seen.span(command).statement();
            if (statement != null && statement.operation() != null && READS.contains(statement.operation())) {
                reads.add(command);
            }
        }
        List<Finding> found = new ArrayList<>();
        for (CallGroup group : CallGroup.of(seen, reads.toArray(), minRepeats, maxLevels)) {
            FindingBuilder draft = new FindingBuilder(seen, FindingKind.REPEATED_CACHE_READS, group.spans())
                    .about(group.shape())
                    .span(Evidence.Key.COMMON_ANCESTOR, group.ancestor())
                    .span(Evidence.Key.HANDLER, seen.handler(group.spans()[0]))
                    .number(Evidence.Key.MAX_IN_FLIGHT, seen.maxInFlight(group.spans()))
                    .number(Evidence.Key.LONGEST_NANOS, seen.longest(group.spans()));
            found.add(draft.saves(draft.union() - seen.longest(group.spans()))
                    .matters(minNanos)
                    .finding());
        }
        return found;
    }
}
