package io.github.sre4j.newrelic.export;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.sli.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many events New Relic has, by type. */
final class Counts {

    private static final int AT_ONCE = 10;

    private Counts() {}

    static Map<String, Long> of(List<String> types, Entity service, Window window, NrqlQueries queries)
            throws NerdGraphException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int from = 0; from < types.size(); from += AT_ONCE) {
            List<String> some = types.subList(from, Math.min(types.size(), from + AT_ONCE));
            List<List<Row>> answers = queries.ask(some.stream()
                    .map(type -> EventTypes.count(type, service).between(window.from(), window.to()))
                    .toList());
            for (int i = 0; i < some.size(); i++) {
                counts.put(
                        some.get(i),
                        answers.get(i).stream().mapToLong(row -> row.count("n")).sum());
            }
        }
        return counts;
    }
}
