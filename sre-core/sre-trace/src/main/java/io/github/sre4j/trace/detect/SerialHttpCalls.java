package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Harmless;
import io.github.sre4j.trace.Independence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * HTTP calls one after another that might run at the same time. Claims so only after {@link CallOrder}'s test; calls that depend
 * on each other are told as such, not as something to change.
 *
 * @param minEachNanos shorter calls are left out; 20 ms: Sentry takes 500 ms, as it looks for issues, not for what one request did
 * @param minSavingNanos less to gain is harmless; 100 ms (Sentry: 2 s)
 * @param maxGapNanos a longer pause parts two runs; 500 ms as in Sentry
 * @param maxSameTemplate more calls of one template are repeats, told elsewhere; 4
 */
record SerialHttpCalls(long minEachNanos, long minSavingNanos, long maxGapNanos, int maxSameTemplate)
        implements Detector {

    /** With the thresholds named above. */
    public static final SerialHttpCalls DEFAULT = new SerialHttpCalls(20_000_000, 100_000_000, 500_000_000, 4);

    @Override
    public List<Finding> find(DetectionContext seen) {
        int[] calls = seen.httpCalls();
        if (calls.length < 2) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        for (int[] run : SerialCalls.of(seen, calls, minEachNanos, maxGapNanos)) {
            boolean tried = Arrays.stream(run).anyMatch(call -> AttemptGroups.failed(seen.span(call)));
            long templates = seen.distinctShapes(run);
            boolean repeats = templates == 1 && run.length > maxSameTemplate;
            boolean polled = templates == 1 && Polling.DEFAULT.polls(seen, run);
            if (!tried && !repeats && !polled) {
                found.add(finding(seen, run, templates));
            }
        }
        return found;
    }

    private Finding finding(DetectionContext seen, int[] run, long templates) {
        Independence order = new CallOrder(seen, run).answer();
        FindingBuilder draft = new FindingBuilder(seen, FindingKind.SERIAL_HTTP_CALLS, run);
        long saving = draft.union() - seen.longest(run);
        return draft.about(seen.shape(run[0]))
                .independence(order)
                .number(Evidence.Key.DISTINCT_TARGETS, templates)
                .number(Evidence.Key.LONGEST_NANOS, seen.longest(run))
                .number(Evidence.Key.GAPS_NANOS, AttemptGroups.gaps(seen, run))
                .span(Evidence.Key.HANDLER, seen.handler(run[0]))
                .saves(saving)
                .harmlessIf(order.verdict() == Independence.Verdict.DEPENDENT, Harmless.Reason.DEPENDENT, 0)
                .worthwhile(minSavingNanos)
                .matters(0)
                .finding();
    }
}
