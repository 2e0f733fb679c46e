package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.Sampling;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that sends OpenTelemetry: its server spans are its requests. */
class OpenTelemetryTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T09:00:00Z");
    private static final Window WINDOW = Window.endingAt(UNTIL, Duration.ofDays(7));
    private static final String GUID =
            Base64.getEncoder().withoutPadding().encodeToString("1|EXT|SERVICE|4711".getBytes(StandardCharsets.UTF_8));

    private NerdGraphEmulator standin;

    @BeforeEach
    void start() throws Exception {
        standin = NerdGraphEmulator.start(StandinOptions.DEFAULT
                .withClock(Clock.fixed(UNTIL, ZoneOffset.UTC))
                .withLimits(Limits.NONE));
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"span.kind", "kind"})
    void is_measured_by_its_server_spans_whichever_attribute_says_their_kind(String kind) throws Exception {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            rows.add(span(kind, "server", "GET /orders/{id}", i, i % 10 == 0 ? 2.5 : 0.1, i % 40 == 0));
            rows.add(span(kind, "client", "SELECT orders", i, 3.0, true));
            rows.add(span(kind, "internal", "OrderController.one", i, 3.0, false));
        }
        rows.add(span(kind, "consumer", "orders process", 1, 0.2, false));
        standin.add("Span", rows);
        Measurements measured = Standins.telemetry(standin, "orders-otel")
                .measure(DefaultStandard.get().plan(WINDOW), ProgressListener.NONE);
        assertThat(measured.endpoints())
                .extracting(endpoint -> endpoint.name().value())
                .containsExactly("GET /orders/{id}", "orders process");
        EndpointMeasurement orders = measured.endpoints().get(0);
        assertThat(orders.whole().requests()).isEqualTo(400);
        assertThat(orders.whole().errors()).isEqualTo(10);
        assertThat(orders.latencySummary().orElseThrow().max()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(measured.source().sampling()).isInstanceOf(Sampling.Unknown.class);
        assertThat(standin.requests()).hasSize(2);
    }

    private static Map<String, Object> span(
            String kindAttribute, String kind, String name, int i, double seconds, boolean failed) {
        Map<String, Object> row = new HashMap<>();
        row.put("timestamp", UNTIL.minusSeconds(60L + i * 1_000L).toEpochMilli());
        row.put("name", name);
        row.put("duration", seconds);
        row.put("duration.ms", seconds * 1_000);
        row.put(kindAttribute, kind);
        row.put("entity.guid", GUID);
        row.put("service.name", "orders-otel");
        row.put("entity.name", "orders-otel");
        row.put("appName", "orders-otel");
        if (failed) {
            row.put("otel.status_code", "ERROR");
        }
        return row;
    }
}
