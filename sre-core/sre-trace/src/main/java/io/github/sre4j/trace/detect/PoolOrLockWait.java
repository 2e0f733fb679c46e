package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Harmless;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Waiting for a connection of a pool or for a lock, where a span says so. Without such spans it is uninstrumented time, never "a lock".
 *
 * @param minNanos less is harmless; 50 ms: getting a connection from a pool that has one takes microseconds
 * @param minToldNanos less is not told at all; 5 ms
 */
record PoolOrLockWait(long minNanos, long minToldNanos) implements Detector {

    /** With the thresholds named above. */
    public static final PoolOrLockWait DEFAULT = new PoolOrLockWait(50_000_000, 5_000_000);

    @Override
    public List<Finding> find(DetectionContext seen) {
        Map<String, SpanList> byName = new LinkedHashMap<>();
        for (int wait : seen.waits()) {
            byName.computeIfAbsent(
                            seen.span(wait).service() + " " + seen.span(wait).name(), any -> new SpanList())
                    .add(wait);
        }
        List<Finding> found = new ArrayList<>();
        for (SpanList waits : byName.values()) {
            FindingBuilder draft = new FindingBuilder(seen, FindingKind.POOL_OR_LOCK_WAIT, waits.toArray());
            if (draft.union() >= minToldNanos) {
                int first = waits.toArray()[0];
                found.add(draft.about(seen.span(first).name())
                        .text(Evidence.Key.SOURCE, "span")
                        .number(Evidence.Key.LONGEST_NANOS, seen.longest(waits.toArray()))
                        .span(Evidence.Key.HANDLER, seen.handler(first))
                        .saves(draft.union())
                        .harmlessIf(draft.union() < minNanos, Harmless.Reason.BELOW_TIME_LIMIT, minNanos)
                        .matters(0)
                        .finding());
            }
        }
        return found;
    }
}
