package io.github.sre4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.assess.Verdict;
import io.github.sre4j.gate.CheckOutcome;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.TrafficLimits;
import io.github.sre4j.standard.yaml.InvalidConfigException;
import io.github.sre4j.standard.yaml.ProductYaml;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.events.EventFiles;
import io.github.sre4j.text.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests in maintenance windows are named and not judged, and a window hides no more than the standard allows. */
class MaintenanceTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T00:00:00Z");
    private static final Window WINDOW = Window.endingAt(UNTIL, Duration.ofDays(7));

    @TempDir
    private Path folder;

    @Test
    void leaves_requests_of_maintenance_out_of_the_counts_and_names_them() throws Exception {
        write(hour -> hour >= 50 && hour < 60);
        assertThat(check("").assessment().endpoints().get(0).verdict()).isNotEqualTo(Verdict.MET);
        ServiceLevelReport report = check("2026-11-17T02:00Z", "2026-11-17T12:00Z");
        assertThat(report.assessment().endpoints().get(0).verdict()).isEqualTo(Verdict.MET);
        assertThat(report.source().events()).isEqualTo(158 * 20);
        assertThat(report.source().notes())
                .extracting(Message::english)
                .contains(
                        "maintenance from 2026-11-17T02:00:00Z to 2026-11-17T12:00:00Z is excluded: database upgrade",
                        "200 requests (6% of all) in maintenance windows are not in the counts");
    }

    @Test
    void does_not_apply_a_window_that_hides_more_than_the_standard_allows() throws Exception {
        write(hour -> hour >= 128);
        ServiceLevelReport report = check("2026-11-20T08:00Z", "2026-11-22T00:00Z");
        assertThat(report.source().events()).isEqualTo(168 * 20);
        assertThat(report.gate().passed()).isFalse();
        assertThat(report.source().notes())
                .extracting(Message::english)
                .contains(
                        "the maintenance window from 2026-11-20T08:00:00Z to 2026-11-22T00:00:00Z (database upgrade) does not apply: it would hide 23.8% of the window, and the standard allows 10%");
    }

    @Test
    void gives_no_pass_where_all_requests_are_in_maintenance() throws Exception {
        Standard generous = DefaultStandard.get()
                .withLimits(new TrafficLimits(DefaultStandard.get().limits().unrouted(), 1, 0.5));
        write(hour -> true, 50, 60);
        ServiceLevelReport report = check(generous, OnNoData.WARN, yaml("2026-11-17T00:00Z", "2026-11-17T13:00Z"));
        assertThat(report.gate().outcome()).isEqualTo(CheckOutcome.NO_TELEMETRY);
        assertThat(report.gate().passed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-17T02:00Z,,give the end of the maintenance",
        "2026-11-17T02:00Z,2026-11-17T01:00Z,the end is not after the start",
        "2026-11-17T02:00Z,2027-11-17T01:00Z,maintenance may last 7 days at most",
        "2026-11-17T02:00,2026-11-17T03:00,is not a time with a zone"
    })
    void rejects_windows_without_a_proper_end(String from, String to, String problem) {
        String text = "maintenance:\n  - from: " + from + (to == null ? "" : "\n    to: " + to)
                + "\n    reason: database upgrade\n";
        Assertions.assertThatThrownBy(() -> product(DefaultStandard.get(), text))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(problem);
    }

    private void write(LongPredicate bad) throws Exception {
        write(bad, 0, 168);
    }

    private void write(LongPredicate bad, int firstHour, int endHour) throws Exception {
        Files.writeString(
                folder.resolve("Transaction.ndjson"),
                LongStream.range(firstHour * 20L, endHour * 20L)
                        .mapToObj(i -> "{\"name\":\"WebTransaction/SpringController/orders (GET)\",\"timestamp\":"
                                + (WINDOW.from().toEpochMilli() + i * 180_000) + ",\"duration\":0.05,\"error\":"
                                + bad.test(i / 20) + "}")
                        .collect(Collectors.joining("\n")));
    }

    private static String yaml(String from, String to) {
        return "maintenance:\n  - from: " + from + "\n    to: " + to + "\n    reason: database upgrade\n";
    }

    private ServiceLevelReport check(String from, String to) throws Exception {
        return check(yaml(from, to));
    }

    private ServiceLevelReport check(String yaml) throws Exception {
        return check(DefaultStandard.get(), OnNoData.FAIL, yaml);
    }

    private ServiceLevelReport check(Standard standard, OnNoData onNoData, String yaml) throws Exception {
        return new ServiceLevelCheck(standard, product(standard, yaml), Clock.fixed(UNTIL, ZoneOffset.UTC))
                .run(
                        new EventFiles(folder, null),
                        new CheckOptions(new Service("orders", null), WINDOW, Enforcement.ENFORCE, onNoData),
                        ProgressListener.NONE);
    }

    private static Product product(Standard standard, String yaml) throws InvalidConfigException {
        return ProductYaml.read(
                "sre.yaml",
                ("service: orders\n" + yaml).getBytes(StandardCharsets.UTF_8),
                LocalDate.parse("2026-11-22"),
                standard,
                Map.of());
    }
}
