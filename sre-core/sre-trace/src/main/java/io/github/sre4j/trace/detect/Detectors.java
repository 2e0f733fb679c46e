package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Finding;
import java.util.ArrayList;
import java.util.List;

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

    /** The threshold for which the default time limits are meant: where a person's flow of thought breaks. */
    private static final long MEANT_FOR_NANOS = 1_000_000_000;

    /**
     * All detectors for endpoints that are held to a threshold: below a second, time limits shrink in proportion, as what is little in a second
     * may be all of a tenth.
     *
     * @param thresholdNanos the threshold, above 0
     */
    public static Detectors forThreshold(long thresholdNanos) {
        double scale = Math.min(1, (double) thresholdNanos / MEANT_FOR_NANOS);
        RepeatedQueries queries = RepeatedQueries.DEFAULT;
        RepeatedCacheReads reads = RepeatedCacheReads.DEFAULT;
        RepeatedHttpCalls calls = RepeatedHttpCalls.DEFAULT;
        SerialHttpCalls serial = SerialHttpCalls.DEFAULT;
        SerialQueries inARow = SerialQueries.DEFAULT;
        SlowQuery slow = SlowQuery.DEFAULT;
        UninstrumentedGap gap = UninstrumentedGap.DEFAULT;
        return new Detectors(
                List.of(
                        new RepeatedQueries(
                                queries.minRepeats(),
                                queries.minRuns(),
                                queries.maxCycle(),
                                scaled(queries.minNanos(), scale),
                                queries.maxLevels()),
                        new RepeatedCacheReads(reads.minRepeats(), scaled(reads.minNanos(), scale), reads.maxLevels()),
                        new RepeatedHttpCalls(
                                calls.minRepeats(),
                                scaled(calls.minNanos(), scale),
                                calls.maxLevels(),
                                calls.concurrentExcess()),
                        new SerialHttpCalls(
                                scaled(serial.minEachNanos(), scale),
                                scaled(serial.minSavingNanos(), scale),
                                serial.maxGapNanos(),
                                serial.maxSameTemplate()),
                        new SerialQueries(
                                scaled(inARow.minEachNanos(), scale),
                                scaled(inARow.minSavingNanos(), scale),
                                inARow.minShare(),
                                inARow.maxGapNanos()),
                        new SlowQuery(
                                scaled(slow.minNanos(), scale), slow.timesMedian(), scaled(slow.targetNanos(), scale)),
                        new SlowExternalCall(
                                scaled(SlowExternalCall.DEFAULT.minNanos(), scale),
                                SlowExternalCall.DEFAULT.mostOfIt()),
                        Retries.DEFAULT,
                        Polling.DEFAULT,
                        new PoolOrLockWait(
                                scaled(PoolOrLockWait.DEFAULT.minNanos(), scale),
                                PoolOrLockWait.DEFAULT.minToldNanos()),
                        new RemoteCallInTransaction(scaled(RemoteCallInTransaction.DEFAULT.minNanos(), scale)),
                        new UninstrumentedGap(scaled(gap.minNanos(), scale), gap.minShare(), gap.maxTold()),
                        Queueing.DEFAULT,
                        GcPause.DEFAULT,
                        new ColdStart(scaled(ColdStart.DEFAULT.minNanos(), scale)),
                        LargePayload.DEFAULT),
                Chatty.DEFAULT);
    }

    private static long scaled(long nanos, double scale) {
        return Math.max(1_000_000, Math.round(nanos * scale));
    }

    /** Copies the list. */
    public Detectors {
        detectors = List.copyOf(detectors);
    }

    /** What took the time: material findings by what they save, then harmless ones by the time they took. */
    public List<Finding> find(DetectionContext seen) {
        List<Finding> found = new ArrayList<>();
        for (Detector detector : detectors) {
            found.addAll(detector.find(seen));
        }
        found.addAll(chatty.find(seen));
        return new Overlaps(seen).settle(found);
    }
}
