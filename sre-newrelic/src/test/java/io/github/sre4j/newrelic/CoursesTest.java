package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.RegressionDeployments;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.VerdictReason;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.gate.CheckOutcome;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.SliSentences;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.events.EventFiles;
import io.github.sre4j.text.Texts;
import java.io.Writer;
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
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regression, incident, recovered and chronic, of a service in New Relic and of the same requests in a file. */
class CoursesTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T08:37:00Z");
    private static final Window WINDOW = Window.endingAt(UNTIL, Duration.ofDays(7));
    private static final String GUID = "MXxBUE18QVBQTElDQVRJT058MQ";
    private static final int HOURS = 168;
    private static final int PER_HOUR = 12;
    private static final int REGRESSION_AT = 120;

    /** Hours since the beginning of the window in which every third request fails, or every one in an incident. */
    private static final Map<String, IntPredicate> BAD_HOURS = Map.of(
            "regression", hour -> hour >= REGRESSION_AT,
            "recovered", hour -> hour >= 20 && hour < 60,
            "incident", hour -> hour >= 130 && hour < 135,
            "chronic", hour -> hour % 5 == 0,
            "healthy", hour -> false);

    @TempDir
    private static Path folder;

    private static NerdGraphEmulator standin;

    @BeforeAll
    static void start() throws Exception {
        List<Map<String, Object>> rows = rows();
        JsonMapper json = JsonMapper.builder().build();
        try (Writer file = Files.newBufferedWriter(folder.resolve("Transaction.ndjson"))) {
            for (Map<String, Object> row : rows) {
                file.write(json.writeValueAsString(row) + "\n");
            }
        }
        standin = NerdGraphEmulator.start(StandinOptions.DEFAULT.withClock(Clock.fixed(UNTIL, ZoneOffset.UTC)));
        standin.add("Transaction", rows);
        List<Map<String, Object>> metrics = new ArrayList<>();
        for (String endpoint : BAD_HOURS.keySet()) {
            for (int hour = 0; hour < HOURS; hour++) {
                metrics.add(Standins.requests(GUID, name(endpoint), at(hour), PER_HOUR));
            }
        }
        standin.add("Metric", metrics);
        standin.add(
                "Deployment",
                List.of(
                        deployment(REGRESSION_AT - 30, "2.3.0"),
                        deployment(REGRESSION_AT, "2.4.0"),
                        deployment(REGRESSION_AT + 20, "2.4.1")));
    }

    @AfterAll
    static void stop() {
        standin.close();
    }

    @Test
    void are_those_of_the_same_requests_in_a_file() throws Exception {
        standin.forgetRequests();
        Assessment asked = check(inNewRelic()).assessment();
        Assessment read = check(new EventFiles(folder, null)).assessment();
        assertThat(asked.endpoints()).hasSameSizeAs(read.endpoints());
        for (int i = 0; i < read.endpoints().size(); i++) {
            EndpointResult expected = read.endpoints().get(i);
            EndpointResult actual = asked.endpoints().get(i);
            assertThat(actual.endpoint()).isEqualTo(expected.endpoint());
            assertThat(actual.verdict()).as(expected.endpoint().label()).isEqualTo(expected.verdict());
            for (int k = 0; k < expected.slis().size(); k++) {
                assertThat(actual.slis().get(k).reason())
                        .isEqualTo(expected.slis().get(k).reason());
                assertThat(actual.slis().get(k).course())
                        .isEqualTo(expected.slis().get(k).course());
                assertThat(actual.slis().get(k).worstHour())
                        .isEqualTo(expected.slis().get(k).worstHour());
            }
        }
        assertThat(reason(asked, "regression")).isEqualTo(VerdictReason.REGRESSION);
        assertThat(reason(asked, "recovered")).isEqualTo(VerdictReason.RECOVERED);
        assertThat(reason(asked, "incident")).isEqualTo(VerdictReason.INCIDENT);
        assertThat(reason(asked, "chronic")).isEqualTo(VerdictReason.CHRONIC);
        assertThat(reason(asked, "healthy")).isEqualTo(VerdictReason.WITHIN);
    }

    @Test
    void cost_one_further_request_of_full_hours_and_the_last_one() throws Exception {
        standin.forgetRequests();
        ServiceLevelReport report = check(inNewRelic());
        List<List<String>> nrql = standin.requests().stream()
                .map(request ->
                        request.nrql().stream().map(asked -> asked.nrql()).toList())
                .filter(queries -> queries.stream().anyMatch(query -> query.contains("TIMESERIES")))
                .toList();
        assertThat(nrql).hasSize(1);
        assertThat(nrql.get(0)).hasSize(2);
        assertThat(nrql.get(0).get(0))
                .contains(
                        "FACET name LIMIT 4 TIMESERIES 1 hour",
                        "timestamp >= " + WINDOW.from().toEpochMilli())
                .endsWith(" SINCE " + Instant.parse("2026-11-15T08:00:00Z").toEpochMilli() + " UNTIL "
                        + Instant.parse("2026-11-22T08:00:00Z").toEpochMilli());
        assertThat(nrql.get(0).get(1)).doesNotContain("TIMESERIES").endsWith(" UNTIL " + UNTIL.toEpochMilli());
        assertThat(report.source().queries()).containsAll(nrql.get(0));
        assertThat(report.gate().outcome()).isEqualTo(CheckOutcome.MISSED);
    }

    @Test
    void name_the_deployment_at_the_start_of_a_regression() throws Exception {
        Assessment assessment = check(inNewRelic()).assessment();
        Assessment informed = RegressionDeployments.addTo(
                assessment,
                new ServiceDeployments(
                                Standins.client(standin, standin.apiKey()),
                                ServiceReference.named("orders", OptionalLong.empty()))
                        .deployments(WINDOW));
        assertThat(new SliSentences(Texts.in(Locale.ENGLISH)).why(errors(informed, "regression")))
                .startsWith("regression: ")
                .endsWith("; deployment 2.4.0 at 2026-11-20 08:42 UTC");
        assertThat(new SliSentences(Texts.in(Locale.ENGLISH)).why(errors(informed, "recovered")))
                .doesNotContain("deployment");
    }

    private static TelemetrySource inNewRelic() {
        return Standins.telemetry(standin, "orders");
    }

    private static ServiceLevelReport check(TelemetrySource source) throws Exception {
        return new ServiceLevelCheck(DefaultStandard.get(), Product.NOT_CONFIGURED, Clock.fixed(UNTIL, ZoneOffset.UTC))
                .run(
                        source,
                        new CheckOptions(new Service("orders", null), WINDOW, Enforcement.ENFORCE, OnNoData.FAIL),
                        ProgressListener.NONE);
    }

    private static VerdictReason reason(Assessment assessment, String endpoint) {
        return errors(assessment, endpoint).reason();
    }

    private static SliResult errors(Assessment assessment, String endpoint) {
        return assessment.endpoints().stream()
                .filter(result -> result.endpoint().label().endsWith("/" + endpoint))
                .flatMap(result -> result.slis().stream())
                .filter(sli -> sli.sli().kind() == SliKind.ERRORS)
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        BAD_HOURS.forEach((endpoint, bad) -> {
            for (int hour = 0; hour < HOURS; hour++) {
                for (int i = 0; i < PER_HOUR; i++) {
                    rows.add(Map.of(
                            "name",
                            name(endpoint),
                            "timestamp",
                            at(hour) + i * 290_000L,
                            "duration",
                            0.05,
                            "error",
                            bad.test(hour) && (endpoint.equals("incident") || i % 3 == 0),
                            "appName",
                            "orders",
                            "entityGuid",
                            GUID));
                }
            }
        });
        return rows;
    }

    private static String name(String endpoint) {
        return "WebTransaction/SpringController/" + endpoint + " (GET)";
    }

    private static Map<String, Object> deployment(int hour, String version) {
        return Map.of("timestamp", at(hour) + 300_000L, "entity.guid", GUID, "version", version);
    }

    private static long at(int hour) {
        return WINDOW.from().plus(Duration.ofHours(hour)).toEpochMilli();
    }
}
