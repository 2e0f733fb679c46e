package io.github.sre4j.newrelic;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.testkit.Request;
import io.github.sre4j.telemetry.testkit.TelemetrySourceContract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class NewRelicTelemetryContractTest extends TelemetrySourceContract {

    private NerdGraphEmulator standin;

    @Override
    protected TelemetrySource sourceOf(List<Request> requests) throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
        standin =
                NerdGraphEmulator.start(StandinOptions.DEFAULT.withClock(clock).withLimits(Limits.NONE));
        List<Map<String, Object>> rows = new ArrayList<>();
        // The service exists, whether it had requests in the window or not.
        rows.add(row("WebTransaction/Uri/before", Instant.parse("2026-11-01T00:00:00Z"), Duration.ofMillis(1), false));
        requests.forEach(each -> rows.add(row(each.endpoint(), each.at(), each.duration(), each.error())));
        standin.add("Transaction", rows);
        return Standins.telemetry(standin, "orders");
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    @Override
    protected double percentileError() {
        return 0.0625;
    }

    @Override
    protected Duration excessError() {
        return Duration.ofNanos(2_000);
    }

    private static Map<String, Object> row(String name, Instant at, Duration duration, boolean error) {
        return Map.of(
                "name",
                name,
                "timestamp",
                at.toEpochMilli(),
                "duration",
                duration.toNanos() / 1e9,
                "error",
                error,
                "appName",
                "orders",
                "entityGuid",
                "MXxBUE18QVBQTElDQVRJT058MQ");
    }
}
