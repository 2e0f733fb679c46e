package io.github.sre4j.trace.error;

import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.call.CallShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds the failures of one call that was tried again into its last one. */
final class Attempts {

    private final Trace trace;
    private final CallShape shapes;

    Attempts(Trace trace, CallShape shapes) {
        this.trace = trace;
        this.shapes = shapes;
    }

    List<OriginCandidate> fold(List<OriginCandidate> candidates) {
        Map<String, List<OriginCandidate>> byCall = new LinkedHashMap<>();
        List<OriginCandidate> folded = new ArrayList<>();
        for (OriginCandidate candidate : candidates) {
            int call = call(candidate);
            if (call < 0) {
                folded.add(candidate);
            } else {
                byCall.computeIfAbsent(key(call), any -> new ArrayList<>()).add(candidate);
            }
        }
        byCall.values().forEach(attempts -> folded.add(last(attempts)));
        folded.sort((one, other) -> Integer.compare(one.span, other.span));
        return folded;
    }

    /** The span of the call that failed, as its caller sees it: the uppermost of the path below a span that did not fail, or the lowest call. */
    private int call(OriginCandidate candidate) {
        for (int span : candidate.path) {
            int parent = trace.parent(span);
            boolean call = trace.span(span).kind() == io.github.sre4j.trace.SpanKind.CLIENT;
            if (parent >= 0 && call) {
                return span;
            }
        }
        return -1;
    }

    private String key(int call) {
        return trace.parent(call) + " " + shapes.of(trace.span(call));
    }

    private OriginCandidate last(List<OriginCandidate> attempts) {
        attempts.sort((one, other) -> Long.compare(trace.startNanos(call(one)), trace.startNanos(call(other))));
        OriginCandidate last = attempts.get(attempts.size() - 1);
        int call = call(last);
        for (OriginCandidate attempt : attempts) {
            if (attempt != last && trace.endNanos(call(attempt)) <= trace.startNanos(call)) {
                last.failedAttempts.add(trace.span(call(attempt)).id());
            }
        }
        last.recovered = recovered(call);
        return last;
    }

    /** Whether the same call was made again afterwards and worked. */
    private boolean recovered(int call) {
        int parent = trace.parent(call);
        String shape = shapes.of(trace.span(call));
        for (int next = trace.subtreeEnd(call); next < trace.subtreeEnd(parent); next = trace.subtreeEnd(next)) {
            Span other = trace.span(next);
            if (!other.failed()
                    && trace.startNanos(next) >= trace.endNanos(call)
                    && sameTarget(other, trace.span(call))
                    && shapes.of(other).equals(shape)) {
                return true;
            }
        }
        return false;
    }

    /** Calls for other ids of one template are no new attempt. */
    private static boolean sameTarget(Span one, Span other) {
        return one.http() == null
                || other.http() == null
                || java.util.Objects.equals(one.http().path(), other.http().path());
    }
}
