package io.github.sre4j.calibrate;

import io.github.sre4j.report.json.StoredReport.StoredEndpoint;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.telemetry.LatencySummary;
import java.time.Duration;
import java.util.List;

/**
 * How long users waited beyond a threshold, as far as an endpoint's percentiles tell.
 *
 * <p>Between two percentiles a duration is no shorter than the lower one and no longer than the upper one; that gives bounds, and a straight line
 * between them an estimate. What was counted exactly at the threshold of the check bounds the others: a longer threshold has no more waiting beyond it, a
 * shorter one no less.
 *
 * @param seconds the estimate, in seconds
 * @param least the lower bound
 * @param most the upper bound
 */
record StoredWaiting(double seconds, double least, double most) {

    private static final double[] SHARES = {0, 0.5, 0.9, 0.95, 0.99, 1};

    static StoredWaiting beyond(Duration threshold, StoredEndpoint endpoint) {
        double exact = seconds(endpoint.excess());
        Duration judgedAt = endpoint.slis().stream()
                .filter(sli -> sli.sli() instanceof LatencySli)
                .map(sli -> ((LatencySli) sli.sli()).threshold())
                .findFirst()
                .orElseThrow();
        int order = threshold.compareTo(judgedAt);
        if (order == 0) {
            return new StoredWaiting(exact, exact, exact);
        }
        double[] durations = durations(endpoint.latencySummary().orElseThrow());
        double limit = seconds(threshold);
        double least = 0;
        double most = 0;
        double line = 0;
        for (int i = 1; i < durations.length; i++) {
            double requests = endpoint.requests() * (SHARES[i] - SHARES[i - 1]);
            double low = durations[i - 1] - limit;
            double high = durations[i] - limit;
            least += requests * Math.max(0, low);
            most += requests * Math.max(0, high);
            line += requests * meanAboveZero(low, high);
        }
        if (order > 0) {
            most = Math.min(most, exact);
            least = Math.min(least, most);
        } else {
            least = Math.max(least, exact);
            most = Math.max(most, least);
        }
        return new StoredWaiting(Math.min(most, Math.max(least, line)), least, most);
    }

    StoredWaiting times(double factor) {
        return new StoredWaiting(seconds * factor, least * factor, most * factor);
    }

    StoredWaiting plus(StoredWaiting other) {
        return new StoredWaiting(seconds + other.seconds, least + other.least, most + other.most);
    }

    /** The mean of max(0, x) along the straight line from one value to the other. */
    private static double meanAboveZero(double low, double high) {
        if (high <= 0) {
            return 0;
        }
        return low >= 0 ? (low + high) / 2 : high / 2 * (high / (high - low));
    }

    private static double[] durations(LatencySummary latency) {
        List<Duration> points =
                List.of(Duration.ZERO, latency.p50(), latency.p90(), latency.p95(), latency.p99(), latency.max());
        double[] durations = new double[points.size()];
        for (int i = 1; i < durations.length; i++) {
            // Percentiles are approximate, so one may be a little below the one before it.
            durations[i] = Math.max(durations[i - 1], seconds(points.get(i)));
        }
        return durations;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
