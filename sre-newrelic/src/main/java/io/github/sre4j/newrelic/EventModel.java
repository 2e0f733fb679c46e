package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import java.util.List;

/**
 * Where the requests of a service are: transactions of a New Relic agent, or server spans of OpenTelemetry.
 *
 * @param eventType the event type
 * @param isRequest which rows are requests of this service
 * @param failed which of them failed
 * @param outcome the attribute that says so
 */
public record EventModel(String eventType, Condition isRequest, Condition failed, Attribute outcome) {

    static final Attribute NAME = new Attribute("name");
    static final Attribute DURATION = new Attribute("duration");
    static final Attribute TIMESTAMP = new Attribute("timestamp");

    private static final List<String> REQUEST_KINDS = List.of("server", "consumer");

    /** How that service tells of its requests. */
    public static EventModel of(Entity service) {
        return service.isOpenTelemetry()
                ? new EventModel(
                        "Span",
                        // Which of the two attributes says the kind depends on how the spans came to New Relic.
                        Condition.equal(new Attribute("entity.guid"), service.guid())
                                .and(Condition.in(new Attribute("span.kind"), REQUEST_KINDS)
                                        .or(Condition.in(new Attribute("kind"), REQUEST_KINDS))),
                        Condition.equal(new Attribute("otel.status_code"), "ERROR"),
                        new Attribute("otel.status_code"))
                : new EventModel(
                        "Transaction",
                        Condition.equal(new Attribute("entityGuid"), service.guid()),
                        Condition.isTrue(new Attribute("error")),
                        new Attribute("error"));
    }

    /** A request that has all a measurement needs. */
    Condition usable() {
        return isRequest.and(Condition.isNotNull(NAME)).and(Condition.isNotNull(DURATION));
    }

    /** A request that lacks something. */
    Condition unusable() {
        return isRequest.and(Condition.isNull(NAME).or(Condition.isNull(DURATION)));
    }
}
