package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.NrqlQueries.Answered;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.telemetry.EndpointMeasurement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What metrics, which are not sampled, know of requests that left no event. */
final class TrafficNotes {

    private static final int NAMED = 3;

    private TrafficNotes() {}

    static List<String> of(List<EndpointMeasurement> endpoints, Map<String, Long> traffic, Answered answers) {
        List<String> notes = new ArrayList<>();
        if (answers.why() != null) {
            notes.add(
                    "New Relic does not say how many requests there really were, so it is not known whether the events"
                            + " are a sample: " + answers.why());
        }
        Set<String> seen = new HashSet<>();
        endpoints.forEach(endpoint -> seen.add(endpoint.name().value()));
        List<String> unseen = traffic.entrySet().stream()
                .filter(each -> each.getValue() > 0 && !seen.contains(each.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        // Where there are more endpoints than rows, events and metrics have lost others of them.
        if (!unseen.isEmpty() && !seen.isEmpty() && seen.size() < Nrql.LIMIT_MAX) {
            long requests = unseen.stream().mapToLong(traffic::get).sum();
            notes.add(unseen.size() + (unseen.size() == 1 ? " endpoint" : " endpoints") + " with " + requests
                    + " requests left no event, so nothing is known of them: "
                    + String.join(", ", unseen.subList(0, Math.min(NAMED, unseen.size())))
                    + (unseen.size() > NAMED ? ", …" : ""));
        }
        return notes;
    }
}
