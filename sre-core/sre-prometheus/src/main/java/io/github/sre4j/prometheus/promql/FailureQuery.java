package io.github.sre4j.prometheus.promql;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The expression that tells what failed requests have in common: their status and exception. Like {@link LatencyQuery} it loses what a process counted in
 * the step in which it restarted.
 *
 * @param base the metric's name without {@code _count}
 * @param selector the series of the service
 * @param group the labels of one kind of request
 * @param status the label of the status
 * @param cause the label of the exception
 * @param step the length of a step
 * @param windowSeconds the length of the window
 */
public record FailureQuery(
        String base,
        Selector selector,
        List<String> group,
        String status,
        String cause,
        Duration step,
        long windowSeconds) {

    /** Copies the list. */
    public FailureQuery {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(selector, "selector");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(step, "step");
        group = List.copyOf(group);
    }

    /** Returns the expression. */
    public String text() {
        String counters = base + "_count"
                + selector.with(LabelMatcher.matching(status, "5..")).braces();
        String hour = "[" + CounterQueries.LOOKBACK.toSeconds() + "s]";
        String now = "last_over_time(" + counters + hour + ")";
        String then = "last_over_time(" + counters + hour + " offset " + step.toSeconds() + "s)";
        return "sum by ("
                + Stream.concat(group.stream(), Stream.of(cause)).collect(Collectors.joining(", "))
                + ") (sum_over_time(((" + now + " - " + then + ") >= 0 or (" + now + " + 0))[" + (windowSeconds - 1)
                + "s:" + step.toSeconds() + "s])) > 0";
    }
}
