package io.github.sre4j.trace;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far the clock of each process differs from its caller's.
 *
 * <p>Only a callee that starts before its caller shows a clock that differs, by at least that much: it is shifted so far and no further.
 * A callee that ends after its caller shows nothing: the caller may have stopped waiting. What the callee's process did below is shifted alike.
 */
final class ClockShifts {

    private final Layout layout;
    private final NoteCollector notes;
    private final long[] shifts;
    private final Map<String, Long> byProcess = new HashMap<>();
    private final Map<String, Integer> spansShifted = new LinkedHashMap<>();

    ClockShifts(Layout layout, NoteCollector notes) {
        this.layout = layout;
        this.notes = notes;
        this.shifts = new long[layout.spans.length];
    }

    /** Whether the two are the caller's and the callee's side of one call between processes. */
    static boolean isCall(Span caller, Span callee) {
        boolean sides = caller.kind() == SpanKind.CLIENT && isEntry(callee);
        return sides && differentProcesses(caller, callee);
    }

    /** Whether two spans are known to be of different processes. */
    static boolean differentProcesses(Span one, Span other) {
        String host = one.host();
        String otherHost = other.host();
        if (host != null && otherHost != null && !host.equals(otherHost)) {
            return true;
        }
        return !one.service().equals(other.service());
    }

    private static boolean isEntry(Span span) {
        return span.kind() == SpanKind.SERVER || span.entryPoint();
    }

    /**
     * What to add to a span's start.
     *
     * @param start the span's start as reported
     * @param end its end as reported
     * @param parentStart the parent's start, shifted
     * @param parentEnd the parent's end, shifted
     * @param tolerance difference that rounding explains
     */
    long shift(int i, long start, long end, long parentStart, long parentEnd, long tolerance) {
        int above = layout.parents[i];
        Span span = layout.spans[i];
        Span parent = layout.spans[above];
        if (!isCall(parent, span)) {
            shifts[i] = shifts[above] == 0 || differentProcesses(parent, span) ? 0 : shifts[above];
        } else {
            shifts[i] = ofCall(span, start, end, parentStart, parentEnd, tolerance);
        }
        if (shifts[i] != 0) {
            spansShifted.merge(process(span), 1, Integer::sum);
        }
        return shifts[i];
    }

    private long ofCall(Span span, long start, long end, long parentStart, long parentEnd, long tolerance) {
        if (byProcess.isEmpty() && parentStart - start <= tolerance) {
            return 0;
        }
        long known = byProcess.getOrDefault(process(span), 0L);
        if (known != 0 && start + known >= parentStart - tolerance && end + known <= parentEnd + tolerance) {
            return known;
        }
        long needed = parentStart - start;
        if (needed <= tolerance) {
            return 0;
        }
        byProcess.merge(process(span), needed, Math::max);
        return needed;
    }

    private static String process(Span span) {
        String host = span.host();
        return host == null ? span.service() : span.service() + " on " + host;
    }

    void addNotes() {
        spansShifted.forEach((process, count) ->
                notes.add(TraceNote.Kind.CLOCK_SHIFTED, count, process, byProcess.getOrDefault(process, 0L)));
    }
}
