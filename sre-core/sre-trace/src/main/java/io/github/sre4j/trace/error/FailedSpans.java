package io.github.sre4j.trace.error;

import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanError;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Finds the spans in which errors began: failed ones without a failed child, each exception once. */
final class FailedSpans {

    private final Trace trace;

    FailedSpans(Trace trace) {
        this.trace = trace;
    }

    /** Indexes of failed spans without a failed child, in depth-first order. */
    List<Integer> deepest() {
        boolean[] failedChild = new boolean[trace.size()];
        List<Integer> failed = new ArrayList<>();
        for (int i = 0; i < trace.size(); i++) {
            if (trace.span(i).failed()) {
                failed.add(i);
                int parent = trace.parent(i);
                if (parent >= 0) {
                    failedChild[parent] = true;
                }
            }
        }
        failed.removeIf(span -> failedChild[span] || onlyRepeatsBelow(span));
        failed.removeIf(span -> isHandlerOfExceptions(trace.span(span)) && repeatsOneOf(failed, span));
        return failed;
    }

    /** Frameworks open a span for their exception handler and mark it with the exception that it handles. */
    private boolean repeatsOneOf(List<Integer> failed, int handler) {
        SpanError error = Objects.requireNonNull(trace.span(handler).error());
        return failed.stream()
                .filter(span -> span != handler)
                .map(span -> Objects.requireNonNull(trace.span(span).error()))
                .anyMatch(other -> sameOrUnnamed(error, other));
    }

    /** A span that carries the exception of a span further below, with spans between that do not, is not where it began. */
    private boolean onlyRepeatsBelow(int span) {
        SpanError error = Objects.requireNonNull(trace.span(span).error());
        for (int below = span + 1; below < trace.subtreeEnd(span); below++) {
            SpanError other = trace.span(below).error();
            if (other != null && trace.span(below).failed() && sameOrUnnamed(error, other)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the upper error can be the lower one: unnamed, named by a status, equal, or a wrapper that names it. */
    static boolean sameOrUnnamed(SpanError upper, SpanError lower) {
        String name = ErrorNames.className(upper);
        if (name == null) {
            return true;
        }
        String message = upper.message();
        String lowerClass = ErrorNames.className(lower);
        return name.equals(lowerClass) || (message != null && lowerClass != null && message.contains(lowerClass));
    }

    static boolean isHandlerOfExceptions(Span span) {
        String name = span.name().toLowerCase(Locale.ROOT);
        return name.contains("handlerexception")
                || name.contains("exceptionhandler")
                || name.contains("resolveexception");
    }

    /** Whether a failed call has no span of its callee. */
    boolean withoutCallee(int span) {
        Span call = trace.span(span);
        boolean remote = call.kind() == SpanKind.CLIENT || call.category() == SpanCategory.HTTP;
        if (!remote || call.kind() == SpanKind.SERVER || isStore(call)) {
            return false;
        }
        for (int child = span + 1; child < trace.subtreeEnd(span); child = trace.subtreeEnd(child)) {
            Span other = trace.span(child);
            if (other.kind() == SpanKind.SERVER || !other.service().equals(call.service())) {
                return false;
            }
        }
        return true;
    }

    static boolean isStore(Span span) {
        return span.category() == SpanCategory.DATABASE
                || span.category() == SpanCategory.CACHE
                || span.category() == SpanCategory.CONNECTION;
    }
}
