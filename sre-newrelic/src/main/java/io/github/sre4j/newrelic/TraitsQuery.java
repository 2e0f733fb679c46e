package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.RequestTraits;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verbs, statuses and URIs of names that may be excluded: those under which requests of any kind may stand, and those that sound like probes. One query, of few rows of
 * the service.
 *
 * @param service the service
 * @param plan the plan, with the window
 */
record TraitsQuery(Entity service, MeasurementPlan plan) {

    private static final String WITH_METHOD = "m";
    private static final String READS = "g";
    private static final String WITH_STATUS = "h";
    private static final String SERVER_ERRORS = "v";
    private static final String WITH_URI = "r";
    private static final String PLATFORM_URIS = "q";

    private static final Attribute METHOD = new Attribute("request.method");
    private static final Attribute STATUS = new Attribute("http.statusCode");
    private static final Attribute URI = new Attribute("request.uri");
    private static final BigDecimal FIRST_SERVER_ERROR = BigDecimal.valueOf(500);
    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");
    private static final List<String> PROBES = List.of("health", "live", "ready", "readiness", "actuator");

    /** Returns the query; empty where names are not those of a New Relic agent. */
    Optional<Nrql> query() {
        if (service.isOpenTelemetry()) {
            return Optional.empty();
        }
        Condition named = Condition.in(EventModel.NAME, Endpoint.catchAllNames());
        for (String probe : PROBES) {
            named = named.or(Condition.contains(EventModel.NAME, probe));
        }
        EventModel events = EventModel.of(service);
        Nrql query = Nrql.from(events.eventType())
                .select(WITH_METHOD, Aggregate.count(METHOD))
                .select(READS, Aggregate.count().where(Condition.in(METHOD, READING)))
                .select(WITH_STATUS, Aggregate.count(STATUS))
                .select(SERVER_ERRORS, Aggregate.count().where(Condition.atLeast(STATUS, FIRST_SERVER_ERROR)))
                .select(WITH_URI, Aggregate.count(URI))
                .select(PLATFORM_URIS, Aggregate.count().where(Condition.matches(URI, Endpoint.platformUriRegex())))
                .where(events.usable().and(named))
                .facet(EventModel.NAME)
                .between(plan.window().from(), plan.window().to());
        return Optional.of(MeasuredTime.without(query, plan.excluded()));
    }

    /** Adds what the rows tell to the measurements of their names. */
    static List<EndpointMeasurement> addTo(List<EndpointMeasurement> endpoints, List<Row> rows) {
        Map<String, RequestTraits> traits = new HashMap<>();
        rows.forEach(row -> row.facet().ifPresent(name -> traits.put(name, traits(row))));
        return endpoints.stream()
                .map(each -> each.withTraits(traits.getOrDefault(each.name().value(), each.traits())))
                .toList();
    }

    private static RequestTraits traits(Row row) {
        long withMethod = row.count(WITH_METHOD);
        return new RequestTraits(
                withMethod,
                Math.max(0, withMethod - row.count(READS)),
                row.count(WITH_STATUS),
                row.count(SERVER_ERRORS),
                row.count(WITH_URI),
                row.count(PLATFORM_URIS));
    }
}
