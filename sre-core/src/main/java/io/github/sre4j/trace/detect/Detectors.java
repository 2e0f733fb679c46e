package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs detectors and settles what they found. Immutable and safe to share.
 *
 * @param detectors in any order; their order does not matter
 * @param chatty comes last, as it needs to know what the others explain
 */
public record Detectors(List<Detector> detectors, Chatty chatty) {

    /** All detectors with their default thresholds. */
    public static final Detectors DEFAULT = new Detectors(
            List.of(
                    RepeatedQueries.DEFAULT,
                    RepeatedCacheReads.DEFAULT,
                    RepeatedHttpCalls.DEFAULT,
                    SerialHttpCalls.DEFAULT,
                    SerialQueries.DEFAULT,
                    SlowQuery.DEFAULT,
                    SlowExternalCall.DEFAULT,
                    Retries.DEFAULT,
                    Polling.DEFAULT,
                    PoolOrLockWait.DEFAULT,
                    RemoteCallInTransaction.DEFAULT,
                    UninstrumentedGap.DEFAULT,
                    Queueing.DEFAULT,
                    GcPause.DEFAULT,
                    ColdStart.DEFAULT,
                    LargePayload.DEFAULT),
            Chatty.DEFAULT);

    /** Copies the list. */
    public Detectors {
        detectors = List.copyOf(detectors);
    }

    /** What took the time: material findings by what they save, then harmless ones by the time they took. */
    public List<Finding> find(Observed seen) {
        List<Finding> found = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Detector detector : detectors) {
            for (Finding finding : detector.find(seen)) {
                found.add(finding);
                named.addAll(finding.spanIds());
            }
        }
        found.addAll(chatty.find(seen, named));
        return new Overlaps(seen).settle(found);
    }
}
