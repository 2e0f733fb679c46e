package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * The same call again and again with waits between, none of which failed: waiting for an answer to change. Planned, so no retry;
 * the time is the wait for whatever is polled.
 *
 * @param minCalls fewer are plain repeats; 3
 * @param minWait shorter gaps between calls are no waiting; 10 ms
 * @param minNanos less time from first to last is harmless; 100 ms, as for repeated calls
 */
record Polling(int minCalls, long minWait, long minNanos) implements Detector {

    /** With the thresholds named above. */
    public static final Polling DEFAULT = new Polling(3, 10_000_000, 100_000_000);

    @Override
    public List<Finding> find(DetectionContext seen) {
        List<Finding> found = new ArrayList<>();
        for (int[] calls : seen.tries()) {
            if (polls(seen, calls)) {
                found.add(finding(seen, calls));
            }
        }
        return found;
    }

    /** Whether the calls wait for something; shared with those that look at repeats. */
    boolean polls(DetectionContext seen, int[] calls) {
        if (calls.length < minCalls || AttemptGroups.anyFailed(seen, calls)) {
            return false;
        }
        HttpCall first = seen.span(calls[0]).http();
        if (first == null || first.path() == null || !reads(first)) {
            return false;
        }
        for (int i = 1; i < calls.length; i++) {
            if (AttemptGroups.gap(seen, calls, i) < minWait) {
                return false;
            }
        }
        return true;
    }

    private static boolean reads(HttpCall call) {
        return call.method() == null
                || call.method().equals("GET")
                || call.method().equals("HEAD");
    }

    private Finding finding(DetectionContext seen, int[] calls) {
        Trace trace = seen.trace();
        int last = calls[calls.length - 1];
        long waited = trace.endNanos(last) - trace.startNanos(calls[0]);
        return new FindingBuilder(seen, FindingKind.POLLING, calls)
                .about(seen.shape(last))
                .took(waited)
                .number(Evidence.Key.GAPS_NANOS, AttemptGroups.gaps(seen, calls))
                .span(Evidence.Key.HANDLER, seen.handler(last))
                .saves(waited)
                .confidence(0.5)
                .matters(minNanos)
                .finding();
    }
}
