package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Deployment;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ServiceDeploymentsTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T09:00:00Z");
    private static final Window WINDOW = Window.endingAt(UNTIL, Duration.ofDays(7));
    private static final String SERVICE = guid("1|APM|APPLICATION|1");

    @Test
    void are_those_of_the_service_oldest_first_with_their_commits() throws Exception {
        try (NerdGraphEmulator standin = NerdGraphEmulator.start(StandinOptions.DEFAULT
                .withClock(Clock.fixed(UNTIL, ZoneOffset.UTC))
                .withLimits(Limits.NONE))) {
            standin.add(
                    "Transaction",
                    List.of(Map.of(
                            "name",
                            "WebTransaction/Uri/a",
                            "timestamp",
                            at(1),
                            "duration",
                            0.1,
                            "appName",
                            "orders",
                            "entityGuid",
                            SERVICE)));
            standin.add(
                    "Deployment",
                    List.of(
                            Map.of("timestamp", at(1), "entity.guid", SERVICE, "commit", "abcdef1", "version", "2"),
                            Map.of("timestamp", at(2), "entity.guid", SERVICE, "version", "1"),
                            Map.of("timestamp", at(3), "entity.guid", "other", "commit", "abcdef2"),
                            Map.of("timestamp", at(20), "entity.guid", SERVICE, "commit", "abcdef3")));
            standin.add(
                    "ChangeTrackingEvent",
                    List.of(
                            Map.of(
                                    "timestamp",
                                    at(4),
                                    "entity.guid",
                                    SERVICE,
                                    "category",
                                    "Deployment",
                                    "type",
                                    "Blue green",
                                    "version",
                                    "0"),
                            Map.of(
                                    "timestamp",
                                    at(3),
                                    "entity.guid",
                                    SERVICE,
                                    "category",
                                    "Business event",
                                    "type",
                                    "Convention")));
            ServiceDeployments source = new ServiceDeployments(
                    Standins.client(standin, standin.apiKey()), ServiceReference.named("orders", OptionalLong.empty()));
            assertThat(source.deployments(WINDOW))
                    .containsExactly(
                            new Deployment(Instant.ofEpochMilli(at(4)), null, "0"),
                            new Deployment(Instant.ofEpochMilli(at(2)), null, "1"),
                            new Deployment(Instant.ofEpochMilli(at(1)), "abcdef1", "2"));
        }
    }

    private static long at(int daysAgo) {
        return UNTIL.minus(Duration.ofDays(daysAgo)).toEpochMilli();
    }

    private static String guid(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
