package io.github.sre4j.prometheus.promql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The expression that tells latencies: the requests of a window up to some bounds, and the longest duration. It follows restarts by steps only, and loses
 * what a process counted in the step in which it restarted.
 *
 * @param base the metric's name without {@code _count}, {@code _bucket}
 * @param selector the series of the service
 * @param group the labels of one kind of request
 * @param bounds the texts of the bounds
 * @param step the length of a step
 * @param windowSeconds the length of the window
 */
public record LatencyQuery(
        String base, Selector selector, List<String> group, List<String> bounds, Duration step, long windowSeconds) {

    /** The bound of the series that hold the longest duration. */
    public static final String LONGEST = "longest";

    /** Copies the lists. */
    public LatencyQuery {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(selector, "selector");
        Objects.requireNonNull(step, "step");
        group = List.copyOf(group);
        bounds = List.copyOf(bounds);
    }

    /** Returns the expression. */
    public String text() {
        List<String> texts = new ArrayList<>();
        texts.add("");
        texts.addAll(new TreeSet<>(bounds));
        String counters = selector.with(
                        LabelMatcher.oneOf("__name__", List.of(base + "_count", base + "_bucket")),
                        LabelMatcher.oneOf(CounterQueries.BOUND, texts))
                .braces();
        String hour = "[" + CounterQueries.LOOKBACK.toSeconds() + "s]";
        String now = "last_over_time(" + counters + hour + ")";
        String then = "last_over_time(" + counters + hour + " offset " + step.toSeconds() + "s)";
        String by = "by (" + String.join(", ", group);
        // A step ends at the window's begin, too: what lies before it is not of the window.
        String subquery = "[" + (windowSeconds - 1) + "s:" + step.toSeconds() + "s]";
        return "sum " + by + ", le) (sum_over_time(((" + now + " - " + then + ") >= 0 or (" + now + " + 0))" + subquery
                + ")) or "
                + CounterQueries.labelled(
                        "max " + by + ") (max_over_time(" + base + "_max" + selector.braces() + "[" + windowSeconds
                                + "s]))",
                        CounterQueries.BOUND,
                        LONGEST);
    }
}
