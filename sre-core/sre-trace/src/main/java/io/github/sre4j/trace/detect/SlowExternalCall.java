package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * One call to another process that took long. If the callee sent spans, its own time is told apart from the way there and back.
 *
 * @param minNanos shorter is not slow; 500 ms, Sentry's limit for one of several serial calls
 * @param mostOfIt the callee's time is followed down while one part takes at least this share; one half
 */
record SlowExternalCall(long minNanos, double mostOfIt) implements Detector {

    /** With the thresholds named above. */
    public static final SlowExternalCall DEFAULT = new SlowExternalCall(500_000_000, 0.5);

    @Override
    public List<Finding> find(DetectionContext seen) {
        List<Finding> found = new ArrayList<>();
        for (int call : seen.httpCalls()) {
            if (seen.duration(call) >= minNanos) {
                found.add(finding(seen, call));
            }
        }
        return found;
    }

    private Finding finding(DetectionContext seen, int call) {
        FindingBuilder draft = new FindingBuilder(seen, FindingKind.SLOW_EXTERNAL_CALL, call)
                .about(seen.shape(call))
                .span(Evidence.Key.HANDLER, seen.handler(call))
                .saves(seen.duration(call))
                .matters(minNanos);
        int callee = callee(seen.trace(), call);
        if (callee >= 0) {
            draft.number(Evidence.Key.CALLEE_NANOS, seen.duration(callee))
                    .span(Evidence.Key.CALLEE_PART, slowestPart(seen, callee));
        }
        return draft.finding();
    }

    private static int callee(Trace trace, int call) {
        for (int child = call + 1; child < trace.subtreeEnd(call); child = trace.subtreeEnd(child)) {
            Span span = trace.span(child);
            if (span.kind() == SpanKind.SERVER
                    || !span.service().equals(trace.span(call).service())) {
                return child;
            }
        }
        return -1;
    }

    private int slowestPart(DetectionContext seen, int callee) {
        int at = callee;
        while (true) {
            int longest = at;
            long most = 0;
            for (int child = at + 1;
                    child < seen.trace().subtreeEnd(at);
                    child = seen.trace().subtreeEnd(child)) {
                if (seen.duration(child) > most) {
                    most = seen.duration(child);
                    longest = child;
                }
            }
            if (most < seen.duration(at) * mostOfIt || longest == at) {
                return at;
            }
            at = longest;
        }
    }
}
