package io.github.sre4j.newrelic;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.newrelic.nerdgraph.BuildScope;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphOptions;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import java.time.Duration;
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
}
