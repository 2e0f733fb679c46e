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

    MeasurementReader(MeasurementPlan plan, List<Duration> thresholds, Map<String, Long> traffic) {
        this(plan, thresholds, traffic, 1);
    }

    /**
     * A reader of values in another unit.
     *
     * @param perSecond how many of the unit make a second
     */
    MeasurementReader(MeasurementPlan plan, List<Duration> thresholds, Map<String, Long> traffic, int perSecond) {
        this.perSecond = BigDecimal.valueOf(perSecond);
        this.plan = plan;
        this.thresholds = thresholds;
        this.traffic = traffic;
    }

    EndpointMeasurement endpoint(String name, Row row) {
        EndpointName endpoint = new EndpointName(name);
        int threshold = plan.classOf(endpoint)
                .flatMap(PlannedClass::latencyThreshold)
                .map(thresholds::indexOf)
                .orElse(-1);
        long requests = row.count(REQUESTS);
        long slow = threshold < 0 ? 0 : row.count(SLOW + threshold);
        Counts whole = new Counts(requests, slow, row.count(ERRORS));
        Counts first = new Counts(
                row.count(FIRST_REQUESTS),
                threshold < 0 ? 0 : row.count(FIRST_SLOW + threshold),
                row.count(FIRST_ERRORS));
        Counts second = new Counts(
                whole.requests() - first.requests(), whole.slow() - first.slow(), whole.errors() - first.errors());
        return new EndpointMeasurement(
                endpoint,
                whole,
                first,
                second,
                List.of(),
                threshold < 0 ? Duration.ZERO : excess(row, threshold, slow),
                Math.max(requests, traffic.getOrDefault(name, 0L)),
                latency(row, requests));
    }

    /** Σ (duration − T) over the slow requests: their sum less T for each. */
    private Duration excess(Row row, int threshold, long slow) {
        BigDecimal total = BigDecimal.valueOf(row.number(SLOW_TIME + threshold).orElse(0));
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
