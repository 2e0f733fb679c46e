package io.github.sre4j.prometheus;

import io.github.sre4j.prometheus.api.PrometheusClient;
import io.github.sre4j.prometheus.api.PrometheusException;
import io.github.sre4j.prometheus.promql.LabelMatcher;
import io.github.sre4j.prometheus.promql.Selector;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the metrics of a service: one that does not exist is told from one that counted nothing. */
final class MetricSearch {

    /** Labels that a server, not an application, gives to a series: they tell processes apart. */
    private static final List<String> TARGET_LABELS = List.of(
            "job",
            "instance",
            "cluster",
            "namespace",
            "pod",
            "container",
            "host",
            "node",
            "region",
            "zone",
            "exported_job",
            "exported_instance",
            "service_instance_id",
            "prometheus",
            "prometheus_replica",
            "replica",
            "receive",
            "tenant_id");

    private static final int NAMED = 5;

    private final PrometheusClient client;
    private final Window window;

    MetricSearch(PrometheusClient client, Window window) {
        this.client = client;
        this.window = window;
    }

    /**
     * Returns the metrics of a service.
     *
     * @throws TelemetryException if the selector matches none
     */
    ServiceMetrics find(Selector selector) throws PrometheusException, TelemetryException {
        List<HttpMetric> found = metrics(selector);
        if (found.isEmpty()) {
            throw missing(selector);
        }
        HttpMetric metric = found.get(0);
        List<String> labels = client.labelNames(window, metric.base() + "_count" + selector.braces());
        return new ServiceMetrics(
                metric,
                selector,
                TARGET_LABELS.stream().filter(labels::contains).toList(),
                client.labelValues("le", window, metric.base() + "_bucket" + selector.braces()),
                found.subList(1, found.size()));
    }

    private List<HttpMetric> metrics(Selector selector) throws PrometheusException {
        List<String> names = Arrays.stream(HttpMetric.values())
                .map(metric -> metric.base() + "_count")
                .toList();
        List<String> present = client.labelValues(
                "__name__",
                window,
                selector.with(LabelMatcher.oneOf("__name__", names)).braces());
        return Arrays.stream(HttpMetric.values())
                .filter(metric -> present.contains(metric.base() + "_count"))
                .toList();
    }

    /** Neither a wrong selector nor a metric that nobody exports is a service without traffic. */
    private TelemetryException missing(Selector selector) throws PrometheusException {
        List<HttpMetric> anywhere = metrics(new Selector(List.of()));
        if (anywhere.isEmpty()) {
            return new TelemetryException(
                    TelemetryException.Kind.MISCONFIGURED,
                    Message.of(
                            PrometheusTelemetry.class,
                            "metric.none",
                            client.host(),
                            Arrays.stream(HttpMetric.values())
                                    .map(HttpMetric::base)
                                    .toList()));
        }
        List<String> examples = new ArrayList<>();
        for (String label : List.of("application", "job")) {
            if (examples.isEmpty()) {
                client.labelValues(label, window, anywhere.get(0).base() + "_count").stream()
                        .limit(NAMED)
                        .forEach(value ->
                                examples.add(new Selector(List.of(LabelMatcher.equal(label, value))).braces()));
            }
        }
        return new TelemetryException(
                TelemetryException.Kind.MISCONFIGURED,
                Message.of(
                        PrometheusTelemetry.class,
                        examples.isEmpty() ? "metric.not-selected" : "metric.not-selected-but",
                        selector,
                        anywhere.get(0).base(),
                        client.host(),
                        examples));
    }
}
