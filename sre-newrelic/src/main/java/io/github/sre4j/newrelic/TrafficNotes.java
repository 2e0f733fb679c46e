package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What metrics, which are not sampled, know of requests that left no event. */
final class TrafficNotes {

    private static final int NAMED = 3;

    private TrafficNotes() {}

    static List<Message> of(List<EndpointMeasurement> endpoints, Map<String, Long> traffic, @Nullable Message why) {
        List<Message> notes = new ArrayList<>();
        if (why != null) {
            notes.add(Message.of(NewRelicTelemetry.class, "traffic-unknown", why));
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
            notes.add(Message.of(
                    NewRelicTelemetry.class,
                    unseen.size() > NAMED ? "no-event.some" : "no-event",
                    unseen.size(),
                    requests,
                    unseen.stream().limit(NAMED).toList()));
        }
        return notes;
    }
}
