package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * A call that failed and was made again. What it cost: the failed attempts and the waiting between them.
 *
 * @param minNanos less time lost is harmless; 50 ms, as for repeated statements
 * @param backOffGrowth from which factor on a wait counts as longer than the one before; 1.3, as jitter changes waits by less
 * @param minWait shorter gaps between attempts are no waiting; 1 ms, the clock's step in New Relic
 */
record Retries(long minNanos, double backOffGrowth, long minWait) implements Detector {

    /** With the thresholds named above. */
    public static final Retries DEFAULT = new Retries(50_000_000, 1.3, 1_000_000);

    @Override
    public List<Finding> find(DetectionContext seen) {
        List<Finding> found = new ArrayList<>();
        for (int[] calls : seen.tries()) {
            int[] attempts = attempts(seen, calls);
            if (attempts.length > 1) {
                found.add(finding(seen, attempts));
            }
        }
        return found;
    }

    /** From the first failed call to the first that worked, or the last. */
    private static int[] attempts(DetectionContext seen, int[] calls) {
        SpanList attempts = new SpanList();
        for (int call : calls) {
            boolean failed = AttemptGroups.failed(seen.span(call));
            if (attempts.size() > 0 || failed) {
                attempts.add(call);
            }
            if (attempts.size() > 0 && !failed) {
                break;
            }
        }
        return attempts.toArray();
    }

    private Finding finding(DetectionContext seen, int[] attempts) {
        Trace trace = seen.trace();
        int last = attempts[attempts.length - 1];
        long lost = trace.startNanos(last) - trace.startNanos(attempts[0]);
        boolean recovered = !AttemptGroups.failed(seen.span(last));
        int failed = recovered ? attempts.length - 1 : attempts.length;
        return new FindingBuilder(seen, FindingKind.RETRIES, attempts)
                .about(seen.shape(last))
                .took(lost)
                .number(Evidence.Key.FAILED_ATTEMPTS, failed)
                .number(Evidence.Key.RECOVERED, recovered ? 1 : 0)
                .number(Evidence.Key.GAPS_NANOS, AttemptGroups.gaps(seen, attempts))
                .text(Evidence.Key.BACK_OFF, backOff(seen, attempts))
                .span(Evidence.Key.HANDLER, seen.handler(last))
                .saves(lost)
                .matters(minNanos)
                .finding();
    }

    private String backOff(DetectionContext seen, int[] attempts) {
        boolean none = true;
        boolean growing = true;
        boolean constant = true;
        for (int i = 1; i < attempts.length; i++) {
            long gap = AttemptGroups.gap(seen, attempts, i);
            none &= gap <= minWait;
            if (i > 1) {
                long before = AttemptGroups.gap(seen, attempts, i - 1);
                growing &= gap > before * backOffGrowth;
                constant &= gap <= before * backOffGrowth && before <= gap * backOffGrowth;
            }
        }
        if (none) {
            return "none";
        }
        if (attempts.length == 2) {
            return "once";
        }
        return growing ? "growing" : constant ? "constant" : "irregular";
    }
}
