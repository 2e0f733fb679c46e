package io.github.sre4j.lint.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sre4j.lint.Finding;
import io.github.sre4j.lint.LintReport;
import io.github.sre4j.lint.LintReport.TrafficRules;
import io.github.sre4j.lint.LintRule;
import io.github.sre4j.standard.yaml.Place;
import io.github.sre4j.testing.SarifSchema;
import io.github.sre4j.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The properties that the standard requires (OASIS SARIF 2.1.0, sections 3.13 to 3.31), and those that code hosts read. */
class SarifFileTest {

    private static final List<Finding> FINDINGS = List.of(
            new Finding(LintRule.CONFIG_INVALID, new Place("shop/sre.yaml", 3, 9), "wrong \"quoted\" 値"),
            new Finding(LintRule.CLASS_SHADOWED, new Place("a folder/standard #1.yaml", 1, 1), "hidden"),
            new Finding(LintRule.CLASS_UNMATCHED, new Place("/etc/standard.yaml", 7, 2), "unused"),
            new Finding(LintRule.THRESHOLD_LONG, new Place("classpath:acme/standard.yaml", 7, 2), "long"),
            new Finding(LintRule.WINDOW_BEYOND_MINUTES, null, "nowhere"));

    @Test
    void a_log_has_what_the_standard_requires() throws IOException {
        JsonNode log = log("en");
        SarifSchema.holds(log.toString());
        assertThat(log.path("version").asText()).isEqualTo("2.1.0");
        assertThat(log.path("$schema").asText()).endsWith("/sarif-schema-2.1.0.json");
        assertThat(log.path("runs").size()).isEqualTo(1);
        JsonNode run = log.path("runs").path(0);
        assertThat(run.path("columnKind").asText()).isIn("utf16CodeUnits", "unicodeCodePoints");
        assertThat(run.path("invocations"))
                .allSatisfy(invocation -> assertThat(
                                invocation.path("executionSuccessful").isBoolean())
                        .isTrue());
        JsonNode driver = run.path("tool").path("driver");
        assertThat(driver.path("name").asText()).isEqualTo("sre4j");
        assertThat(driver.path("version").asText()).isEqualTo("1.2.3");
        Set<String> ids = new HashSet<>();
        assertThat(driver.path("rules")).hasSize(LintRule.values().length).allSatisfy(rule -> {
            assertThat(ids.add(rule.path("id").asText())).isTrue();
            assertThat(rule.path("shortDescription").path("text").asText()).isNotBlank();
            assertThat(rule.path("help").path("text").asText()).isNotBlank();
            assertThat(rule.path("defaultConfiguration").path("level").asText())
                    .isIn("none", "note", "warning", "error");
        });
        assertThat(run.path("results")).hasSize(FINDINGS.size()).allSatisfy(result -> {
            assertThat(result.path("message").path("text").asText()).isNotBlank();
            assertThat(result.path("level").asText()).isIn("none", "note", "warning", "error");
            assertThat(driver.path("rules")
                            .path(result.path("ruleIndex").asInt())
                            .path("id"))
                    .isEqualTo(result.path("ruleId"));
            assertThat(result.path("locations")).hasSize(1);
            assertThat(result.path("locations")).allSatisfy(location -> {
                JsonNode physical = location.path("physicalLocation");
                assertThat(physical.path("region").path("startLine").asInt()).isPositive();
                assertThat(physical.path("region").path("startColumn").asInt()).isPositive();
                assertThat(URI.create(
                                physical.path("artifactLocation").path("uri").asText()))
                        .isNotNull();
            });
        });
    }

    @Test
    void files_are_relative_to_the_root_of_the_sources_where_they_lie_below_it() throws IOException {
        JsonNode results = log("en").path("runs").path(0).path("results");
        assertThat(artifact(results, 0).toString())
                .isEqualTo("{\"uri\":\"shop/sre.yaml\",\"uriBaseId\":\"%SRCROOT%\"}");
        assertThat(artifact(results, 1).path("uri").asText()).isEqualTo("a%20folder/standard%20%231.yaml");
        assertThat(artifact(results, 2).toString()).isEqualTo("{\"uri\":\"file:///etc/standard.yaml\"}");
    }

    @Test
    void what_lies_nowhere_in_the_sources_is_shown_in_the_first_file_because_code_hosts_ask_for_a_place()
            throws IOException {
        JsonNode results = log("en").path("runs").path(0).path("results");
        assertThat(artifact(results, 3).path("uri").asText()).isEqualTo("sre.yaml");
        assertThat(results.path(3).path("message").path("text").asText())
                .isEqualTo("classpath:acme/standard.yaml:7:2: long");
        assertThat(artifact(results, 4).path("uri").asText()).isEqualTo("sre.yaml");
        assertThat(results.path(4).path("message").path("text").asText()).isEqualTo("nowhere");
    }

    @Test
    void the_rules_are_described_in_the_language_that_was_asked_for() throws IOException {
        JsonNode driver = log("ja").path("runs").path(0).path("tool").path("driver");
        assertThat(driver.path("language").asText()).isEqualTo("ja");
        assertThat(driver.path("rules")
                        .path(0)
                        .path("shortDescription")
                        .path("text")
                        .asText())
                .isEqualTo("ファイルが正しくありません。");
    }

    private static JsonNode artifact(JsonNode results, int index) {
        return results.path(index)
                .path("locations")
                .path(0)
                .path("physicalLocation")
                .path("artifactLocation");
    }

    private static JsonNode log(String language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SarifFile.write(
                new LintReport(
                        FINDINGS,
                        List.of("classpath:acme/standard.yaml", "sre.yaml"),
                        "default",
                        TrafficRules.NOT_APPLIED),
                "1.2.3",
                Texts.of(language),
                out);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).endsWith("}\n").doesNotContain("\r");
        return new JsonMapper().readTree(text);
    }
}
