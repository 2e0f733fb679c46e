package io.github.sre4j.prometheus.count;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** One target, step by step, from some steps before the window on. Not thread-safe while it is filled. */
final class TargetSteps {

    private final Map<String, String> labels;
    private final int before;
    final double[] scrapes;
    final double[] restarts;
    final double[] starts;
    final double[] requests;

    TargetSteps(Map<String, String> labels, CountGrid grid) {
        this.labels = new TreeMap<>(labels);
        this.before = grid.before();
        int all = before + grid.steps();
        this.scrapes = new double[all];
        this.restarts = new double[all];
        this.starts = new double[all];
        this.requests = new double[all];
    }

    Map<String, String> labels() {
        return labels;
    }

    /** Returns whether the target has a sample less than {@link CountGrid#before} steps before the end of a step. */
    boolean isPresent(int step) {
        int at = step + before;
        for (int i = Math.max(0, at - before + 1); i <= at; i++) {
            if (scrapes[i] > 0) {
                return true;
            }
        }
        return false;
    }

    double scrapes(int step) {
        return scrapes[step + before];
    }

    boolean mayHaveRestarted(int step) {
        return restarts[step + before] > 0;
    }

    /** Returns when the process started, in seconds since the epoch; 0 if unknown. */
    double start(int step) {
        return starts[step + before];
    }

    double requests(int step) {
        return requests[step + before];
    }

    /** Returns the last step before another with a sample; less than that of any if there is none. */
    int lastSeenBefore(int step) {
        for (int i = step - 1; i >= -before; i--) {
            if (scrapes(i) > 0) {
                return i;
            }
        }
        return Integer.MIN_VALUE;
    }

    /** Returns the requests of its busiest step after another, which had no restart. */
    double busiestAfter(int step) {
        double most = 0;
        for (int i = step + 1 + before; i < requests.length; i++) {
            most = Math.max(most, restarts[i] > 0 ? 0 : requests[i]);
        }
        return most;
    }

    /** Returns its requests in a usual step. */
    double usualRequests() {
        double[] counted =
                Arrays.stream(requests).filter(value -> value > 0).sorted().toArray();
        return counted.length == 0 ? 0 : counted[counted.length / 2];
    }
}
