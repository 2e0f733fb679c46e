package io.github.sre4j.newrelic;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.newrelic.nerdgraph.BuildScope;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphOptions;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Clients of a stand-in, for tests. */
public final class Standins {

    private Standins() {}

    static NewRelicTelemetry telemetry(NerdGraphEmulator standin, String app) {
        return telemetry(standin, app, standin.apiKey());
    }

    static NewRelicTelemetry telemetry(NerdGraphEmulator standin, String app, String key) {
        return new NewRelicTelemetry(client(standin, key), ServiceReference.named(app, OptionalLong.empty()));
    }

    public static NerdGraph client(NerdGraphEmulator standin, String key) {
        NerdGraphOptions options = new NerdGraphOptions(
                standin.url(), UserKey.of(key, "the test"), null, Duration.ofSeconds(3), Duration.ofSeconds(2));
        return new NerdGraph(options, new BuildScope());
    }

    /** A metric of the agent: so many requests of that name in the hour that begins then. */
    static Map<String, Object> requests(String guid, String name, long atMillis, long count) {
        Map<String, Object> row = new HashMap<>();
        row.put("metricName", "newrelic.timeslice.value");
        row.put("metricTimesliceName", name);
        row.put("timestamp", atMillis);
        row.put("endTimestamp", atMillis + 3_600_000L);
        row.put("interval.ms", 3_600_000L);
        row.put(
                "newrelic.timeslice.value",
                Map.of(
                        "count",
                        count,
                        "total",
                        1.0,
                        "totalExclusive",
                        1.0,
                        "min",
                        0.01,
                        "max",
                        1.0,
                        "sumOfSquares",
                        1.0));
        row.put("appName", "orders");
        row.put("entity.guid", guid);
        return row;
    }
}
