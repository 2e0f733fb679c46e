package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * The three queries of a measurement. Each distinct threshold of the plan becomes a few columns; which of them counts for an endpoint is
 * decided where the answer is read, because NRQL knows no patterns like ours.
 */
record MeasurementQueries(Entity service, Window window, List<Duration> thresholds) {

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
    static final String FIRST_EVENT = "a";
    static final String LAST_EVENT = "z";

    /** Without these there is nothing to say. */
    List<Nrql> needed() {
        return List.of(endpoints(), totals());
    }

    /** Without this it is not known whether the events are all there were. */
    List<Nrql> wished() {
        return List.of(traffic());
    }

    /** One row for each endpoint, the busiest first where there are more than fit. */
    private Nrql endpoints() {
        EventModel events = EventModel.of(service);
        Condition firstHalf = Condition.below(
                EventModel.TIMESTAMP, BigDecimal.valueOf(window.middle().toEpochMilli()));
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
        return query.select(PERCENTILES, Aggregate.percentiles(EventModel.DURATION, 50, 90, 95, 99))
                .select(LONGEST, Aggregate.max(EventModel.DURATION))
                .where(events.usable())
                .facet(EventModel.NAME)
                .between(window.from(), window.to());
    }

    /** Everything of the service, so that nothing is missing unseen. */
    private Nrql totals() {
        EventModel events = EventModel.of(service);
        return Nrql.from(events.eventType())
                .select(REQUESTS, Aggregate.count().where(events.usable()))
                .select(UNUSABLE, Aggregate.count().where(events.unusable()))
                .select(SAYS_OUTCOME, Aggregate.count().where(Condition.isNotNull(events.outcome())))
                .select(FIRST_EVENT, Aggregate.min(EventModel.TIMESTAMP))
                .select(LAST_EVENT, Aggregate.max(EventModel.TIMESTAMP))
                .where(events.isRequest())
                .between(window.from(), window.to());
    }

    /** How many requests there really were, from metrics, which are not sampled. */
    private Nrql traffic() {
        Attribute duration = new Attribute("apm.service.transaction.duration");
        return Nrql.from("Metric")
                .select(REQUESTS, Aggregate.count(duration))
                .where(Condition.equal(new Attribute("entity.guid"), service.guid()))
                .facet(new Attribute("transactionName"))
                .between(window.from(), window.to());
    }
}
