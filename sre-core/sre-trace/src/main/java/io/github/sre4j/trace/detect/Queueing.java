package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceNote;
import io.github.sre4j.trace.TransactionRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Time before a request was taken: as the transaction's queue time says, or between a caller's start and its callee's, where their
 * clocks were not shifted.
 *
 * @param minNanos less is not told; 50 ms: a network hop inside a data centre takes less than a millisecond
 */
record Queueing(long minNanos) implements Detector {

    /** With the thresholds named above. */
    public static final Queueing DEFAULT = new Queueing(50_000_000);

    @Override
    public List<Finding> find(DetectionContext seen) {
        Trace trace = seen.trace();
        List<Finding> found = new ArrayList<>();
        if (trace.size() == 0) {
            return found;
        }
        for (TransactionRow row : trace.transactions()) {
            if (row.queueNanos() >= minNanos && row.guid().equals(trace.span(0).transactionId())) {
                found.add(new FindingBuilder(seen, FindingKind.QUEUEING, 0)
                        .about(row.name())
                        .took(row.queueNanos())
                        .saves(row.queueNanos())
                        .text(Evidence.Key.SOURCE, "transaction-row")
                        .finding());
            }
        }
        boolean clocksDiffer = trace.notes().stream().anyMatch(note -> note.kind() == TraceNote.Kind.CLOCK_SHIFTED);
        for (int call : clocksDiffer ? new int[0] : seen.httpCalls()) {
            int callee = call + 1 < trace.subtreeEnd(call) ? call + 1 : -1;
            if (callee > 0 && takesTheCall(trace.span(callee))) {
                long waited = trace.startNanos(callee) - trace.startNanos(call);
                if (waited >= minNanos) {
                    found.add(gap(seen, call, callee, waited));
                }
            }
        }
        return found;
    }

    private static boolean takesTheCall(Span span) {
        return span.kind() == SpanKind.SERVER || span.entryPoint();
    }

    private static Finding gap(DetectionContext seen, int call, int callee, long waited) {
        return new FindingBuilder(seen, FindingKind.QUEUEING, call)
                .about(seen.span(callee).service())
                .took(waited)
                .saves(waited)
                .guessedIf(true)
                .text(Evidence.Key.SOURCE, "gap-between-caller-and-callee")
                .number(Evidence.Key.CALLEE_NANOS, seen.duration(callee))
                .matters(0)
                .finding();
    }
}
