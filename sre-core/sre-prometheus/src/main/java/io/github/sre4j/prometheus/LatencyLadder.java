package io.github.sre4j.prometheus;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The latencies of one endpoint, as far as buckets tell them: information for people, which no verdict rests on. Not thread-safe. */
final class LatencyLadder {

    private final HttpMetric metric;
    private final TreeMap<BigDecimal, Double> upTo = new TreeMap<>();
    private double requests;
    private double longest;

    LatencyLadder(HttpMetric metric) {
        this.metric = metric;
    }

    void addRequests(double count) {
        requests += count;
    }

    void addUpTo(BigDecimal bound, double count) {
        upTo.merge(bound, count, Double::sum);
    }

    void longest(double value) {
        longest = Math.max(longest, value);
    }

    /** Returns the longest duration; null if the metric does not tell it. */
    @Nullable
    Duration maximum() {
        return longest > 0 && Double.isFinite(longest) ? metric.duration(longest) : null;
    }

    /** A duration between two bounds. */
    record Between(Duration lower, Duration upper) {

        double relativeError() {
            return upper.isZero() ? 0 : 1 - lower.toNanos() / (double) upper.toNanos();
        }
    }

    /** Returns the bounds of a percentile. */
    Between percentile(double share) {
        double rank = Math.max(1, Math.ceil(requests * share));
        BigDecimal lower = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, Double> bucket : upTo.entrySet()) {
            if (bucket.getValue() >= rank) {
                return between(lower, metric.duration(bucket.getKey().doubleValue()));
            }
            lower = bucket.getKey();
        }
        Duration most = maximum();
        Duration least = metric.duration(lower.doubleValue());
        return new Between(least, most == null || most.compareTo(least) < 0 ? least : most);
    }

    private Between between(BigDecimal lower, Duration upper) {
        Duration most = maximum();
        Duration least = metric.duration(lower.doubleValue());
        return new Between(
                least, most != null && most.compareTo(upper) < 0 && most.compareTo(least) > 0 ? most : upper);
    }

    /** Returns a time that the slow requests exceeded the threshold by together, at least. */
    Duration excessAtLeast(Duration threshold) {
        List<Map.Entry<BigDecimal, Double>> buckets = new ArrayList<>(new LinkedHashMap<>(upTo).entrySet());
        double seconds = 0;
        for (int i = 0; i < buckets.size(); i++) {
            Duration bound = metric.duration(buckets.get(i).getKey().doubleValue());
            if (bound.compareTo(threshold) > 0) {
                double next = i + 1 < buckets.size() ? buckets.get(i + 1).getValue() : requests;
                double beyond = Math.max(0, next - buckets.get(i).getValue());
                seconds += beyond * bound.minus(threshold).toNanos() / 1e9;
            }
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    boolean isEmpty() {
        return requests <= 0 || upTo.isEmpty();
    }
}
