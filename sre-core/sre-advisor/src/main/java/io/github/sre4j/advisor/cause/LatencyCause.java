package io.github.sre4j.advisor.cause;

import io.github.sre4j.advisor.impact.Saving;
import java.util.List;
import java.util.Set;

/**
 * A cause of slow requests, with what a fix may save.
 *
 * @param cause the cause
 * @param saving what a fix takes from a request
 * @param atMostPerDay what unsampled metrics know for the time it removes, seconds a day; infinite if they know nothing
 * @param traces how many traces the saving rests on, 0 if on metrics alone
 * @param spans in each trace, in the order of the saving's shares, the spans a fix removes
 */
public record LatencyCause(Cause cause, Saving saving, double atMostPerDay, int traces, List<Set<String>> spans) {

    /** Copies the list. */
    public LatencyCause {
        spans = List.copyOf(spans);
    }

    /** In each trace, the share of its spans that others took already. */
    public List<Double> sharedWith(List<LatencyCause> taken) {
        return java.util.stream.IntStream.range(0, spans.size())
                .mapToObj(i -> overlap(i, taken))
                .toList();
    }

    private double overlap(int trace, List<LatencyCause> taken) {
        Set<String> mine = spans.get(trace);
        if (mine.isEmpty()) {
            return 0;
        }
        long shared = mine.stream()
                .filter(span -> taken.stream()
                        .anyMatch(other -> trace < other.spans.size()
                                && other.spans.get(trace).contains(span)))
                .count();
        return (double) shared / mine.size();
    }

    /** The same with another cause. */
    public LatencyCause with(Cause other) {
        return new LatencyCause(other, saving, atMostPerDay, traces, spans);
    }
}
