package io.github.sre4j.prometheus.count;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The counts of one kind of request: of all of them, and of those up to each bound. Not thread-safe while it is filled. */
public final class RequestCounts {

    private final List<String> labels;
    private final int steps;
    private final Map<String, double[]> byBound = new HashMap<>();

    RequestCounts(List<String> labels, int steps) {
        this.labels = List.copyOf(labels);
        this.steps = steps;
    }

    void add(String bound, int step, double value) {
        if (step >= 0 && step < steps) {
            byBound.computeIfAbsent(bound, key -> new double[steps])[step] += value;
        }
    }

    /** Returns the values of the labels that make the kind. */
    public List<String> labels() {
        return labels;
    }

    /** Returns the requests of a step. */
    public double requests(int step) {
        double[] counts = byBound.get("");
        return counts == null ? 0 : counts[step];
    }

    /** Returns the requests of a step up to a bound, of which there may be several spellings. */
    public double upTo(List<String> bound, int step) {
        double sum = 0;
        for (String text : bound) {
            double[] counts = byBound.get(text);
            sum += counts == null ? 0 : counts[step];
        }
        return sum;
    }

    /** Returns the bounds of which there are counts; the empty one is that of all requests. */
    Set<String> bounds() {
        return byBound.keySet();
    }
}
