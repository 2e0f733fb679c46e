package io.github.sre4j.newrelic.evidence;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Queries about one service, which it counts. Not thread-safe. */
final class ServiceQueries {

    private final NerdGraph nerdGraph;
    private final Entity entity;
    private int queries;

    ServiceQueries(NerdGraph nerdGraph, Entity entity) {
        this.nerdGraph = nerdGraph;
        this.entity = entity;
    }

    Entity entity() {
        return entity;
    }

    int queries() {
        return queries;
    }

    /** The rows of each query, in the order given: one round trip. */
    List<List<Row>> ask(List<Nrql> asked, Window window) throws NerdGraphException {
        queries += asked.size();
        return new NrqlQueries(nerdGraph, entity.account())
                .ask(asked.stream()
                        .map(query -> query.between(window.from(), window.to()))
                        .toList());
    }

    /** The rows of each query, by its name: one round trip, or none if nothing is asked. */
    Map<String, List<Row>> ask(Map<String, Nrql> asked, Window window) throws NerdGraphException {
        Map<String, List<Row>> answers = new LinkedHashMap<>();
        if (!asked.isEmpty()) {
            List<List<Row>> all = ask(List.copyOf(asked.values()), window);
            int i = 0;
            for (String name : asked.keySet()) {
                answers.put(name, all.get(i++));
            }
        }
        return answers;
    }
}
