package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Independence;
import io.github.sre4j.trace.Independence.Reason;
import io.github.sre4j.trace.Independence.Verdict;
import io.github.sre4j.trace.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Different reads one after another. In one database transaction they share a connection and cannot overlap; then a join or
 * projection is the remedy, not threads, and the verdict says so.
 *
 * @param minEachNanos shorter statements are left out; 30 ms as in Sentry
 * @param minSavingNanos less to gain is harmless; 100 ms as in Sentry
 * @param minShare less of the request to gain is harmless; a tenth as in Sentry
 * @param maxGapNanos a longer pause parts two runs; 100 ms
 */
record SerialQueries(long minEachNanos, long minSavingNanos, double minShare, long maxGapNanos) implements Detector {

    /** With the thresholds named above. */
    public static final SerialQueries DEFAULT = new SerialQueries(30_000_000, 100_000_000, 0.1, 100_000_000);

    @Override
    public List<Finding> find(DetectionContext seen) {
        int[] queries = seen.queries();
        if (queries.length < 2) {
            return List.of();
        }
        SpanList reads = new SpanList();
        for (int query : queries) {
            if (seen.duration(query) >= minEachNanos && seen.readsOnly(query)) {
                reads.add(query);
            }
        }
        List<Finding> found = new ArrayList<>();
        for (int[] run : SerialCalls.of(seen, reads.toArray(), minEachNanos, maxGapNanos)) {
            if (seen.distinctShapes(run) == run.length) {
                found.add(finding(seen, run));
            }
        }
        return found;
    }

    private Finding finding(DetectionContext seen, int[] run) {
        FindingBuilder draft = new FindingBuilder(seen, FindingKind.SERIAL_QUERIES, run);
        long saving = draft.union() - seen.longest(run);
        long limit = Math.max(minSavingNanos, (long) (seen.trace().durationNanos() * minShare));
        return draft.about(seen.shape(run[0]))
                .independence(order(seen, run))
                .confidence(0.5)
                .number(Evidence.Key.LONGEST_NANOS, seen.longest(run))
                .number(Evidence.Key.GAPS_NANOS, AttemptGroups.gaps(seen, run))
                .span(Evidence.Key.HANDLER, seen.handler(run[0]))
                .saves(saving)
                .worthwhile(limit)
                .matters(0)
                .finding();
    }

    private static Independence order(DetectionContext seen, int[] run) {
        List<String> witnesses =
                Arrays.stream(run).mapToObj(i -> seen.span(i).id()).limit(3).toList();
        boolean oneStore = Arrays.stream(run)
                        .mapToObj(i -> store(seen.span(i).statement()))
                        .distinct()
                        .count()
                == 1;
        if (oneStore) {
            return new Independence(Verdict.DEPENDENT, Reason.SAME_CONNECTION, witnesses);
        }
        boolean noValues = Arrays.stream(run).allMatch(i -> seen.shape(i).indexOf('?') < 0 && !cut(seen, i));
        return noValues
                ? new Independence(Verdict.INDEPENDENT, Reason.ALL_KNOWN_BEFORE, witnesses)
                : new Independence(Verdict.UNKNOWN, Reason.ID_FROM_EARLIER_CALL, witnesses);
    }

    private static boolean cut(DetectionContext seen, int span) {
        Statement statement = seen.span(span).statement();
        return statement == null || statement.text() == null || statement.truncated();
    }

    private static String store(@Nullable Statement statement) {
        return statement == null ? "" : statement.system() + "/" + statement.instance();
    }
}
