package io.github.sre4j.prometheus;

import io.github.sre4j.prometheus.api.PrometheusClient;
import io.github.sre4j.prometheus.api.PrometheusException;
import io.github.sre4j.prometheus.api.SampleSeries;
import io.github.sre4j.prometheus.count.CountGrid;
import io.github.sre4j.prometheus.promql.FailureQuery;
import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.text.Message;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The exceptions of failed requests, as far as labels tell them: the evidence there is without traces. */
final class FailureNotes {

    private static final int TOLD = 3;
    private static final Set<String> UNKNOWN = Set.of("", "None", "none", "UNKNOWN");

    private FailureNotes() {}

    /** Returns the most frequent ones; none if the server cannot tell them of so many series. */
    static List<Message> read(PrometheusClient client, ServiceMetrics metrics, CountGrid grid)
            throws PrometheusException {
        HttpMetric metric = metrics.metric();
        List<String> labels = metric.labels();
        String cause = metric.isMicrometer() ? "exception" : "error_type";
        FailureQuery query = new FailureQuery(
                metric.base(),
                metrics.selector(),
                labels,
                labels.get(2),
                cause,
                grid.step(),
                grid.to().getEpochSecond() - grid.from().getEpochSecond());
        try {
            return client.query(query.text(), grid.to()).stream()
                    .filter(series -> !UNKNOWN.contains(series.label(cause)))
                    .sorted(Comparator.comparingDouble((SampleSeries series) -> -series.values()[0])
                            .thenComparing(series -> series.labels().toString()))
                    .limit(TOLD)
                    .map(series -> note(series, labels, cause))
                    .toList();
        } catch (PrometheusException e) {
            if (e.kind() != PrometheusException.Kind.LIMIT && e.kind() != PrometheusException.Kind.QUERY_TIMEOUT) {
                throw e;
            }
            return List.of();
        }
    }

    private static Message note(SampleSeries series, List<String> labels, String cause) {
        String status = series.label(labels.get(2));
        String name = EndpointNames.name(series.label(labels.get(0)), series.label(labels.get(1)), status);
        return SourceNotes.note(
                "failures",
                Endpoint.of(new EndpointName(name)).label(),
                Math.round(series.values()[0]),
                status,
                series.label(cause));
    }
}
