package io.github.sre4j.newrelic;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares the answers of one measurement with each other. The rows of all endpoints together have as many requests as the service, each endpoint has one row, and
 * what metrics know left events. Where that does not hold, requests are missing or counted twice. Not thread-safe.
 */
final class AnswerCheck {

    /** Requests may arrive between two queries of one round trip. */
    private static final double LATE_SHARE = 0.001;

    private static final long LATE_REQUESTS = 2;

    /** So many expected events that none of them is no chance: 2 in a thousand million. */
    private static final double EXPECTED_EVENTS = 20;

    private static final int NAMED = 3;

    private final List<Message> contradictions = new ArrayList<>();

    List<Message> contradictions() {
        return contradictions;
    }

    /** A row of an endpoint that could not be read. */
    void unreadable(Message why) {
        contradictions.add(why);
    }

    /**
     * Compares the rows of the endpoints with the totals of the service.
     *
     * @param rows how many rows there were
     * @param requests the requests of all rows
     * @param total the requests of the service
     */
    void sums(int rows, long requests, long total) {
        boolean cut = rows >= Nrql.LIMIT_MAX && requests <= total;
        if (!cut && !agree(requests, total)) {
            contradictions.add(Message.of(NewRelicTelemetry.class, "incomplete.sum", requests, total));
        }
    }

    /**
     * Compares the rows of the pages with the total of a vital.
     *
     * @param timing name of the vital
     * @param rows how many rows there were
     * @param views the values of all rows
     * @param total the values of the browser application
     */
    void pages(String timing, int rows, long views, long total) {
        boolean cut = rows >= Nrql.LIMIT_MAX && views <= total;
        if (!cut && !agree(views, total)) {
            contradictions.add(Message.of(NewRelicTelemetry.class, "incomplete.pages", timing, views, total));
        }
    }

    /** A page with a further row. */
    void duplicate(String name) {
        contradictions.add(Message.of(NewRelicTelemetry.class, "incomplete.duplicate", 2, name));
    }

    /** Returns true if two counts of the same requests differ by no more than late arrival explains. */
    static boolean agree(long counted, long total) {
        return Math.abs(total - counted) <= Math.max(LATE_REQUESTS, Math.round(total * LATE_SHARE));
    }

    /** Refuses two rows of one endpoint. */
    void duplicates(List<EndpointMeasurement> endpoints) {
        Map<String, Integer> rows = new HashMap<>();
        endpoints.forEach(endpoint -> rows.merge(endpoint.name().value(), 1, Integer::sum));
        new TreeMap<>(rows).forEach((name, count) -> {
            if (count > 1) {
                contradictions.add(Message.of(NewRelicTelemetry.class, "incomplete.duplicate", count, name));
            }
        });
    }

    /**
     * Compares events with metrics.
     *
     * @param traffic requests by name, from metrics
     * @param answered whether metrics were answered at all
     * @param kept events as a share of requests, 0 to 1
     */
    void metrics(
            Entity service,
            List<EndpointMeasurement> endpoints,
            Map<String, Long> traffic,
            boolean answered,
            double kept) {
        long events = endpoints.stream().mapToLong(e -> e.whole().requests()).sum();
        if (answered && traffic.isEmpty() && events > 0 && !service.isOpenTelemetry()) {
            contradictions.add(Message.of(NewRelicTelemetry.class, "incomplete.no-metrics", events));
        }
        Map<String, Long> unseen = new TreeMap<>(traffic);
        endpoints.forEach(endpoint -> unseen.remove(endpoint.name().value()));
        unseen.values().removeIf(requests -> requests * kept < EXPECTED_EVENTS);
        if (!unseen.isEmpty() && endpoints.size() < Nrql.LIMIT_MAX) {
            contradictions.add(Message.of(
                    NewRelicTelemetry.class,
                    "incomplete.no-events",
                    unseen.size(),
                    unseen.values().stream().mapToLong(Long::longValue).sum(),
                    unseen.keySet().stream().limit(NAMED).toList()));
        }
    }
}
