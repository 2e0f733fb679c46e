package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.SpanOrder;
import java.util.ArrayList;
import java.util.List;

/** Runs of calls that follow each other under one parent without overlap and without a long pause. */
final class SerialCalls {

    private SerialCalls() {}

    static List<int[]> of(DetectionContext seen, int[] calls, long minEachNanos, long maxGapNanos) {
        List<int[]> runs = new ArrayList<>();
        SpanList longEnough = new SpanList();
        for (int call : calls) {
            if (seen.duration(call) >= minEachNanos) {
                longEnough.add(call);
            }
        }
        SpanList run = new SpanList();
        int before = -1;
        for (int call : byParentAndStart(seen, longEnough.toArray())) {
            if (before >= 0 && !follows(seen, before, call, maxGapNanos)) {
                end(run, runs);
                run = new SpanList();
            }
            run.add(call);
            before = call;
        }
        end(run, runs);
        return runs;
    }

    private static void end(SpanList run, List<int[]> runs) {
        if (run.size() > 1) {
            runs.add(run.toArray());
        }
    }

    private static boolean follows(DetectionContext seen, int before, int call, long maxGapNanos) {
        long gap = seen.trace().startNanos(call) - seen.trace().endNanos(before);
        return seen.above(before) == seen.above(call) && gap >= -seen.trace().clockStepNanos() && gap <= maxGapNanos;
    }

    private static int[] byParentAndStart(DetectionContext seen, int[] calls) {
        return SpanOrder.by(seen.byStart(calls), seen::above);
    }
}
