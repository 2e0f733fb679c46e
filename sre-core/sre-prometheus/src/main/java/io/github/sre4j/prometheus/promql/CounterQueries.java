package io.github.sre4j.prometheus.promql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The expressions that count requests exactly. None of them uses {@code increase()}, which extrapolates to the edges of its range and takes nothing from
 * the first sample of a series.
 *
 * <p>What a counter counted in a step is the difference of its last samples up to the step's end and up to its begin; a counter without a sample before
 * began at zero. This holds but where a target restarted: there its series are followed sample by sample.
 *
 * @param base the metric's name without {@code _count}, {@code _bucket}
 * @param selector the series of the service
 * @param group the labels of one kind of request
 * @param targets the labels that tell one process from another
 * @param bounds the texts of the bucket bounds that are read
 * @param step the length of a step
 */
public record CounterQueries(
        String base, Selector selector, List<String> group, List<String> targets, List<String> bounds, Duration step) {

    /** The label of a bucket's upper bound; that of a count is empty. */
    public static final String BOUND = "le";

    /** The label of a series that tells what its values are. */
    public static final String KIND = "sre_kind";

    /** The values are samples of a target in a step. */
    public static final String SCRAPES = "scrapes";

    /** The values are numbers of series, by bound. */
    public static final String SERIES = "series";

    /** The values are above zero where a target may have restarted. */
    public static final String RESTARTS = "restarts";

    /** The values are times at which processes started, in seconds since the epoch. */
    public static final String STARTS = "starts";

    /** The values are requests of a target in a step, but for its restarts. */
    public static final String REQUESTS = "requests";

    /** A counter without a sample for so long has ended. */
    public static final Duration LOOKBACK = Duration.ofHours(1);

    private static final String PROCESS_START = "process_start_time_seconds";

    /** Copies the lists. */
    public CounterQueries {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(selector, "selector");
        Objects.requireNonNull(step, "step");
        group = List.copyOf(group);
        targets = List.copyOf(targets);
        bounds = List.copyOf(bounds);
    }

    /** Returns what each target did in each step: its samples, restarts, start and requests; and how many series there are. */
    public String targetSteps() {
        String counts = base + "_count" + selector.braces();
        String starts = PROCESS_START + selector.braces();
        String wide = range(step.plus(LOOKBACK));
        String alive = "count " + by(targets) + "(" + counts + ")";
        return String.join(
                " or ",
                kind(SCRAPES, "max " + by(targets) + "(count_over_time(" + counts + range(step) + "))"),
                kind(SERIES, "count by (le) (" + last(counters(selector)) + ")"),
                kind(
                        RESTARTS,
                        "(max " + by(targets) + "(resets(" + counts + wide + ")) > 0) or (max " + by(targets)
                                + "(changes("
                                + starts + wide + ")) > 0) or count " + by(targets) + "((" + last(counts) + " unless "
                                + counts + ") and " + on(targets) + alive + ")"),
                kind(STARTS, "max " + by(targets) + "(" + last(starts) + ")"),
                kind(REQUESTS, "sum " + by(targets) + "(" + difference(counts, "") + ")"));
    }

    /** Returns the requests of each step by kind of request and bound, but for restarts. */
    public String increments() {
        return "sum " + by(grouped()) + "(" + difference(counters(selector), "") + ") != 0";
    }

    /**
     * Returns what the targets of a step really counted, sample by sample.
     *
     * @param some the series of these targets
     * @param end the end of the step, in seconds since the epoch
     * @param samples less than the time between two samples, a divisor of the step
     */
    public String followed(Selector some, long end, Duration samples) {
        String counters = counters(some);
        String back = " offset " + text(samples);
        String before = "(" + counters + back + ")";
        String older = "last_over_time(" + counters + range(LOOKBACK) + back + ")";
        String change = "(" + counters + " - " + before + ") >= 0";
        // A target that was not scraped for a while goes on where it was, unless one of its counters shows that it
        // restarted.
        String afterGap = "((" + counters + " - " + older + ") >= 0) unless " + on(targets) + before + " unless "
                + on(targets) + "((" + counters + " - " + older + ") < 0)";
        return "sum " + by(grouped()) + "(sum_over_time(((" + change + ") or (" + afterGap + ") or (" + counters
                + " + 0))[" + (step.toSeconds() - 1) + "s:" + text(samples) + "] @ " + end + "))";
    }

    /** Returns what {@link #increments} counted of these targets in that step. */
    public String assumed(Selector some, long end) {
        return "sum " + by(grouped()) + "(" + difference(counters(some), " @ " + end) + ")";
    }

    /**
     * Returns the first values of these targets in a step, of the counters that were there from their first sample on.
     *
     * @param some the series of these targets
     * @param end the end of the step, in seconds since the epoch
     * @param samples the number of samples of the targets in the step
     */
    public String firstValues(Selector some, long end, long samples) {
        String counters = counters(some) + range(step) + " @ " + end;
        return "sum " + by(grouped()) + "(min_over_time(" + counters + ") and (count_over_time(" + counters + ") >= "
                + samples + "))";
    }

    /** Returns the last values of these targets before a gap, of the counters that go on after it. */
    public String valuesBeforeGap(Selector some, long lastSeen, long end) {
        String counters = counters(some);
        return "sum " + by(grouped()) + "(last_over_time(" + counters + range(LOOKBACK) + " @ " + lastSeen
                + ") <= min_over_time(" + counters + range(step) + " @ " + end + "))";
    }

    /** Returns an expression whose series have a further label. */
    public static String labelled(String expression, String label, String value) {
        return "label_replace(" + expression + ", " + LabelMatcher.quoted(label) + ", " + LabelMatcher.quoted(value)
                + ", \"\", \"\")";
    }

    /** Returns the labels of a row of counts. */
    public List<String> grouped() {
        return Stream.concat(group.stream(), Stream.of(BOUND)).toList();
    }

    private String counters(Selector some) {
        List<String> texts = new ArrayList<>();
        texts.add("");
        texts.addAll(new TreeSet<>(bounds));
        return bounds.isEmpty()
                ? base + "_count" + some.braces()
                : some.with(
                                LabelMatcher.oneOf("__name__", List.of(base + "_count", base + "_bucket")),
                                LabelMatcher.oneOf(BOUND, texts))
                        .braces();
    }

    /** The difference of the last samples at the two ends of a step, or the last sample of a counter that began in it. */
    private String difference(String counters, String at) {
        String now = "last_over_time(" + counters + range(LOOKBACK) + at + ")";
        String then = "last_over_time(" + counters + range(LOOKBACK) + at + " offset " + text(step) + ")";
        return "(" + now + " - " + then + ") or " + now;
    }

    private static String last(String series) {
        return "last_over_time(" + series + range(LOOKBACK) + ")";
    }

    private static String kind(String kind, String expression) {
        return labelled(expression, KIND, kind);
    }

    private static String by(List<String> labels) {
        return "by (" + String.join(", ", labels) + ") ";
    }

    private static String on(List<String> labels) {
        return "on (" + String.join(", ", labels) + ") ";
    }

    private static String range(Duration length) {
        return "[" + text(length) + "]";
    }

    private static String text(Duration length) {
        return length.toSeconds() + "s";
    }
}
