package io.github.sre4j.telemetry.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Deployment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentRowsTest {

    private static final Instant END = Instant.parse("2026-11-22T09:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void are_the_rows_of_that_type_in_the_window_oldest_first() throws Exception {
        long at = END.minus(Duration.ofDays(1)).toEpochMilli();
        Files.writeString(
                folder.resolve("Deployment.ndjson"),
                "{\"timestamp\":" + (at + 5) + ",\"commit\":\"abcdef1\",\"version\":\"2\"}\n{broken\n"
                        + "{\"timestamp\":1}\n{\"commit\":\"abcdef2\"}\n");
        Files.writeString(
                folder.resolve("all.json"),
                "[{\"eventType\":\"Deployment\",\"timestamp\":" + at + "},{\"eventType\":\"Transaction\",\"timestamp\":"
                        + at + "}]");
        assertThat(new DeploymentRows(folder).deployments(Window.endingAt(END, Duration.ofDays(7))))
                .containsExactly(
                        new Deployment(Instant.ofEpochMilli(at), null),
                        new Deployment(Instant.ofEpochMilli(at + 5), "abcdef1", "2"));
    }

    @Test
    void are_change_events_of_the_category_deployment_too() throws Exception {
        long at = END.minus(Duration.ofDays(1)).toEpochMilli();
        Files.writeString(
                folder.resolve("ChangeTrackingEvent.ndjson"),
                "{\"timestamp\":" + at + ",\"category\":\"Deployment\",\"type\":\"Blue green\",\"version\":\"3\"}\n"
                        + "{\"timestamp\":" + at + ",\"category\":\"Business event\",\"type\":\"Convention\"}\n");
        Files.writeString(
                folder.resolve("Transaction.ndjson"), "{\"timestamp\":" + at + ",\"category\":\"Deployment\"}\n");
        assertThat(new DeploymentRows(folder).deployments(Window.endingAt(END, Duration.ofDays(7))))
                .containsExactly(new Deployment(Instant.ofEpochMilli(at), null, "3"));
    }
}
