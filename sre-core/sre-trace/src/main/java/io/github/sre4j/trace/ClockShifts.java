package io.github.sre4j.trace;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far the clock of each process differs from the root's.
 *
 * <p>The rule is that of Zipkin's clock skew correction, widened: between the caller's and the callee's side of one call, a
 * callee that starts before its caller, or ends after a caller that got its answer, shows a clock that differs. The way there is
 * taken to be as long as the way back. What the callee's process sends afterwards is shifted alike.
 */
final class ClockShifts {

    private final Layout layout;
    private final long tolerance;
    private final NoteCollector notes;
    private final Map<String, Long> byProcess = new LinkedHashMap<>();
    private final Map<String, Integer> spansShifted = new LinkedHashMap<>();

    ClockShifts(Layout layout, long tolerance, NoteCollector notes) {
        this.layout = layout;
        this.tolerance = tolerance;
        this.notes = notes;
    }

    /** Whether the two are the caller's and the callee's side of one call between processes. */
    static boolean isCall(Span caller, Span callee) {
        boolean sides = caller.kind() == SpanKind.CLIENT && isEntry(callee);
        if (!sides) {
            return false;
        }
        String callerHost = caller.host();
        String calleeHost = callee.host();
        if (callerHost != null && calleeHost != null) {
            return !callerHost.equals(calleeHost);
        }
        return !caller.service().equals(callee.service());
    }

    private static boolean isEntry(Span span) {
        return span.kind() == SpanKind.SERVER || span.entryPoint();
    }

    /** What to add to a span's start. */
    long shift(int i, long start, long duration, long parentStart, long parentEnd) {
        Span span = layout.spans[i];
        Span parent = layout.spans[layout.parents[i]];
        boolean call = isCall(parent, span);
        if (!call && byProcess.isEmpty()) {
            return 0;
        }
        long known = byProcess.getOrDefault(process(span), 0L);
        if (call) {
            long shifted = start + known;
            long latency = (parentEnd - parentStart - duration) / 2;
            boolean early = parentStart - shifted > tolerance;
            boolean late = shifted + duration - parentEnd > tolerance && latency >= 0 && parent.error() == null;
            if (early || late) {
                known = parentStart + Math.max(latency, 0) - start;
                byProcess.put(process(span), known);
            }
        }
        if (known != 0) {
            spansShifted.merge(process(span), 1, Integer::sum);
        }
        return known;
    }

    private static String process(Span span) {
        String host = span.host();
        return host == null ? span.service() : span.service() + " on " + host;
    }

    void tell() {
        spansShifted.forEach((process, count) ->
                notes.add(TraceNote.Kind.CLOCK_SHIFTED, count, process, byProcess.getOrDefault(process, 0L)));
    }
}
