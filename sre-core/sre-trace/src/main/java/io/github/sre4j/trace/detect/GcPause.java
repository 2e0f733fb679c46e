package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Harmless;
import io.github.sre4j.trace.TransactionRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Garbage collection during the request, where the transaction tells of it ({@code gcCumulative}). Concurrent collectors count
 * time in which the request went on, so confidence is low.
 *
 * @param minNanos less is not told; 20 ms
 * @param minShare less of the request's self time is harmless; a fifth, above the tenth from which JDK Mission Control warns
 */
record GcPause(long minNanos, double minShare) implements Detector {

    /** With the thresholds named above. */
    public static final GcPause DEFAULT = new GcPause(20_000_000, 0.2);

    @Override
    public List<Finding> find(DetectionContext seen) {
        List<Finding> found = new ArrayList<>();
        for (TransactionRow row : seen.trace().transactions()) {
            int entry = entry(seen, row);
            if (entry >= 0 && row.gcNanos() >= minNanos) {
                long limit = (long) (ownTime(seen, entry) * minShare);
                found.add(new FindingBuilder(seen, FindingKind.GC_PAUSE, entry)
                        .about(row.service())
                        .took(row.gcNanos())
                        .saves(row.gcNanos())
                        .confidence(0.5)
                        .text(Evidence.Key.SOURCE, "transaction-row")
                        .harmlessIf(row.gcNanos() < limit, Harmless.Reason.BELOW_TIME_LIMIT, limit)
                        .matters(0)
                        .finding());
            }
        }
        return found;
    }

    private static int entry(DetectionContext seen, TransactionRow row) {
        for (int i = 0; i < seen.trace().size(); i++) {
            if (seen.span(i).entryPoint() && row.guid().equals(seen.span(i).transactionId())) {
                return i;
            }
        }
        return -1;
    }

    /** Self time of all spans of the transaction. */
    private static long ownTime(DetectionContext seen, int entry) {
        long own = 0;
        String service = seen.span(entry).service();
        for (int i = entry; i < seen.trace().subtreeEnd(entry); i++) {
            boolean computes = seen.span(i).service().equals(service)
                    && seen.span(i).kind() != io.github.sre4j.trace.SpanKind.CLIENT;
            own += computes ? seen.path().times(i).selfNanos() : 0;
        }
        return own;
    }
}
