package io.github.sre4j.prometheus;

import io.github.sre4j.prometheus.promql.Selector;
import java.util.List;
import java.util.Objects;

/**
 * The metrics of a service, as its server has them.
 *
 * @param metric the metric that counts its requests
 * @param selector its series
 * @param targets the labels that tell its processes apart
 * @param bounds texts of its bucket bounds; empty if it has no histogram
 * @param others further metrics that count requests, which are not read
 */
public record ServiceMetrics(
        HttpMetric metric, Selector selector, List<String> targets, List<String> bounds, List<HttpMetric> others) {

    /** Copies the lists. */
    public ServiceMetrics {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(selector, "selector");
        targets = List.copyOf(targets);
        bounds = List.copyOf(bounds);
        others = List.copyOf(others);
    }
}
