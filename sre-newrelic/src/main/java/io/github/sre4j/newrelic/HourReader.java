package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.HourCounts;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the rows of {@link HourQueries}. Not thread-safe. */
final class HourReader {

    private static final String BUCKET_BEGIN = "beginTimeSeconds";

    private final MeasurementPlan plan;
    private final List<Duration> thresholds;
    private final Map<EndpointName, TreeMap<Instant, Counts>> hours = new HashMap<>();

    HourReader(MeasurementPlan plan, List<Duration> thresholds) {
        this.plan = plan;
        this.thresholds = thresholds;
    }

    /**
     * Reads the rows of one query.
     *
     * @throws NerdGraphException if a number is missing or impossible, or an hour is not one of the query or comes twice
     */
    void read(HourQueries.Part part, List<Row> rows) throws NerdGraphException {
        for (Row row : rows) {
            String name = row.facet().orElse("");
            if (name.isEmpty()) {
                continue;
            }
            EndpointName endpoint = new EndpointName(name);
            Instant hour = part.buckets() ? hour(part, row, name) : part.from();
            Counts counts = counts(endpoint, row);
            if (counts.requests() > 0
                    && hours.computeIfAbsent(endpoint, key -> new TreeMap<>()).put(hour, counts) != null) {
                throw contradiction(name, "hour.twice", hour);
            }
        }
    }

    private static Instant hour(HourQueries.Part part, Row row, String name) throws NerdGraphException {
        double seconds = row.needed(BUCKET_BEGIN);
        Instant hour = Instant.ofEpochSecond(Math.round(seconds));
        if (hour.getEpochSecond() != seconds
                || !hour.truncatedTo(ChronoUnit.HOURS).equals(hour)
                || hour.isBefore(part.from())
                || !hour.isBefore(part.to())) {
            throw contradiction(name, "hour.outside", hour);
        }
        return hour;
    }

    private Counts counts(EndpointName endpoint, Row row) throws NerdGraphException {
        int threshold = plan.classOf(endpoint)
                .flatMap(PlannedClass::latencyThreshold)
                .map(thresholds::indexOf)
                .orElse(-1);
        try {
            return new Counts(
                    row.neededCount(MeasurementQueries.REQUESTS),
                    threshold < 0 ? 0 : row.neededCount(MeasurementQueries.SLOW + threshold),
                    row.neededCount(MeasurementQueries.ERRORS));
        } catch (IllegalArgumentException e) {
            throw NerdGraphException.contradiction(endpoint.value(), e);
        }
    }

    private static NerdGraphException contradiction(String name, String key, Instant hour) {
        return NerdGraphException.contradiction(
                name, new InvalidInputException(Message.of(NewRelicTelemetry.class, key, hour.toString())));
    }

    /** Returns the hours of an endpoint with requests, oldest first; empty if it had none. */
    List<HourCounts> hours(EndpointName endpoint) {
        return hours.getOrDefault(endpoint, new TreeMap<>()).entrySet().stream()
                .map(hour -> new HourCounts(hour.getKey(), hour.getValue()))
                .toList();
    }
}
