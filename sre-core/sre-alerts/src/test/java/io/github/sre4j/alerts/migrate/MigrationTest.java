package io.github.sre4j.alerts.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.alerts.condition.AlertCondition;
import io.github.sre4j.alerts.hcl.HclValue;
import io.github.sre4j.alerts.migrate.MonitorCases.Case;
import io.github.sre4j.alerts.migrate.finding.Verdict;
import io.github.sre4j.alerts.migrate.mapping.MappingFile;
import io.github.sre4j.alerts.migrate.mapping.MigrationMapping;
import io.github.sre4j.alerts.migrate.monitor.Monitor;
import io.github.sre4j.alerts.migrate.monitor.MonitorFile;
import io.github.sre4j.alerts.migrate.report.MigrationReport;
import io.github.sre4j.alerts.migrate.translate.Translation;
import io.github.sre4j.alerts.testing.Terraform;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationTest {

    static Stream<Case> cases() throws IOException {
        return MonitorCases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void translates_monitor_as_judged(Case monitor) {
        Translation translation = monitor.translate();
        assertThat(translation.verdict().id())
                .as("%s", translation.findings())
                .isEqualTo(monitor.node().path("verdict").asText());
        assertThat(translation.conditions().stream().map(MigrationTest::timing))
                .containsExactlyElementsOf(monitor.texts("conditions"));
        assertThat(translation.conditions().stream().map(MigrationTest::threshold))
                .containsExactlyElementsOf(monitor.texts("thresholds"));
        assertThat(translation.findings().stream().map(finding -> finding.text().key()))
                .containsAll(monitor.texts("findings"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void enables_only_exact_conditions(Case monitor) {
        Translation translation = monitor.translate();
        HclValue expected = switch (translation.verdict()) {
            case EXACT -> HclValue.truth(true);
            case APPROXIMATE -> HclValue.expression("var.enable_approximate");
            default -> HclValue.truth(false);
        };
        assertThat(translation.conditions())
                .allSatisfy(condition -> assertThat(condition.enabled()).isEqualTo(expected));
    }

    @Test
    void asks_for_unmapped_index_pattern() throws IOException {
        Case any = MonitorCases.all().get(0);
        Translation translation = any.translate(MigrationMapping.NONE);
        assertThat(translation.verdict()).isEqualTo(Verdict.ASK);
        assertThat(translation.findings())
                .anySatisfy(finding -> assertThat(finding.question())
                        .satisfies(question -> assertThat(question).isNotNull())
                        .extracting("section", "key")
                        .containsExactly("indices", "logs-*"));
    }

    @Test
    void answers_settle_questions() throws IOException {
        Case match = named("match on a service name");
        MigrationMapping answered = MappingFile.read("sre-migrate.yaml", """
                indices:
                  "logs-*": "entity.name = 'shop'"
                fields:
                  service: {attribute: service.name, type: keyword}
                """.getBytes(StandardCharsets.UTF_8));
        Translation translation = match.translate(answered);
        assertThat(translation.verdict()).isEqualTo(Verdict.EXACT);
        assertThat(translation.conditions().get(0).queryText())
                .hasValue("SELECT filter(count(*), WHERE service.name = 'orders-api') FROM Log"
                        + " WHERE (entity.name = 'shop') AND service.name = 'orders-api'");
    }

    @Test
    void rejects_where_clause_that_would_escape() {
        assertThatThrownBy(() -> MappingFile.read(
                        "m.yaml", "indices:\n  \"a\": \"x = 'y') OR (1 = 1\"\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("m.yaml: indices.a 'x = 'y') OR (1 = 1' is not a WHERE condition."
                        + " Use a condition with closed quotes and brackets, without other clauses.");
    }

    @Test
    void rejects_file_without_monitor() {
        assertThatThrownBy(() -> MonitorFile.read("a.json", "{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("a.json: no OpenSearch Alerting monitor found.");
        assertThatThrownBy(() -> MonitorFile.read("a.json", "{\"name\":".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("a.json:1:9: not valid JSON: Unexpected end-of-input");
        assertThatThrownBy(() -> MonitorFile.read("a.json", "[".repeat(5_000).getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("not valid JSON");
    }

    @Test
    void report_escapes_what_monitors_contain() throws IOException {
        String hostile = MonitorCases.all()
                .get(0)
                .node()
                .path("monitor")
                .toString()
                .replace("gateway errors", "<script>alert(1)</script> @channel | `x` ${self.id}");
        Migration migration = Migration.of(
                MonitorFile.read("hostile.json", hostile.getBytes(StandardCharsets.UTF_8)),
                List.of(),
                MonitorCases.MAPPING,
                Texts.of("en"));
        assertThat(new MigrationReport(Texts.of("en")).markdown(migration))
                .doesNotContain("<script>")
                .doesNotContain("@channel");
        assertThat(new MigrationModule(Texts.of("en")).files(migration).get("sre-migrated.tf"))
                .contains("$${self.id}")
                .doesNotContain(" ${self.id}");
    }

    @Test
    void both_languages_report_all_monitors() throws IOException {
        for (String language : List.of("en", "ja")) {
            Texts texts = Texts.of(language);
            for (Case monitor : MonitorCases.all()) {
                Migration migration = Migration.of(
                        MonitorFile.read(
                                "a.json",
                                monitor.node().path("monitor").toString().getBytes(StandardCharsets.UTF_8)),
                        List.of(),
                        MonitorCases.MAPPING,
                        texts);
                assertThat(new MigrationReport(texts).markdown(migration)).doesNotContain("{0}");
                assertThat(new MigrationReport(texts).lines(migration)).hasSizeBetween(1, 8);
            }
        }
    }

    @Test
    void terraform_accepts_all_conditions(@TempDir Path folder) throws Exception {
        List<Monitor> monitors = new ArrayList<>();
        for (Case monitor : MonitorCases.all()) {
            monitors.addAll(MonitorFile.read(
                    "a.json", monitor.node().path("monitor").toString().getBytes(StandardCharsets.UTF_8)));
        }
        Texts texts = Texts.of("ja");
        Migration migration = Migration.of(monitors, List.of(), MonitorCases.MAPPING, texts);
        Terraform.check(folder, new MigrationModule(texts).files(migration));
    }

    private static Case named(String name) throws IOException {
        return MonitorCases.all().stream()
                .filter(monitor -> monitor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String timing(AlertCondition condition) {
        return condition.windowSeconds() + "/" + (condition.slideSeconds() == null ? "-" : condition.slideSeconds())
                + "/" + condition.critical().durationSeconds();
    }

    private static String threshold(AlertCondition condition) {
        String critical = condition.critical().operator().id() + " "
                + condition.critical().value().toPlainString();
        return condition.warning() == null
                ? critical
                : critical + " warning " + condition.warning().value().toPlainString();
    }
}
