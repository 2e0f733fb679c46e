package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One statement that took long, for itself and beside the others on its table. The plan is not in a trace: {@code unknown}.
 *
 * @param minNanos shorter is not slow; 200 ms, between the 47 ms of a usual one and the 500 ms from which New Relic's agent explains
 * @param timesMedian beside others on the same table it must take this many times their median; 5
 * @param targetNanos what a statement should take where there is nothing to compare with; 50 ms
 */
record SlowQuery(long minNanos, double timesMedian, long targetNanos) implements Detector {

    /** With the thresholds named above. */
    public static final SlowQuery DEFAULT = new SlowQuery(200_000_000, 5, 50_000_000);

    @Override
    public List<Finding> find(DetectionContext seen) {
        Map<String, SpanList> slowByShape = new LinkedHashMap<>();
        for (int query : seen.queries()) {
            if (seen.duration(query) >= minNanos) {
                slowByShape
                        .computeIfAbsent(seen.shape(query), any -> new SpanList())
                        .add(query);
            }
        }
        List<Finding> found = new ArrayList<>();
        slowByShape.forEach((shape, spans) -> {
            long median = medianOfOthers(seen, shape, spans.toArray());
            int[] slow = Arrays.stream(spans.toArray())
                    .filter(span -> seen.duration(span) >= timesMedian * median)
                    .toArray();
            if (slow.length > 0) {
                found.add(finding(seen, shape, slow, median));
            }
        });
        return found;
    }

    private Finding finding(DetectionContext seen, String shape, int[] slow, long median) {
        long target = Math.max(median, targetNanos);
        long saving = Arrays.stream(slow)
                .mapToLong(span -> Math.max(0, seen.duration(span) - target))
                .sum();
        Statement statement = seen.span(slow[0]).statement();
        return new FindingBuilder(seen, FindingKind.SLOW_QUERY, slow)
                .about(shape)
                .guessedIf(statement == null || statement.text() == null || statement.truncated())
                .number(Evidence.Key.LONGEST_NANOS, seen.longest(slow))
                .number(Evidence.Key.MEDIAN_NANOS, median)
                .text(Evidence.Key.PLAN, "unknown")
                .span(Evidence.Key.HANDLER, seen.handler(slow[0]))
                .saves(saving)
                .matters(minNanos)
                .finding();
    }

    /** The median of statements of other shapes on the same table, or 0 if there are none. */
    private static long medianOfOthers(DetectionContext seen, String shape, int[] slow) {
        String table = table(seen.span(slow[0]).statement());
        if (table == null) {
            return 0;
        }
        long[] others = Arrays.stream(seen.queries())
                .filter(query -> !seen.shape(query).equals(shape))
                .filter(query -> Objects.equals(table, table(seen.span(query).statement())))
                .mapToLong(seen::duration)
                .sorted()
                .toArray();
        return others.length == 0 ? 0 : others[others.length / 2];
    }

    private static @Nullable String table(@Nullable Statement statement) {
        return statement == null ? null : statement.collection();
    }
}
