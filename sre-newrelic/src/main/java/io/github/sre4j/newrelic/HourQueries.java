package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.MeasurementPlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The queries for counts by hour of a few endpoints, all sent in one request: one for each stretch of full hours, because buckets of NRDB are full hours only between
 * full hours, and one for the hour in which the window ends, because that hour is not over.
 *
 * @param service the service
 * @param plan the plan, with the window
 * @param thresholds the distinct thresholds of the endpoints, one column each
 * @param endpoints the endpoints
 */
record HourQueries(Entity service, MeasurementPlan plan, List<Duration> thresholds, List<EndpointName> endpoints) {

    /** Below the limit of NRDB, in whole days. */
    private static final int HOURS_PER_QUERY = 15 * 24;

    /** As many as one request holds; 135 days. */
    private static final int MAX_QUERIES = 10;

    /**
     * One query.
     *
     * @param query the query
     * @param from its first hour
     * @param to the end of its last hour
     * @param buckets whether its rows are of hours; the only hour is {@code from} if they are not
     */
    record Part(Nrql query, Instant from, Instant to, boolean buckets) {}

    /** Returns the queries; none if the window is too long for one request. */
    List<Part> parts() {
        Window window = plan.window();
        Instant first = window.from().truncatedTo(ChronoUnit.HOURS);
        Instant last = window.to().truncatedTo(ChronoUnit.HOURS);
        List<Part> parts = new ArrayList<>();
        for (Instant from = first; from.isBefore(last); ) {
            Instant to = earlier(last, from.plus(HOURS_PER_QUERY, ChronoUnit.HOURS));
            parts.add(new Part(query().byHour().between(from, to), from, to, true));
            from = to;
        }
        if (last.isBefore(window.to())) {
            Instant from = last.isBefore(window.from()) ? window.from() : last;
            parts.add(new Part(query().between(from, window.to()), last, last.plus(1, ChronoUnit.HOURS), false));
        }
        return parts.size() > MAX_QUERIES ? List.of() : parts;
    }

    private Nrql query() {
        EventModel events = EventModel.of(service);
        Nrql query = Nrql.from(events.eventType())
                .select(MeasurementQueries.REQUESTS, Aggregate.count())
                .select(MeasurementQueries.ERRORS, Aggregate.count().where(events.failed()));
        for (int i = 0; i < thresholds.size(); i++) {
            query = query.select(
                    MeasurementQueries.SLOW + i,
                    Aggregate.count().where(Condition.above(EventModel.DURATION, Nrql.seconds(thresholds.get(i)))));
        }
        // The first hour may begin before the window.
        Condition inside = Condition.atLeast(
                EventModel.TIMESTAMP, BigDecimal.valueOf(plan.window().from().toEpochMilli()));
        Condition wanted = Condition.in(
                EventModel.NAME, endpoints.stream().map(EndpointName::value).toList());
        return MeasuredTime.without(query.where(events.usable().and(inside).and(wanted)), plan.excluded())
                .facet(EventModel.NAME)
                .limit(endpoints.size());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
