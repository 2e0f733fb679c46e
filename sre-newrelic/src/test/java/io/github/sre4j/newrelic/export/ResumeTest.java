package io.github.sre4j.newrelic.export;

import static io.github.sre4j.newrelic.export.Exports.UNTIL;
import static io.github.sre4j.newrelic.export.Exports.prepare;
import static io.github.sre4j.newrelic.export.Exports.request;
import static io.github.sre4j.newrelic.export.Exports.rows;
import static io.github.sre4j.newrelic.export.Exports.run;
import static io.github.sre4j.newrelic.export.Exports.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.newrelic.ServiceReference;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An outage in the middle costs what it takes to repeat the command. */
class ResumeTest {

    private static final int LIMIT = 50;

    @TempDir
    Path folder;

    @TempDir
    Path whole;

    private NerdGraphEmulator standin;

    @BeforeEach
    void start() throws Exception {
        standin = NerdGraphEmulator.start(StandinOptions.DEFAULT.withAccount(7).withLimits(Limits.NONE));
        List<Map<String, Object>> events = ExportTest.spread(400, 1);
        events.forEach(event -> event.put("client.address", "203.0.113." + event.hashCode() % 4 * -1));
        standin.add("Transaction", events);
        standin.add(
                "Span",
                ExportTest.spread(100, 2).stream()
                        .peek(span -> span.put("entity.guid", Exports.GUID))
                        .toList());
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    @Test
    void an_outage_in_the_middle_says_what_is_safe_and_the_next_export_goes_on_there() throws Exception {
        TelemetryException e = interrupted(request(folder, "Transaction", "Span"), 200);
        assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(e.getMessage())
                .startsWith("New Relic is unavailable (status 503); retry later; ")
                .endsWith(" of 500 events are in '" + folder + "'. Run the command again to resume");
        assertThat(visible()).isEmpty();
        assertThat(Files.getPosixFilePermissions(folder.resolve(".sre-export.state")))
                .as("it holds the salt")
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        StringWriter everything = new StringWriter();
        e.printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).doesNotContain(standin.apiKey());

        standin.forgetRequests();
        Export export = prepare(standin, request(folder, "Transaction", "Span"), LIMIT);
        assertThat(export.resumed()).isTrue();
        assertThat(export.written()).isBetween(200L, 300L);
        assertThat(run(export, ProgressListener.NONE).complete()).isTrue();
        assertThat(rows(folder.resolve("Transaction.ndjson.gz")).stream()
                        .map(row -> row.path("guid").asText())
                        .distinct())
                .hasSize(400);
        assertThat(visible()).containsExactlyInAnyOrder("Transaction.ndjson.gz", "Span.ndjson.gz", "sre-export.txt");
        assertThat(hidden()).isEmpty();
        assertThat(standin.requests().stream().flatMap(request -> request.nrql().stream()))
                .as("nothing is read twice")
                .noneSatisfy(asked -> assertThat(asked.nrql())
                        .contains(
                                "SELECT *", "SINCE " + UNTIL.minusSeconds(3_600).toEpochMilli() + " ", "Transaction"));
    }

    @Test
    void an_interrupted_export_ends_in_the_same_files_as_one_in_one_go() throws Exception {
        ExportRequest plain = Exports.unmasked(request(folder, "Transaction", "Span"));
        interrupted(plain, 120);
        interrupted(plain, 300);
        run(standin, plain, LIMIT);
        run(standin, Exports.unmasked(request(whole, "Transaction", "Span")), LIMIT);
        for (String file : List.of("Transaction.ndjson.gz", "Span.ndjson.gz", "sre-export.txt")) {
            assertThat(content(folder.resolve(file))).as(file).isEqualTo(content(whole.resolve(file)));
        }
    }

    @Test
    void placeholders_are_the_same_before_and_after_the_interruption_and_others_in_another_export() throws Exception {
        interrupted(request(folder, "Transaction"), 200);
        run(standin, request(folder, "Transaction"), LIMIT);
        List<String> here = placeholders(folder);
        assertThat(here)
                .hasSizeBetween(2, 7)
                .allSatisfy(text -> assertThat(text).matches("\\[ip:[0-9a-f]{12}]"));
        run(standin, request(whole, "Transaction"), LIMIT);
        assertThat(placeholders(whole)).hasSameSizeAs(here).doesNotContainAnyElementsOf(here);
    }

    @Test
    void a_window_that_ends_now_keeps_the_end_it_began_with() throws Exception {
        ExportRequest now = new ExportRequest(
                ServiceReference.named("orders", OptionalLong.empty()),
                Duration.ofHours(1),
                null,
                List.of("Transaction"),
                true,
                1_000,
                folder);
        interrupted(now, 100);
        Export later = prepare(standin, now, LIMIT, UNTIL.plusSeconds(500));
        assertThat(later.resumed()).isTrue();
        assertThat(later.window()).isEqualTo(Window.endingAt(UNTIL, Duration.ofHours(1)));
    }

