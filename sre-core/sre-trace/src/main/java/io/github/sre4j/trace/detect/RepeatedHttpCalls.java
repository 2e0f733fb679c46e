package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Harmless;
import io.github.sre4j.trace.HttpCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The same HTTP call with other ids, one after another or at once: a batch endpoint would cost about one of them. Retries and polls
 * are left to their own detectors.
 *
 * @param minRepeats fewer are normal; 5 as in Sentry
 * @param minNanos less wall-clock time is harmless; 100 ms: Sentry takes 300 ms for browsers, a service is nearer to its callee
 * @param maxLevels how far above the repeats their common ancestor may be
 * @param concurrentExcess calls at once that take up to this many times the longest cost no more than that one; 1.5
 */
record RepeatedHttpCalls(int minRepeats, long minNanos, int maxLevels, double concurrentExcess) implements Detector {

    /** With the thresholds named above. */
    public static final RepeatedHttpCalls DEFAULT = new RepeatedHttpCalls(5, 100_000_000, 3, 1.5);

    @Override
    public List<Finding> find(DetectionContext seen) {
        int[] calls = seen.httpCalls();
        if (calls.length < minRepeats) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        for (CallGroup group : CallGroup.of(seen, calls, minRepeats, maxLevels)) {
            boolean oneTarget = distinctTargets(seen, group) == 1;
            boolean tried = oneTarget && AttemptGroups.anyFailed(seen, group.spans());
            boolean polled = oneTarget && Polling.DEFAULT.polls(seen, group.spans());
            if (!tried && !polled) {
                found.add(finding(seen, group));
            }
        }
        return found;
    }

    private Finding finding(DetectionContext seen, CallGroup group) {
        int[] spans = group.spans();
        long longest = seen.longest(spans);
        int inFlight = seen.maxInFlight(spans);
        FindingBuilder draft = new FindingBuilder(seen, FindingKind.REPEATED_HTTP_CALLS, spans);
        boolean alreadyConcurrent = inFlight > 1 && draft.union() <= longest * concurrentExcess;
        return draft.about(group.shape())
                .independence(new CallOrder(seen, spans).answer())
                .confidence(1)
                .span(Evidence.Key.COMMON_ANCESTOR, group.ancestor())
                .span(Evidence.Key.HANDLER, seen.handler(spans[0]))
                .number(Evidence.Key.MAX_IN_FLIGHT, inFlight)
                .number(Evidence.Key.DISTINCT_TARGETS, distinctTargets(seen, group))
                .number(Evidence.Key.LONGEST_NANOS, longest)
                .saves(draft.union() - longest)
                .matters(minNanos)
                .harmlessIf(alreadyConcurrent, Harmless.Reason.ALREADY_CONCURRENT, 0)
                .finding();
    }

    private static long distinctTargets(DetectionContext seen, CallGroup group) {
        return Arrays.stream(group.spans())
                .mapToObj(span -> seen.span(span).http())
                .filter(Objects::nonNull)
                .map(http -> target(http))
                .distinct()
                .count();
    }

    private static String target(HttpCall http) {
        return http.path() + "?" + http.query();
    }
}
