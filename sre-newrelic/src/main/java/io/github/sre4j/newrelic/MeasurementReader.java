package io.github.sre4j.newrelic;

import static io.github.sre4j.newrelic.MeasurementQueries.ERRORS;
import static io.github.sre4j.newrelic.MeasurementQueries.FIRST_ERRORS;
import static io.github.sre4j.newrelic.MeasurementQueries.FIRST_REQUESTS;
import static io.github.sre4j.newrelic.MeasurementQueries.FIRST_SLOW;
import static io.github.sre4j.newrelic.MeasurementQueries.LONGEST;
import static io.github.sre4j.newrelic.MeasurementQueries.PERCENTILES;
import static io.github.sre4j.newrelic.MeasurementQueries.REQUESTS;
import static io.github.sre4j.newrelic.MeasurementQueries.SLOW;
import static io.github.sre4j.newrelic.MeasurementQueries.SLOW_TIME;

import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.LatencySummary;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.PlannedClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one row of the endpoints' query. */
final class MeasurementReader {

    /** What New Relic documents for durations from a millisecond to a quarter of an hour. */
    private static final double PERCENTILE_ERROR = 0.03125;

    private final MeasurementPlan plan;
    private final List<Duration> thresholds;
    private final Map<String, Long> traffic;
    private final BigDecimal perSecond;
    private final boolean countsErrors;

    MeasurementReader(MeasurementPlan plan, List<Duration> thresholds, Map<String, Long> traffic) {
        this(plan, thresholds, traffic, 1, true);
    }

    /**
     * A reader of values in another unit.
     *
     * @param perSecond how many of the unit make a second
     * @param countsErrors whether rows say how many failed
     */
    MeasurementReader(
            MeasurementPlan plan,
            List<Duration> thresholds,
            Map<String, Long> traffic,
            int perSecond,
            boolean countsErrors) {
        this.perSecond = BigDecimal.valueOf(perSecond);
        this.countsErrors = countsErrors;
        this.plan = plan;
        this.thresholds = thresholds;
        this.traffic = traffic;
    }

    /**
     * Reads a row.
     *
     * @throws NerdGraphException if a number is missing or contradicts another: then nothing may be judged by it
     */
    EndpointMeasurement endpoint(String name, Row row) throws NerdGraphException {
        EndpointName endpoint = new EndpointName(name);
        int threshold = plan.classOf(endpoint)
                .flatMap(PlannedClass::latencyThreshold)
                .map(thresholds::indexOf)
                .orElse(-1);
        long requests = row.neededCount(REQUESTS);
        long slow = threshold < 0 ? 0 : row.neededCount(SLOW + threshold);
        long firstRequests = row.neededCount(FIRST_REQUESTS);
        long firstSlow = threshold < 0 ? 0 : row.neededCount(FIRST_SLOW + threshold);
        long errors = countsErrors ? row.neededCount(ERRORS) : 0;
        long firstErrors = countsErrors ? row.neededCount(FIRST_ERRORS) : 0;
        try {
            return new EndpointMeasurement(
                    endpoint,
                    new Counts(requests, slow, errors),
                    new Counts(firstRequests, firstSlow, firstErrors),
                    new Counts(requests - firstRequests, slow - firstSlow, errors - firstErrors),
                    List.of(),
                    slow == 0 ? Duration.ZERO : excess(row, threshold, slow),
                    Math.max(requests, traffic.getOrDefault(name, 0L)),
                    latency(row, requests));
        } catch (IllegalArgumentException e) {
            throw NerdGraphException.contradiction(name, e);
        }
    }

    /** Σ (duration − T) over the slow requests: their sum less T for each. */
    private Duration excess(Row row, int threshold, long slow) throws NerdGraphException {
        BigDecimal total = BigDecimal.valueOf(row.needed(SLOW_TIME + threshold));
        Duration limit = thresholds.get(threshold).multipliedBy(slow);
        Duration excess = nanos(total).minus(limit);
        return excess.isNegative() ? Duration.ZERO : excess;
    }

    private @Nullable LatencySummary latency(Row row, long requests) {
        if (requests == 0
                || row.number(LONGEST).isEmpty()
                || row.percentile(PERCENTILES, 50).isEmpty()) {
            return null;
        }
        double longest = row.number(LONGEST).getAsDouble();
        return new LatencySummary(
                percentile(row, 50, longest),
                percentile(row, 90, longest),
                percentile(row, 95, longest),
                percentile(row, 99, longest),
                nanos(BigDecimal.valueOf(longest)),
                PERCENTILE_ERROR);
    }

    /** An approximate percentile may lie above the longest duration there was. */
    private Duration percentile(Row row, int percentile, double longest) {
        return nanos(BigDecimal.valueOf(
                Math.min(longest, row.percentile(PERCENTILES, percentile).orElse(longest))));
    }

    private Duration nanos(BigDecimal value) {
        return Duration.ofNanos(value.movePointRight(9)
                .divide(perSecond, 0, RoundingMode.HALF_EVEN)
                .longValue());
    }
}
