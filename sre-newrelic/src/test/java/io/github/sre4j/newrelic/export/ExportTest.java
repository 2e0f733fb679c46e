package io.github.sre4j.newrelic.export;

import static io.github.sre4j.newrelic.export.Exports.UNTIL;
import static io.github.sre4j.newrelic.export.Exports.request;
import static io.github.sre4j.newrelic.export.Exports.rows;
import static io.github.sre4j.newrelic.export.Exports.run;
import static io.github.sre4j.newrelic.export.Exports.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.newrelic.ServiceReference;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what New Relic has comes into the files, once, whatever its limits. */
class ExportTest {

    @TempDir
    Path folder;

    private NerdGraphEmulator standin;

    @BeforeEach
    void start() throws Exception {
        standin = NerdGraphEmulator.start(StandinOptions.DEFAULT.withAccount(7).withLimits(Limits.NONE));
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    @Test
    void more_events_than_a_query_returns_are_all_written_once_and_in_order() throws Exception {
        standin.add("Transaction", spread(12_000, 1));
        ExportResult result = run(standin, request(folder, "Transaction"));
        assertThat(result.complete()).isTrue();
        assertThat(result.types().get(0).rows()).isEqualTo(12_000);
        List<JsonNode> rows = rows(folder.resolve("Transaction.ndjson.gz"));
        assertThat(rows.stream().map(row -> row.path("guid").asText()).distinct())
                .hasSize(12_000);
        assertThat(rows.stream().map(row -> row.path("timestamp").asLong())).isSorted();
        assertThat(standin.requests())
                .as("search, count, about four slices, count")
                .hasSizeLessThan(10);
    }

    @Test
    void slices_follow_the_traffic_from_silence_to_bursts() throws Exception {
        List<Map<String, Object>> events = new ArrayList<>(spread(40, 2));
        Instant burst = UNTIL.minusSeconds(1_800);
        for (int i = 0; i < 1_500; i++) {
            events.add(transaction(burst.plusMillis(i / 10), "burst" + i));
        }
        standin.add("Transaction", events);
        ExportResult result = run(standin, request(folder, "Transaction"), 100);
        assertThat(result.complete()).isTrue();
        assertThat(rows(folder.resolve("Transaction.ndjson.gz")).stream()
                        .map(row -> row.path("guid").asText())
                        .distinct())
                .hasSize(1_540);
        assertThat(standin.requests()).hasSizeLessThan(120);
    }

    @Test
    void the_limit_of_a_query_need_not_be_known() throws Exception {
        standin.add("Transaction", spread(12_000, 3));
        // It believes in 9,000 rows a query; 5,000 come.
        ExportResult result = run(standin, request(folder, "Transaction"), 9_000);
        assertThat(result.complete()).isTrue();
        assertThat(rows(folder.resolve("Transaction.ndjson.gz"))).hasSize(12_000);
    }

    @Test
    void a_millisecond_with_more_events_than_a_query_returns_is_said() throws Exception {
        Instant crowded = UNTIL.minusSeconds(100);
        List<Map<String, Object>> events = new ArrayList<>(spread(20, 4));
        for (int i = 0; i < 120; i++) {
            events.add(transaction(crowded, "crowd" + i));
        }
        standin.add("Transaction", events);
        ExportResult result = run(standin, request(folder, "Transaction"), 50);
        assertThat(result.complete()).isFalse();
        assertThat(result.types().get(0).gaps()).containsExactly(new ExportResult.Gap(crowded.toEpochMilli(), 120, 50));
        assertThat(result.types().get(0).written()).isEqualTo(70);
        assertThat(folder.resolve("sre-export.txt"))
                .content()
                .contains(
                        "millisecond 2026-11-22T08:58:20Z has 120 events, but New Relic returns only 50",
                        "70 written, 140 now in New Relic");
    }

    @Test
    void events_that_arrive_late_are_said() throws Exception {
        standin.add("Transaction", spread(20, 5));
        Export export = Exports.prepare(standin, request(folder, "Transaction"), 5_000);
        ExportResult result = run(
                export,
                (done, total) -> standin.add("Transaction", List.of(transaction(UNTIL.minusSeconds(1), "late"))));
        assertThat(result.complete()).isFalse();
        assertThat(result.types().get(0).counted()).isEqualTo(21);
        assertThat(folder.resolve("sre-export.txt")).content().contains("20 written, 21 now in New Relic");
    }

    @Test
    void queries_that_take_too_long_are_asked_for_less_time() throws Exception {
        standin.add("Transaction", spread(200, 6));
        Export export = Exports.prepare(standin, request(folder, "Transaction"), 5_000);
        standin.misbehave("timeout:4");
        standin.forgetRequests();
        assertThat(run(export, (done, total) -> {}).complete()).isTrue();
        String quarter = " UNTIL " + UNTIL.minusSeconds(2_700).toEpochMilli();
        assertThat(standin.requests().stream().flatMap(request -> request.nrql().stream()))
                .anySatisfy(asked -> assertThat(asked.nrql()).endsWith(quarter));
        assertThat(rows(folder.resolve("Transaction.ndjson.gz"))).hasSize(200);
    }

    @Test
    void only_the_service_is_exported_and_only_the_window() throws Exception {
        standin.add("Transaction", spread(10, 7));
        standin.add(
                "Transaction",
                List.of(
                        transaction(UNTIL, "after"),
                        transaction(UNTIL.minusSeconds(3_600), "first"),
                        transaction(UNTIL.minusSeconds(3_600).minusMillis(1), "before")));
        Map<String, Object> other = transaction(UNTIL.minusSeconds(5), "other");
        other.put("appName", "stock");
        other.put("entityGuid", "N3xBUE18QVBQTElDQVRJT058Mg");
        standin.add("Transaction", List.of(other));
        run(standin, request(folder, "Transaction"));
        assertThat(rows(folder.resolve("Transaction.ndjson.gz")).stream()
                        .map(row -> row.path("guid").asText()))
                .hasSize(11)
                .contains("first")
                .doesNotContain("after", "before", "other");
    }

    @Test
    void a_type_without_events_has_an_empty_file() throws Exception {
        standin.add("Transaction", spread(3, 8));
        ExportResult result = run(standin, request(folder, "Transaction", "Span", "MyEvent", "Metric"));
        assertThat(result.complete()).isTrue();
        assertThat(rows(folder.resolve("Span.ndjson.gz"))).isEmpty();
        assertThat(rows(folder.resolve("MyEvent.ndjson.gz"))).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "Transaction.ndjson.gz",
                            "Span.ndjson.gz",
                            "MyEvent.ndjson.gz",
                            "Metric.ndjson.gz",
                            "sre-export.txt");
        }
    }

    @Test
    void nothing_to_export_and_too_much_are_sentences() {
        assertThatThrownBy(() -> run(standin, request(folder, "Transaction")))
                .isInstanceOf(TelemetryException.class)
                .hasMessageStartingWith("no service 'orders' in New Relic; check");
        standin.add("Transaction", spread(30, 9));
        assertThatThrownBy(() -> run(standin, request(folder, "Span", "Log")))
                .hasMessage(
                        "nothing to export: no Span, Log of 'orders' from 2026-11-22T08:00:00Z to 2026-11-22T09:00:00Z; check sre.window, sre.until, and sre.export.types");
        ExportRequest few = new ExportRequest(
                ServiceReference.named("orders", OptionalLong.empty()),
                Duration.ofHours(1),
                UNTIL,
                List.of("Transaction"),
                true,
                29,
                folder);
        assertThatThrownBy(() -> run(standin, few))
                .hasMessage(
                        "the window has 30 events, more than sre.export.maxRows=29. Set a shorter sre.window, fewer sre.export.types, or a higher sre.export.maxRows");
        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> request(folder, "Transaction WHERE 1=1"))
                .hasMessage("'Transaction WHERE 1=1' is not an event type");
    }

    @Test
    void event_files_of_others_are_not_left_beside_the_export() throws Exception {
        standin.add("Transaction", spread(3, 10));
        Files.writeString(folder.resolve("Span.ndjson"), "{}");
        assertThatThrownBy(() -> run(standin, request(folder, "Transaction")))
                .isInstanceOfSatisfying(
                        TelemetryException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MISCONFIGURED))
                .hasMessage(
                        "Directory '" + folder
                                + "' contains Span.ndjson, which is not part of this export. Remove it or set sre.export.output.");
    }

    @Test
    void a_folder_that_is_a_file_is_a_sentence() throws Exception {
        standin.add("Transaction", spread(3, 11));
        Path file = Files.writeString(folder.resolve("export"), "");
        assertThatThrownBy(() -> run(standin, request(file, "Transaction")))
                .hasMessage("cannot write the export to '" + file + "': " + file
                        + " is not a directory. Fix the problem and run the command again to resume");
    }

    /** Transactions at random in the hour before the end. */
    static List<Map<String, Object>> spread(int count, int seed) {
        Random random = new Random(seed);
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(transaction(UNTIL.minusMillis(1 + random.nextInt(3_599_000)), seed + "-" + i));
        }
        return events;
    }
}
