package io.github.sre4j.prometheus.count;

import io.github.sre4j.prometheus.api.PrometheusClient;
import io.github.sre4j.prometheus.api.PrometheusException;
import io.github.sre4j.prometheus.api.SampleSeries;
import io.github.sre4j.prometheus.promql.CounterQueries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts what counters counted, exactly: each request between two samples of its target, through restarts and for series that began in between. */
public final class CounterReader {

    private final PrometheusClient client;

    /** Creates a reader. */
    public CounterReader(PrometheusClient client) {
        this.client = Objects.requireNonNull(client, "client");
    }

    /**
     * Counts.
     *
     * @param queries the expressions of the service's counters
     * @param grid the steps
     */
    public CounterRead read(CounterQueries queries, CountGrid grid) throws PrometheusException {
        StepQueries steps = new StepQueries(client, grid);
        TargetHistory history = new TargetHistory(grid);
        history.add(steps.overSteps(queries.targetSteps(), -grid.before(), grid.steps() - 1));
        Map<List<String>, RequestCounts> counts = new LinkedHashMap<>();
        for (SampleSeries each : steps.overSteps(queries.increments(), 0, grid.steps() - 1)) {
            for (int i = 0; i < each.times().length; i++) {
                add(counts, queries, grid, each, grid.index(each.times()[i]), each.values()[i]);
            }
        }
        Corrections corrections = new Corrections(queries, history, grid).prepare();
        for (SampleSeries each : steps.together(corrections.expressions())) {
            int part = Integer.parseInt(each.label(Corrections.PART));
            add(counts, queries, grid, each, corrections.step(part), corrections.sign(part) * each.values()[0]);
        }
        return new CounterRead(
                grid,
                List.copyOf(counts.values()),
                ScrapeCoverage.of(history, grid, corrections.joined()),
                history::everyCounterHas,
                steps.texts());
    }

    private static void add(
            Map<List<String>, RequestCounts> counts,
            CounterQueries queries,
            CountGrid grid,
            SampleSeries series,
            int step,
            double value) {
        List<String> key = queries.group().stream().map(series::label).toList();
        counts.computeIfAbsent(key, labels -> new RequestCounts(labels, grid.steps()))
                .add(series.label(CounterQueries.BOUND), step, value);
    }
}