    @Test
    void other_settings_are_refused_and_nothing_is_lost() throws Exception {
        interrupted(request(folder, "Transaction"), 100);
        assertThatThrownBy(() -> prepare(standin, request(folder, "Transaction", "Span"), LIMIT))
                .hasMessage("an export with other settings was interrupted in '" + folder
                        + "' (sre.export.types: was Transaction, now Span,Transaction). Use the same settings to resume, set sre.export.output, or delete '"
                        + folder.resolve(".sre-export.state") + "' to restart");
        assertThatThrownBy(() -> prepare(standin, Exports.unmasked(request(folder, "Transaction")), LIMIT))
                .hasMessageContaining("(sre.export.mask: was true, now false)");
        assertThat(prepare(standin, request(folder, "Transaction"), LIMIT).resumed())
                .isTrue();
    }

    @Test
    void a_damaged_state_is_a_sentence() throws Exception {
        Files.writeString(folder.resolve(".sre-export.state"), "{\"settings\":");
        assertThatThrownBy(() -> prepare(standin, request(folder, "Transaction"), LIMIT))
                .hasMessage("cannot read the state of an interrupted export, '" + folder.resolve(".sre-export.state")
                        + "'. Delete the file to restart");
        Files.writeString(
                folder.resolve(".sre-export.state"),
                "{\"settings\":{},\"fromMillis\":1,\"toMillis\":2,\"salt\":\"short\",\"types\":[]}");
        assertThatThrownBy(() -> prepare(standin, request(folder, "Transaction"), LIMIT))
                .hasMessageEndingWith("Delete the file to restart");
    }

    @Test
    void what_was_half_written_is_cut_off_and_what_is_gone_is_written_anew() throws Exception {
        Path part = folder.resolve(".Transaction.ndjson.gz.part");
        interrupted(request(folder, "Transaction"), 100);
        Files.writeString(part, "half a slice", StandardOpenOption.APPEND);
        interrupted(request(folder, "Transaction"), 200);
        Files.delete(part);
        assertThat(run(standin, request(folder, "Transaction"), LIMIT).complete())
                .isTrue();
        assertThat(rows(folder.resolve("Transaction.ndjson.gz"))).hasSize(400);
    }

    @Test
    void an_end_between_two_files_getting_their_names_is_no_loss() throws Exception {
        Export export = prepare(standin, request(folder, "Transaction", "Span", "Log"), LIMIT);
        Path summary = Files.createDirectories(folder.resolve("sre-export.txt").resolve("in the way"));
        assertThatThrownBy(() -> run(export, ProgressListener.NONE))
                .isInstanceOfSatisfying(
                        TelemetryException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREADABLE))
                .hasMessageStartingWith("cannot write the export to '" + folder + "': ");
        Files.delete(summary);
        Files.delete(summary.getParent());
        standin.forgetRequests();
        assertThat(run(standin, request(folder, "Transaction", "Span", "Log"), LIMIT)
                        .complete())
                .isTrue();
        assertThat(rows(folder.resolve("Transaction.ndjson.gz"))).hasSize(400);
        assertThat(rows(folder.resolve("Log.ndjson.gz"))).isEmpty();
        assertThat(standin.requests()).as("search, count, count").hasSize(3);
        assertThat(hidden()).isEmpty();
    }

    @Test
    void two_exports_do_not_write_to_one_folder_at_once() throws Exception {
        Export first = prepare(standin, request(folder, "Transaction"), LIMIT);
        Export second = prepare(standin, request(folder, "Transaction"), LIMIT);
        ExportResult result = run(
                first,
                (done, total) -> assertThatThrownBy(() -> run(second, ProgressListener.NONE))
                        .hasMessage("another export is writing to '" + folder
                                + "'. Wait for it, or set sre.export.output"));
        assertThat(result.complete()).isTrue();
        assertThat(run(second, ProgressListener.NONE).complete()).isTrue();
        assertThat(rows(folder.resolve("Transaction.ndjson.gz"))).hasSize(400);
        assertThat(hidden()).isEmpty();
    }

    @Test
    void an_earlier_export_stays_until_the_new_one_is_whole() throws Exception {
        run(standin, Exports.unmasked(request(folder, "Transaction")), LIMIT);
        String earlier = text(folder.resolve("Transaction.ndjson.gz"));
        interrupted(request(folder, "Transaction"), 100);
        assertThat(text(folder.resolve("Transaction.ndjson.gz"))).isEqualTo(earlier);
        run(standin, request(folder, "Transaction"), LIMIT);
        assertThat(text(folder.resolve("Transaction.ndjson.gz")))
                .isNotEqualTo(earlier)
                .contains("[ip:");
    }

    /** Exports until that many events are written; then New Relic goes down. It is up again when this returns. */
    private TelemetryException interrupted(ExportRequest request, long after) throws TelemetryException {
        Export export = prepare(standin, request, LIMIT);
        TelemetryException e = catchThrowableOfType(
                TelemetryException.class,
                () -> run(export, (done, total) -> {
                    if (done >= after) {
                        standin.misbehave("503");
                    }
                }));
        standin.behave();
        assertThat(e).isNotNull();
        return e;
    }

    private List<String> placeholders(Path of) throws Exception {
        return rows(of.resolve("Transaction.ndjson.gz")).stream()
                .map(row -> row.path("client.address").asText())
                .distinct()
                .toList();
    }

    private static String content(Path file) throws Exception {
        return file.toString().endsWith(".gz") ? text(file) : Files.readString(file);
    }

    private List<String> visible() throws Exception {
        return names().stream().filter(name -> !name.startsWith(".")).toList();
    }

    private List<String> hidden() throws Exception {
        return names().stream().filter(name -> name.startsWith(".")).toList();
    }

    private List<String> names() throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
