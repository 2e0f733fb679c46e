package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check costs does not grow with the endpoints, and where they are too many, that is said. */
class ManyEndpointsTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T00:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 300, 5_000, 5_200})
    void any_number_of_endpoints_costs_two_round_trips_and_four_queries(int endpoints) throws Exception {
        try (NerdGraphEmulator standin =
                NerdGraphEmulator.start(StandinOptions.DEFAULT.withClock(Clock.fixed(UNTIL, ZoneOffset.UTC)))) {
            standin.add("Transaction", rows(endpoints));
            Measurements measured = Standins.telemetry(standin, "orders")
                    .measure(
                            DefaultStandard.get().plan(Window.endingAt(UNTIL, Duration.ofDays(7))),
                            ProgressListener.NONE);
            assertThat(standin.requests()).hasSize(2);
            assertThat(standin.requests().stream()
                            .mapToInt(request -> request.nrql().size())
                            .sum())
                    .isEqualTo(4);
            assertThat(measured.endpoints()).hasSize(Math.min(endpoints, 5_000));
            assertThat(measured.source().notes().stream()
                            .anyMatch(note -> note.english().contains("200 requests of others are not in this report")))
                    .isEqualTo(endpoints > 5_000);
        }
    }

    private static List<Map<String, Object>> rows(int endpoints) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < endpoints; i++) {
            // Of those beyond the limit there is one request each, of the others two: the busiest are returned.
            for (int request = 0; request < (i < 5_000 ? 2 : 1); request++) {
                rows.add(Map.of(
                        "name",
                        "WebTransaction/SpringController/resource" + i + " (GET)",
                        "timestamp",
                        UNTIL.minusSeconds(60L * (request + 1)).toEpochMilli(),
                        "duration",
                        0.25,
                        "error",
                        false,
                        "appName",
                        "orders",
                        "entityGuid",
                        "MXxBUE18QVBQTElDQVRJT058MQ"));
            }
        }
        return rows;
    }
}
