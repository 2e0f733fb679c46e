package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import java.util.List;

/**
 * How many requests New Relic has of a service.
 *
 * @param usable those a check can use
 * @param unusable those that lack a name or a duration
 */
public record ServiceTraffic(long usable, long unusable) {

    private static final String USABLE = "n";
    private static final String UNUSABLE = "u";

    /** How many requests a check takes: one to find the service, one with all queries; for pages three more, because their unit is found first. */
    public static int roundTripsOfACheck(boolean withPages) {
        return withPages ? 5 : 2;
    }

    /** How many queries a check takes, whatever the number of endpoints and pages. */
    public static int queriesOfACheck(boolean withPages) {
        return withPages ? 13 : 4;
    }

    /**
     * Asks New Relic.
     *
     * @throws NerdGraphException if the key may not query the account, or New Relic cannot be asked
     */
    public static ServiceTraffic in(Window window, Entity service, NerdGraph nerdGraph) throws NerdGraphException {
        EventModel events = EventModel.of(service);
        Condition usable = events.usable();
        Condition unusable = events.unusable();
        Nrql query = Nrql.from(events.eventType())
                .select(USABLE, Aggregate.count().where(usable))
                .select(UNUSABLE, Aggregate.count().where(unusable))
                .where(events.isRequest())
                .between(window.from(), window.to());
        List<Row> rows = new NrqlQueries(nerdGraph, service.account())
                .ask(List.of(query))
                .get(0);
        return rows.isEmpty()
                ? new ServiceTraffic(0, 0)
                : new ServiceTraffic(rows.get(0).count(USABLE), rows.get(0).count(UNUSABLE));
    }
}
