package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Harmless;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many calls in total that the other findings do not explain.
 *
 * @param minCalls fewer are normal; 30
 * @param minShare less of the request's time is harmless; a fifth
 * @param explained if other findings name this share of the calls, nothing is added; 0.7
 */
public record Chatty(int minCalls, double minShare, double explained) {

    /** With the thresholds named above. */
    public static final Chatty DEFAULT = new Chatty(30, 0.2, 0.7);

    /** The finding, if there is one; asked after all other detectors, as it needs to know what they name. */
    List<Finding> find(DetectionContext seen) {
        int total = seen.queries().length + seen.httpCalls().length + seen.cacheReads().length;
        if (total < minCalls || named(seen) >= total * explained) {
            return List.of();
        }
        int[] calls = IntStream.concat(
                        IntStream.concat(Arrays.stream(seen.queries()), Arrays.stream(seen.httpCalls())),
                        Arrays.stream(seen.cacheReads()))
                .toArray();
        FindingBuilder draft = new FindingBuilder(seen, FindingKind.CHATTY, calls);
        long limit = (long) (seen.trace().durationNanos() * minShare);
        return List.of(draft.about(seen.span(0).name())
                .number(Evidence.Key.DISTINCT_TARGETS, seen.distinctShapes(calls))
                .saves(draft.union() / 2)
                .confidence(0.5)
                .harmlessIf(draft.union() < limit, Harmless.Reason.BELOW_TIME_LIMIT, limit)
                .matters(0)
                .finding());
    }

    private static int named(DetectionContext seen) {
        return named(seen, seen.queries()) + named(seen, seen.httpCalls()) + named(seen, seen.cacheReads());
    }

    private static int named(DetectionContext seen, int[] calls) {
        int named = 0;
        for (int call : calls) {
            named += seen.named(call) ? 1 : 0;
        }
        return named;
    }
}
