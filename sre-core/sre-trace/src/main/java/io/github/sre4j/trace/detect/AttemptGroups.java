package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Calls of exactly the same target under one parent, one after another: attempts, polls or plain repeats. */
final class AttemptGroups {

    private AttemptGroups() {}

    /** Such calls, two or more each, in order of time. */
    static List<int[]> of(DetectionContext seen) {
        List<int[]> tries = new ArrayList<>();
        addTries(seen, seen.httpCalls(), tries);
        for (int query : seen.queries()) {
            if (seen.span(query).failed()) {
                addTries(seen, seen.queries(), tries);
                break;
            }
        }
        return tries;
    }

    private static void addTries(DetectionContext seen, int[] calls, List<int[]> tries) {
        for (CallGroup sameShape : CallGroup.of(seen, calls, 2, 1)) {
            Map<String, SpanList> byTarget = new LinkedHashMap<>();
            for (int call : sameShape.spans()) {
                byTarget.computeIfAbsent(target(seen, call), any -> new SpanList())
                        .add(call);
            }
            for (SpanList sameTarget : byTarget.values()) {
                if (sameTarget.size() > 1 && seen.maxInFlight(sameTarget.toArray()) == 1) {
                    tries.add(sameTarget.toArray());
                }
            }
        }
    }

    private static String target(DetectionContext seen, int call) {
        HttpCall http = seen.span(call).http();
        return http == null || http.path() == null
                ? ""
                : http.path() + "?" + Objects.requireNonNullElse(http.query(), "");
    }

    static boolean anyFailed(DetectionContext seen, int[] calls) {
        for (int i = 0; i + 1 < calls.length; i++) {
            if (failed(seen.span(calls[i]))) {
                return true;
            }
        }
        return false;
    }

    /** Failed, or refused because of load. */
    static boolean failed(Span span) {
        HttpCall http = span.http();
        return span.failed() || (http != null && (http.status() >= 500 || http.status() == 429));
    }

    static long gaps(DetectionContext seen, int[] calls) {
        long gaps = 0;
        for (int i = 1; i < calls.length; i++) {
            gaps += gap(seen, calls, i);
        }
        return gaps;
    }

    static long gap(DetectionContext seen, int[] calls, int i) {
        return Math.max(0, seen.trace().startNanos(calls[i]) - seen.trace().endNanos(calls[i - 1]));
    }
}
