package io.github.sre4j.prometheus;

import io.github.sre4j.prometheus.BucketBounds.Around;
import io.github.sre4j.prometheus.api.PrometheusClient;
import io.github.sre4j.prometheus.api.PrometheusException;
import io.github.sre4j.prometheus.api.SampleSeries;
import io.github.sre4j.prometheus.promql.Selector;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.provider.ServiceProbe;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows what a check would find in Prometheus, and the one line of configuration that makes it exact. Thread-safe. */
public final class PrometheusProbe implements ServiceProbe {

    private final Supplier<PrometheusClient> clients;
    private final Selector selector;

    /**
     * Creates a probe.
     *
     * @param clients make a client of the server
     * @param selector the series of the service
     */
    public PrometheusProbe(Supplier<PrometheusClient> clients, Selector selector) {
        this.clients = Objects.requireNonNull(clients, "clients");
        this.selector = Objects.requireNonNull(selector, "selector");
    }

    @Override
    public List<Finding> probe(MeasurementPlan plan) throws TelemetryException {
        PrometheusClient client = clients.get();
        try {
            ServiceMetrics metrics = new MetricSearch(client, plan.window()).find(selector);
            List<SampleSeries> series = client.query(
                    "count by () (last_over_time(" + metrics.metric().base() + "_count" + selector.braces()
                            + "[3600s]))",
                    plan.window().to());
            long count = series.isEmpty() ? 0 : Math.round(series.get(0).values()[0]);
            List<Finding> findings = new ArrayList<>();
            findings.add(finding(
                    "label.found",
                    Message.of(
                            PrometheusTelemetry.class,
                            "probe.found",
                            metrics.metric().base(),
                            count,
                            metrics.targets())));
            findings.add(buckets(plan, metrics));
            client.warnings().forEach(warning -> findings.add(finding("label.warns", Message.plain(warning))));
            return findings;
        } catch (PrometheusException e) {
            throw PrometheusTelemetry.failure(e);
        }
    }

    private static Finding buckets(MeasurementPlan plan, ServiceMetrics metrics) {
        BucketBounds bounds = new BucketBounds(metrics.bounds());
        List<Duration> thresholds = plan.classes().stream()
                .filter(planned -> !isOfPagesOnly(planned))
                .map(PlannedClass::latencyThreshold)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
        List<Duration> inexact = thresholds.stream()
                .filter(threshold -> {
                    Around around = bounds.around(metrics.metric().inUnit(threshold));
                    return around.exact().isEmpty();
                })
                .toList();
        List<Object> missing = inexact.stream()
                .<Object>map(threshold -> threshold.toMillis() + " ms")
                .toList();
        if (inexact.isEmpty()) {
            return finding("label.buckets", Message.of(PrometheusTelemetry.class, "probe.exact"));
        }
        return finding(
                "label.buckets",
                Message.of(
                        PrometheusTelemetry.class,
                        bounds.isEmpty() ? "probe.no-buckets" : "probe.inexact",
                        missing,
                        BucketAdvice.line(metrics.metric(), thresholds)));
    }

    private static boolean isOfPagesOnly(PlannedClass planned) {
        return planned.match().stream().allMatch(pattern -> pattern.text().startsWith("PageViewTiming/"));
    }

    private static Finding finding(String label, Message text) {
        return new Finding(Message.of(PrometheusTelemetry.class, label), text);
    }
}
