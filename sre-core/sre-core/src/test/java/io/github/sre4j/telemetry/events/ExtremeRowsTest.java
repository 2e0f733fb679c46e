package io.github.sre4j.telemetry.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One row that nobody could have measured costs that row, in bounded time, and the rows around it count. */
@Timeout(30)
class ExtremeRowsTest {

    private static final Instant FROM = Instant.parse("2026-11-22T08:00:00Z");
    private static final MeasurementPlan PLAN = new MeasurementPlan(
            new Window(FROM, FROM.plusSeconds(3600)),
            List.of(new PlannedClass("all", List.of(new EndpointPattern("**")), Duration.ofSeconds(1))));
    private static final String GOOD = row("WebTransaction/a", String.valueOf(FROM.toEpochMilli()), "0.1");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e99999999999",
                "1e-99999999999",
                "1e-999999999",
                "1e-30000000",
                "1E+2147483648",
                "-1e999999999",
                "1e1000",
                "0.1e-4000",
                "9999999999999999999999999999999999999999",
                "1e400"
            })
    void rejects_durations_and_timestamps_out_of_range(String number) throws Exception {
        for (String name : List.of("a.ndjson", "a.json")) {
            String bad = row("WebTransaction/a", String.valueOf(FROM.toEpochMilli()), number);
            String time = row("WebTransaction/a", number, "0.1");
            Path file = folder.resolve(name);
            Files.writeString(
                    file,
                    name.endsWith(".json")
                            ? "[" + String.join(",\n", GOOD, bad, time, GOOD) + "]"
                            : String.join("\n", GOOD, bad, time, GOOD));
            Measurements measured = measure(file);
            assertThat(measured.requests()).as(number + " in " + name).isEqualTo(2);
            assertThat(measured.source().rejections().total()).isEqualTo(2);
            assertThat(measured.source().rejections().named())
                    .extracting(rejection -> rejection.line())
                    .containsExactly(2L, 3L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-30000000", "1e99999999999", "1e400"})
    void reads_rows_whose_other_numbers_are_out_of_range(String number) throws Exception {
        Path file = folder.resolve("a.ndjson");
        Files.writeString(
                file, GOOD.replace("{", "{\"databaseDuration\": " + number + ", \"totalTime\": " + number + ", "));
        assertThat(measure(file).requests()).isEqualTo(1);
        EventRows.read(
                folder,
                Set.of("Transaction"),
                (type, row) -> row.values().stream()
                        .filter(Double.class::isInstance)
                        .forEach(value -> assertThat((Double) value).isFinite()));
    }

    @Test
    void rejects_a_name_longer_than_new_relic_stores() throws Exception {
        Path file = folder.resolve("a.ndjson");
        Files.writeString(
                file, GOOD + "\n" + row("W".repeat(1 << 20), String.valueOf(FROM.toEpochMilli()), "0.1") + "\n" + GOOD);
        Measurements measured = measure(file);
        assertThat(measured.requests()).isEqualTo(2);
        assertThat(measured.source().rejections().named().get(0).why().english())
                .isEqualTo("the name is longer than 4,096 characters, the longest value New Relic stores");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00\\ud800", "\\u202e", "\\u001b[31m", "é"})
    void reads_names_with_characters_that_are_hard_to_show(String odd) throws Exception {
        Path file = folder.resolve("a.ndjson");
        Files.writeString(
                file, row("WebTransaction/a" + odd, String.valueOf(FROM.toEpochMilli()), "0.1") + "\n" + GOOD);
        assertThat(measure(file).requests()).isEqualTo(2);
        assertThat(measure(file).source().rejections().total()).isZero();
    }

    @Test
    void follows_symbolic_links_to_folders_and_reads_no_file_twice() throws Exception {
        Path events = Files.createDirectories(folder.resolve("events"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(events.resolve("day1.ndjson"), GOOD);
        Files.writeString(elsewhere.resolve("day2.ndjson"), GOOD + "\n" + GOOD);
        Files.createSymbolicLink(events.resolve("day2"), elsewhere);
        Files.createSymbolicLink(events.resolve("again"), elsewhere);
        Files.createSymbolicLink(events.resolve("latest.ndjson"), events.resolve("day1.ndjson"));
        Files.createSymbolicLink(elsewhere.resolve("back"), events);
        assertThat(measure(events).requests()).isEqualTo(3);
    }

    @Test
    void refuses_a_symbolic_link_without_target() throws Exception {
        Files.writeString(folder.resolve("day1.ndjson"), GOOD);
        Files.createSymbolicLink(folder.resolve("day2"), folder.resolve("gone"));
        assertThatThrownBy(() -> measure(folder))
                .isInstanceOf(TelemetryException.class)
                .hasMessageContaining("day2' has no target");
    }

    private static Measurements measure(Path file) throws TelemetryException {
        return new EventFiles(file, null).measure(PLAN, ProgressListener.NONE);
    }

    private static String row(String name, String timestamp, String duration) {
        return "{\"name\": \"" + name + "\", \"timestamp\": " + timestamp + ", \"duration\": " + duration + "}";
    }
}
