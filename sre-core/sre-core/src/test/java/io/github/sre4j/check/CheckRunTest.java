package io.github.sre4j.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.check.file.CheckReports;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.report.ReportPart;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.console.ConsoleLine;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.telemetry.provider.TelemetryEnvironment;
import io.github.sre4j.telemetry.provider.TelemetryProvider;
import io.github.sre4j.telemetry.provider.TelemetryProviders;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckRunTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

    @TempDir
    private Path folder;

    private Path events;
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void setUp() throws IOException {
        events = Files.createDirectories(folder.resolve("events"));
    }

    @Test
    void a_service_that_meets_the_standard_passes_and_leaves_the_report_files() throws Exception {
        requests(0.05);
        CheckResult result = check().run();
        assertThat(result.passed()).isTrue();
        assertThat(folder.resolve("out"))
                .isDirectoryContaining("glob:**" + CheckReports.JSON)
                .isDirectoryContaining("glob:**" + CheckReports.JUNIT)
                .isDirectoryContaining("glob:**" + CheckReports.MARKDOWN)
                .isDirectoryContaining("glob:**" + CheckReports.HTML);
        assertThat(text(result)).contains("orders").containsIgnoringCase("pass");
    }

    @Test
    void a_service_that_violates_the_standard_fails_and_the_verdict_says_where_to_read_on() throws Exception {
        requests(3);
        CheckResult result = check().enforcement(Enforcement.ENFORCE).run();
        assertThat(result.passed()).isFalse();
        assertThat(result).isInstanceOfSatisfying(CheckResult.Completed.class, completed -> {
            assertThat(completed.isViolation()).isTrue();
            assertThat(completed.verdict(ENGLISH)).contains(CheckReports.HTML);
        });
    }

    @Test
    void a_contributor_adds_its_part_to_the_report() throws Exception {
        requests(3);
        record Part() implements ReportPart {}
        CheckResult result = check().contributor((report, telemetry) -> report.with(new Part()))
                .run();
        assertThat(((CheckResult.Completed) result).report().parts(Part.class)).hasSize(1);
    }

    @Test
    void a_contributor_whose_telemetry_does_not_answer_is_a_warning() throws Exception {
        requests(3);
        CheckResult result = check().contributor(CheckRunTest::unreachable).run();
        assertThat(result).isInstanceOf(CheckResult.Completed.class);
        assertThat(warnings).singleElement().asString().contains("no answer");
    }

    @Test
    void each_check_appends_to_the_history() throws Exception {
        requests(0.05);
        Path history = folder.resolve("history.ndjson");
        check().history(history).run();
        check().history(history).run();
        assertThat(history).content().hasLineCount(2);
    }

    @Test
    void a_summary_is_shown_instead_of_sent_in_a_dry_run() throws Exception {
        requests(0.05);
        check().publish(PublishMode.DRY_RUN).run();
        assertThat(warnings).singleElement().asString().startsWith("Would send: {\"eventType\":\"SreCheck\"");
    }

    @Test
    void unavailable_telemetry_is_tolerated_as_often_as_set_and_shows_the_last_result() throws Exception {
        Outage backend = new Outage();
        requests(0.05);
        assertThat(outage(backend).run()).isInstanceOf(CheckResult.Completed.class);
        backend.down = true;
        assertThat(outage(backend).run()).isInstanceOfSatisfying(CheckResult.Unavailable.class, result -> {
            assertThat(result.passed()).isTrue();
            assertThat(result.inARow()).isEqualTo(1);
            assertThat(result.lastCheck()).isPresent();
            assertThat(text(result)).contains("no answer");
        });
        assertThat(outage(backend).run()).isInstanceOf(CheckResult.Unavailable.class);
        assertThatThrownBy(() -> outage(backend).run())
                .isInstanceOf(TelemetryException.class)
                .hasMessageContaining("3 consecutive checks");
        assertThatThrownBy(() -> outage(backend).onUnavailable(OnNoData.FAIL, 0).run())
                .isInstanceOf(TelemetryException.class)
                .hasMessage("no answer");
    }

    @Test
    void an_earlier_result_is_gone_when_a_check_fails_early() throws Exception {
        requests(0.05);
        check().run();
        Files.delete(events.resolve("Transaction.ndjson"));
        assertThatThrownBy(() -> check().run()).isInstanceOf(TelemetryException.class);
        assertThat(folder.resolve("out").resolve(CheckReports.JSON)).doesNotExist();
    }

    @Test
    void a_product_file_that_is_not_valid_is_reported_with_its_place() throws Exception {
        Files.writeString(folder.resolve("sre.yaml"), "sevice: x\n");
        assertThatThrownBy(() -> CheckRun.ofProduct(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sre.yaml:1:1: sevice: unknown key; did you mean 'service'?");
    }

    private CheckRunBuilder check() {
        return builder(TelemetryRequest.ofFiles(events));
    }

    private CheckRunBuilder outage(Outage backend) {
        return builder(new TelemetryRequest(null, Map.of(), Map.of(), TelemetryEnvironment.ofProcess()))
                .providers(new TelemetryProviders(List.of(backend), List.of()))
                .onUnavailable(OnNoData.WARN, 2);
    }

    private CheckRunBuilder builder(TelemetryRequest request) {
        return CheckRun.ofProduct(folder)
                .telemetry(request.withSetting(TelemetryRequest.APP, "orders"))
                .window(Window.endingAt(NOW, Duration.ofDays(7)))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .output(folder.resolve("out"))
                .listener(new CheckListener() {
                    @Override
                    public void info(Message message) {
                        warnings.add(message.english());
                    }

                    @Override
                    public void warn(Message message) {
                        warnings.add(message.english());
                    }
                });
    }

    private void requests(double seconds) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            lines.append(String.format(
                    Locale.ROOT,
                    "{\"timestamp\":%d,\"name\":\"WebTransaction/SpringController/orders (GET)\",\"duration\":%.3f,"
                            + "\"error\":false,\"appName\":\"orders\"}%n",
                    NOW.minus(Duration.ofMinutes(5L * i + 1)).toEpochMilli(),
                    seconds));
        }
        Files.writeString(events.resolve("Transaction.ndjson"), lines);
    }

    private static String text(CheckResult result) {
        return result.lines(ENGLISH).stream().map(ConsoleLine::text).collect(Collectors.joining("\n"));
    }

    private static ServiceLevelReport unreachable(ServiceLevelReport report, Telemetry telemetry)
            throws TelemetryException {
        throw new TelemetryException(TelemetryException.Kind.UNREACHABLE, Message.plain("no answer"));
    }

    /** A backend that has the events of the files until it is down. */
    private final class Outage implements TelemetryProvider {

        private boolean down;

        @Override
        public String id() {
            return "backend";
        }

        @Override
        public boolean accepts(TelemetryRequest request) {
            return true;
        }

        @Override
        public Telemetry open(TelemetryRequest request) throws TelemetryException {
            if (down) {
                throw new TelemetryException(TelemetryException.Kind.UNREACHABLE, Message.plain("no answer"));
            }
            return TelemetryProviders.installed().open(TelemetryRequest.ofFiles(events));
        }
    }
}
