package io.github.sre4j.newrelic.export;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often each transaction ran, by hours, as rows of the metric that event files have for it. These counts are not sampled, so that a replayed
 * check knows as well as the first one how many requests there really were.
 */
final class MetricPages implements Pages {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final int HOURS_AT_ONCE = 10;
    private static final String TIMESLICE = "newrelic.timeslice.value";

    private final NrqlQueries queries;
    private final Entity service;
    private final Window window;
    private final Nrql counts;

    MetricPages(NrqlQueries queries, Entity service, Window window) {
        this.queries = queries;
        this.service = service;
        this.window = window;
        this.counts = Nrql.from(EventTypes.METRIC)
                .select("n", Aggregate.count(EventTypes.DURATION))
                .select("t", Aggregate.sum(EventTypes.DURATION))
                .select("s", Aggregate.min(EventTypes.DURATION))
                .select("l", Aggregate.max(EventTypes.DURATION))
                .where(EventTypes.ofService(EventTypes.METRIC, service))
                .facet(new Attribute("transactionName"));
    }

    @Override
    public Page from(long millis) throws NerdGraphException {
        List<Window> hours = hours(millis);
        List<List<Row>> answers = queries.ask(hours.stream()
                .map(hour -> counts.between(hour.from(), hour.to()))
                .toList());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        long counted = 0;
        for (int i = 0; i < hours.size(); i++) {
            for (Row row : answers.get(i)) {
                Optional<String> transaction = row.facet();
                if (transaction.isPresent() && row.count("n") > 0) {
                    rows.add(row(hours.get(i), transaction.get(), row));
                    counted += row.count("n");
                }
            }
        }
        return new Page(hours.get(hours.size() - 1).to().toEpochMilli(), rows, counted, Optional.empty());
    }

    private List<Window> hours(long millis) {
        List<Window> hours = new ArrayList<>();
        long end = window.to().toEpochMilli();
        for (long from = millis; from < end && hours.size() < HOURS_AT_ONCE; ) {
            long to = Math.min(end, Math.floorDiv(from, HOUR) * HOUR + HOUR);
            hours.add(new Window(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to)));
            from = to;
        }
        return hours;
    }

    private Map<String, @Nullable Object> row(Window hour, String transaction, Row row) {
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        value.put("count", row.count("n"));
        row.number("t").ifPresent(total -> value.put("total", total));
        row.number("s").ifPresent(least -> value.put("min", least));
        row.number("l").ifPresent(most -> value.put("max", most));
        Map<String, @Nullable Object> metric = new LinkedHashMap<>();
        metric.put("metricName", TIMESLICE);
        metric.put("timestamp", hour.from().toEpochMilli());
        metric.put("endTimestamp", hour.to().toEpochMilli());
        metric.put("interval.ms", hour.length().toMillis());
        metric.put("metricTimesliceName", transaction);
        metric.put(TIMESLICE, value);
        metric.put("appName", service.name());
        metric.put("entity.guid", service.guid());
        return metric;
    }
}
