package io.github.sre4j.prometheus.api;

import java.util.Map;
import java.util.Objects;

/**
 * One series of an answer.
 *
 * @param labels its labels
 * @param times times in milliseconds since the epoch, ascending; not to be changed
 * @param values the values at these times; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers
public record SampleSeries(Map<String, String> labels, long[] times, double[] values) {

    /** Copies the labels. */
    public SampleSeries {
        labels = Map.copyOf(labels);
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(values, "values");
    }

    /** Returns the value of a label; empty if the series does not have it. */
    public String label(String name) {
        return labels.getOrDefault(name, "");
    }
}
