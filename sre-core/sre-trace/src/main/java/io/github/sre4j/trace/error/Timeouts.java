package io.github.sre4j.trace.error;

import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanError;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;

/** Finds callers that gave up while their callee still worked: then the slow callee is the origin, whatever else failed later. */
final class Timeouts {

    /** A callee that took this share of the caller's wait did not answer in time: it and the network used the wait up. */
    private static final double USED_UP = 0.9;
    /** The slow part of a callee is followed down while one child takes at least this share of its parent. */
    private static final double MOST_OF_IT = 0.5;

    private final Trace trace;

    Timeouts(Trace trace) {
        this.trace = trace;
    }

    /** The span itself or the nearest one above that ran out of patience before this span ended; -1 if there is none. */
    int impatientCaller(int span) {
        long failedAt = rawEnd(span);
        for (int at = span; at >= 0; at = trace.parent(at)) {
            SpanError error = trace.span(at).error();
            if (error == null || !trace.span(at).failed()) {
                continue;
            }
            int callee = callee(at);
            boolean gaveUpFirst = at == span || rawEnd(at) <= failedAt;
            if (callee >= 0 && gaveUpFirst && isTimeout(at, error) && usedUp(at, callee)) {
                return at;
            }
        }
        return -1;
    }

    private boolean usedUp(int caller, int callee) {
        return trace.span(callee).durationNanos() >= trace.durationNanos(caller) * USED_UP;
    }

    private boolean isTimeout(int span, SpanError error) {
        HttpCall http = trace.span(span).http();
        return ErrorNames.isTimeout(error, http == null ? 0 : http.status());
    }

    private long rawEnd(int span) {
        return trace.startNanos(span) + Math.max(0, trace.span(span).durationNanos());
    }

    private int callee(int caller) {
        Span call = trace.span(caller);
        for (int child = caller + 1; child < trace.subtreeEnd(caller); child = trace.subtreeEnd(child)) {
            Span other = trace.span(child);
            boolean remote = other.kind() == SpanKind.SERVER || !other.service().equals(call.service());
            if (remote && call.kind() != SpanKind.SERVER) {
                return child;
            }
        }
        return -1;
    }

    /** Where in the callee the time went: down from its entry while one child takes most of it. */
    int slowestBelow(int caller) {
        int at = callee(caller);
        while (true) {
            int longest = -1;
            for (int child = at + 1; child < trace.subtreeEnd(at); child = trace.subtreeEnd(child)) {
                if (longest < 0 || raw(child) > raw(longest)) {
                    longest = child;
                }
            }
            if (longest < 0 || raw(longest) < raw(at) * MOST_OF_IT) {
                return at;
            }
            at = longest;
        }
    }

    private long raw(int span) {
        return trace.span(span).durationNanos();
    }
}
