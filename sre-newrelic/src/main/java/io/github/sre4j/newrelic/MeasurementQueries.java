package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.MeasurementPlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The queries of a measurement. Each distinct threshold of the plan becomes a few columns; which of them counts for an endpoint is
 * decided where the answer is read, because NRQL knows no patterns like ours.
 */
record MeasurementQueries(Entity service, MeasurementPlan plan, List<Duration> thresholds) {

    /** The times of metrics are queried apart, as far as they fit into one request. */
    private static final int MAX_PARTS = 5;

    static final String REQUESTS = "n";
    static final String ERRORS = "e";
    static final String FIRST_REQUESTS = "n1";
    static final String FIRST_ERRORS = "e1";
    static final String SLOW = "s";
    static final String FIRST_SLOW = "f";
    static final String SLOW_TIME = "x";
    static final String PERCENTILES = "p";
    static final String LONGEST = "m";
    static final String UNUSABLE = "u";
    static final String SAYS_OUTCOME = "k";
    static final String WITH_EXCLUDED = "b";
    static final String FIRST_EVENT = "a";
    static final String LAST_EVENT = "z";

    /** Without these there is nothing to say. */
    List<Nrql> needed() {
        return List.of(endpoints(), totals());
    }

    /** Without the queries of traffic it is not known whether the events are all there were, without the last what catch-all names stand for. */
    List<Nrql> wished() {
        return Stream.concat(traffic().stream(), new TraitsQuery(service, plan).query().stream())
                .toList();
    }

    /** One row for each endpoint, the busiest first where there are more than fit. */
    private Nrql endpoints() {
        EventModel events = EventModel.of(service);
        Condition firstHalf = Condition.below(
                EventModel.TIMESTAMP, BigDecimal.valueOf(plan.window().middle().toEpochMilli()));
        Nrql query = Nrql.from(events.eventType())
                .select(REQUESTS, Aggregate.count())
                .select(FIRST_REQUESTS, Aggregate.count().where(firstHalf))
                .select(ERRORS, Aggregate.count().where(events.failed()))
                .select(FIRST_ERRORS, Aggregate.count().where(events.failed().and(firstHalf)));
        for (int i = 0; i < thresholds.size(); i++) {
            Condition slow = Condition.above(EventModel.DURATION, Nrql.seconds(thresholds.get(i)));
            query = query.select(SLOW + i, Aggregate.count().where(slow))
                    .select(FIRST_SLOW + i, Aggregate.count().where(slow.and(firstHalf)))
                    .select(SLOW_TIME + i, Aggregate.sum(EventModel.DURATION).where(slow));
        }
        Nrql all = query.select(PERCENTILES, Aggregate.percentiles(EventModel.DURATION, 50, 90, 95, 99))
                .select(LONGEST, Aggregate.max(EventModel.DURATION))
                .where(events.usable());
        return MeasuredTime.without(all, plan.excluded())
                .facet(EventModel.NAME)
                .between(plan.window().from(), plan.window().to());
    }

    /** Everything of the service, so that nothing is missing unseen. */
    private Nrql totals() {
        EventModel events = EventModel.of(service);
        Nrql query = plan.excluded().isEmpty()
                ? Nrql.from(events.eventType())
                : Nrql.from(events.eventType())
                        .select(WITH_EXCLUDED, Aggregate.count().where(events.usable()));
        return query.select(REQUESTS, Aggregate.count().where(MeasuredTime.without(events.usable(), plan.excluded())))
                .select(UNUSABLE, Aggregate.count().where(events.unusable()))
                .select(SAYS_OUTCOME, Aggregate.count().where(Condition.isNotNull(events.outcome())))
                .select(FIRST_EVENT, Aggregate.min(EventModel.TIMESTAMP))
                .select(LAST_EVENT, Aggregate.max(EventModel.TIMESTAMP))
                .where(events.isRequest())
                .between(plan.window().from(), plan.window().to());
    }

    /** How many requests there really were, from metrics, which are not sampled: one query for each part of the window that is measured. */
    List<Nrql> traffic() {
        List<Window> parts = plan.measuredParts();
        Attribute duration = new Attribute("apm.service.transaction.duration");
        return parts.size() > MAX_PARTS
                ? List.of()
                : parts.stream()
                        .map(part -> Nrql.from("Metric")
                                .select(REQUESTS, Aggregate.count(duration))
                                .where(Condition.equal(new Attribute("entity.guid"), service.guid()))
                                .facet(new Attribute("transactionName"))
                                .between(part.from(), part.to()))
                        .toList();
    }
}
