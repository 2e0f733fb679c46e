package io.github.sre4j.prometheus;

import io.github.sre4j.prometheus.api.PrometheusClient;
import io.github.sre4j.prometheus.api.PrometheusException;
import io.github.sre4j.prometheus.api.SampleSeries;
import io.github.sre4j.prometheus.count.CountGrid;
import io.github.sre4j.prometheus.promql.LatencyQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the latencies of all endpoints in one request. */
final class LatencyReader {

    private static final int RUNGS = 14;

    private final PrometheusClient client;
    private final ServiceMetrics metrics;
    private final CountGrid grid;

    LatencyReader(PrometheusClient client, ServiceMetrics metrics, CountGrid grid) {
        this.client = client;
        this.metrics = metrics;
        this.grid = grid;
    }

    /**
     * Returns the latencies by name of endpoint; empty if there are no buckets, or the server cannot tell them of so many series.
     *
     * @param thresholds bounds that must be among the read ones
     */
    Map<String, LatencyLadder> read(Set<BigDecimal> thresholds) throws PrometheusException {
        BucketBounds bounds = new BucketBounds(metrics.bounds());
        Map<String, LatencyLadder> ladders = new HashMap<>();
        Set<BigDecimal> rungs = rungs(bounds, thresholds);
        List<String> texts =
                rungs.stream().flatMap(rung -> bounds.spellings(rung).stream()).toList();
        if (texts.isEmpty()) {
            return ladders;
        }
        LatencyQuery query = new LatencyQuery(
                metrics.metric().base(),
                metrics.selector(),
                metrics.metric().labels(),
                texts,
                grid.step(),
                grid.to().getEpochSecond() - grid.from().getEpochSecond());
        try {
            for (SampleSeries each : client.query(query.text(), grid.to())) {
                add(ladders, each);
            }
        } catch (PrometheusException e) {
            if (e.kind() != PrometheusException.Kind.LIMIT && e.kind() != PrometheusException.Kind.QUERY_TIMEOUT) {
                throw e;
            }
            ladders.clear();
        }
        return ladders;
    }

    private void add(Map<String, LatencyLadder> ladders, SampleSeries series) {
        List<String> labels = metrics.metric().labels();
        String name = EndpointNames.name(
                series.label(labels.get(0)), series.label(labels.get(1)), series.label(labels.get(2)));
        LatencyLadder ladder = ladders.computeIfAbsent(name, key -> new LatencyLadder(metrics.metric()));
        double value = series.values()[0];
        String bound = series.label("le");
        if (bound.equals(LatencyQuery.LONGEST)) {
            ladder.longest(value);
        } else if (bound.isEmpty()) {
            ladder.addRequests(value);
        } else {
            ladder.addUpTo(new BigDecimal(bound).stripTrailingZeros(), value);
        }
    }

    /** A few bounds over the whole range, and those that thresholds are. */
    private static Set<BigDecimal> rungs(BucketBounds bounds, Set<BigDecimal> thresholds) {
        List<BigDecimal> all = new ArrayList<>(bounds.values());
        Set<BigDecimal> rungs = new TreeSet<>();
        for (int i = 0; i < Math.min(RUNGS, all.size()); i++) {
            rungs.add(all.get((int) Math.round(i * (all.size() - 1.0) / Math.max(1, Math.min(RUNGS, all.size()) - 1))));
        }
        all.retainAll(thresholds);
        rungs.addAll(all);
        return rungs;
    }
}
