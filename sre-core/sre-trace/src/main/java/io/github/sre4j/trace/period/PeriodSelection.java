package io.github.sre4j.trace.period;

import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests of a period and of a reference.
 *
 * @param window the period
 * @param reference the time of the reference; for files without a usual reference, all other requests
 * @param windowTraces requests that began in the period
 * @param referenceTraces requests that began in the reference
 */
public record PeriodSelection(
        TimeRange window, TimeRange reference, List<TraceData> windowTraces, List<TraceData> referenceTraces) {

    /** A reference with fewer requests is used only if there is none with more. */
    static final int ENOUGH = 20;

    /** Copies the lists. */
    public PeriodSelection {
        windowTraces = List.copyOf(windowTraces);
        referenceTraces = List.copyOf(referenceTraces);
    }

    /**
     * Selects from all requests at hand: the first of {@link TimeRange#references()} with at least {@value #ENOUGH} requests, else all requests outside of
     * the period.
     */
    public static PeriodSelection of(List<TraceData> traces, TimeRange window) {
        List<TraceData> inside = startedIn(traces, window);
        for (TimeRange reference : window.references()) {
            List<TraceData> before = startedIn(traces, reference);
            if (before.size() >= ENOUGH) {
                return new PeriodSelection(window, reference, inside, before);
            }
        }
        List<TraceData> others = new ArrayList<>(traces);
        others.removeAll(inside);
        others.removeIf(each -> each.spans().isEmpty());
        Instant first = others.stream()
                .map(PeriodSelection::start)
                .min(Instant::compareTo)
                .orElse(window.from());
        Instant last = others.stream()
                .map(PeriodSelection::start)
                .max(Instant::compareTo)
                .orElse(window.from());
        return new PeriodSelection(window, new TimeRange(first, last.plusMillis(1)), inside, others);
    }

    /** Selects for a given reference. */
    public static PeriodSelection of(List<TraceData> traces, TimeRange window, TimeRange reference) {
        return new PeriodSelection(window, reference, startedIn(traces, window), startedIn(traces, reference));
    }

    private static List<TraceData> startedIn(List<TraceData> traces, TimeRange range) {
        return traces.stream()
                .filter(each -> !each.spans().isEmpty() && range.contains(start(each)))
                .toList();
    }

    private static Instant start(TraceData trace) {
        return Instant.ofEpochSecond(
                0, trace.spans().stream().mapToLong(Span::startNanos).min().orElse(0));
    }

    /** Compares the two. */
    public PeriodComparison compare() {
        PeriodComparator comparator = new PeriodComparator();
        referenceTraces.forEach(each -> comparator.addReference(Trace.of(each)));
        windowTraces.forEach(each -> comparator.addWindow(Trace.of(each)));
        return comparator.compare();
    }
}
