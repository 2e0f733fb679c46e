package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Harmless;
import io.github.sre4j.trace.HttpCall;
import java.util.ArrayList;
import java.util.List;

/**
 * A large response, where its size is reported; where it is not, nothing is said.
 *
 * @param minBytes smaller is not large; 300,000 as in Sentry
 * @param minNanos a faster call is harmless; 100 ms as in Sentry
 */
record LargePayload(long minBytes, long minNanos) implements Detector {

    /** With the thresholds named above. */
    public static final LargePayload DEFAULT = new LargePayload(300_000, 100_000_000);

    @Override
    public List<Finding> find(DetectionContext seen) {
        List<Finding> found = new ArrayList<>();
        for (int call : seen.httpCalls()) {
            HttpCall http = seen.span(call).http();
            if (http != null && http.responseBytes() >= minBytes) {
                FindingBuilder draft = new FindingBuilder(seen, FindingKind.LARGE_PAYLOAD, call);
                found.add(draft.about(seen.shape(call))
                        .number(Evidence.Key.BYTES, http.responseBytes())
                        .span(Evidence.Key.HANDLER, seen.handler(call))
                        .saves(draft.union() / 2)
                        .confidence(0.5)
                        .harmlessIf(draft.union() < minNanos, Harmless.Reason.BELOW_TIME_LIMIT, minNanos)
                        .matters(0)
                        .finding());
            }
        }
        return found;
    }
}
