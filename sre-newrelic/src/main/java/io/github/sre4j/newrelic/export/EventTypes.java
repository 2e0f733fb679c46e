package io.github.sre4j.newrelic.export;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;

/** How the rows of a service are told from others, which differs by event type. */
final class EventTypes {

    static final String METRIC = "Metric";

    /** How often transactions ran, sampled or not: what the check asks for too. */
    static final Attribute DURATION = new Attribute("apm.service.transaction.duration");

    private static final Attribute ENTITY_GUID = new Attribute("entityGuid");
    private static final Attribute ENTITY_DOT_GUID = new Attribute("entity.guid");
    private static final Attribute APP = new Attribute("appName");

    private EventTypes() {}

    static Condition ofService(String type, Entity service) {
        return switch (type) {
            case "Transaction", "TransactionError" -> Condition.equal(ENTITY_GUID, service.guid());
            case "Span", "Log", METRIC -> Condition.equal(ENTITY_DOT_GUID, service.guid());
            // Pages have the GUID of the browser application that the service's agent put into them; the name is the
            // service's.
            case "PageView", "PageViewTiming" -> Condition.equal(APP, service.name());
            default ->
                Condition.equal(ENTITY_GUID, service.guid())
                        .or(Condition.equal(ENTITY_DOT_GUID, service.guid()))
                        .or(Condition.equal(APP, service.name()));
        };
    }

    /** How many there are in all: rows, or for metrics what they counted. */
    static Nrql count(String type, Entity service) {
        return Nrql.from(type)
                .select("n", type.equals(METRIC) ? Aggregate.count(DURATION) : Aggregate.count())
                .where(ofService(type, service));
    }
}
