package io.github.sre4j.trace.error;

import io.github.sre4j.trace.ErrorOrigin.Blame;
import io.github.sre4j.trace.ErrorOrigin.Rule;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanError;
import io.github.sre4j.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Turns failed spans into candidates: what failed, what that points at, and how far up it was passed on. */
final class Candidates {

    private final Trace trace;
    private final FailedSpans failed;
    private final Timeouts timeouts;

    Candidates(Trace trace) {
        this.trace = trace;
        this.failed = new FailedSpans(trace);
        this.timeouts = new Timeouts(trace);
    }

    List<OriginCandidate> all() {
        List<OriginCandidate> all = new ArrayList<>();
        List<Integer> impatient = new ArrayList<>();
        for (int span : failed.deepest()) {
            int caller = timeouts.impatientCaller(span);
            if (caller < 0) {
                all.add(of(span));
            } else if (!impatient.contains(caller)) {
                impatient.add(caller);
                all.add(timedOut(caller));
            }
        }
        return all;
    }

    private OriginCandidate of(int span) {
        Span at = trace.span(span);
        SpanError error = Objects.requireNonNull(at.error());
        if (FailedSpans.isStore(at)) {
            return new OriginCandidate(span, Rule.DEEPEST_FAILED_SPAN, Blame.STORE, error, pathUp(span));
        }
        return failed.withoutCallee(span)
                ? new OriginCandidate(span, Rule.CALL_WITHOUT_CALLEE, Blame.CALLEE_OR_NETWORK, error, pathUp(span))
                : new OriginCandidate(span, Rule.DEEPEST_FAILED_SPAN, Blame.OWN_CODE, error, pathUp(span));
    }

    private OriginCandidate timedOut(int caller) {
        SpanError error = Objects.requireNonNull(trace.span(caller).error());
        int slow = timeouts.slowestBelow(caller);
        List<Integer> path = new ArrayList<>();
        path.add(slow);
        path.addAll(pathUp(caller));
        return new OriginCandidate(slow, Rule.CALLER_TIMED_OUT, Blame.SLOW_CALLEE, error, path);
    }

    /** The failed spans above; one between that does not carry the error ends the path, unless one further up names it. */
    private List<Integer> pathUp(int span) {
        List<Integer> path = new ArrayList<>();
        path.add(span);
        SpanError lower = Objects.requireNonNull(trace.span(span).error());
        boolean unbroken = !trace.asynchronous(span);
        for (int above = trace.parent(span); above >= 0; above = trace.parent(above)) {
            SpanError upper = trace.span(above).error();
            boolean carries = upper != null && trace.span(above).failed();
            if (upper != null && carries && (unbroken || names(upper, lower))) {
                path.add(above);
            } else {
                unbroken = false;
            }
            unbroken &= !trace.asynchronous(above);
        }
        return path;
    }

    /** Whether the upper error is the lower one by name, not merely by having none. */
    static boolean names(SpanError upper, SpanError lower) {
        return ErrorNames.className(upper) != null
                && ErrorNames.className(lower) != null
                && FailedSpans.sameOrUnnamed(upper, lower);
    }
}
