package io.github.sre4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.github.sre4j.report.console.ConsoleLine;
import io.github.sre4j.report.console.ConsoleReport;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.report.junit.JunitReport;
import io.github.sre4j.report.markdown.MarkdownReport;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.text.Columns;
import io.github.sre4j.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RenderersTest {

    private static final Texts ENGLISH = Texts.of("en");

    @TestFactory
    Stream<DynamicTest> what_people_read_is_what_people_have_approved() {
        return Stream.of("en", "ja")
                .flatMap(language -> Reports.all().entrySet().stream()
                        .filter(each -> !each.getKey().equals("many"))
                        .map(each -> DynamicTest.dynamicTest(each.getKey() + " in " + language, () -> {
                            Texts texts = Texts.of(language);
                            Golden.holds(each.getKey() + "." + language + ".txt", console(each.getValue(), texts));
                            Golden.holds(
                                    each.getKey() + "." + language + ".md",
                                    new MarkdownReport(texts).render(each.getValue()));
                            Golden.holds(each.getKey() + "." + language + ".junit.xml", junit(each.getValue(), texts));
                        })));
    }

    @TestFactory
    Stream<DynamicTest> every_report_file_is_valid_by_its_schema() throws IOException {
        URI schema = register();
        return Reports.all().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Validator.Result result = validator().validate(schema, json(each.getValue()));
                    assertThat(result.getErrors()).isEmpty();
                    assertThat(result.isValid()).isTrue();
                }));
    }

    @Test
    void the_schema_refuses_a_report_with_a_changed_field() throws IOException {
        URI schema = register();
        String changed = json(Reports.allMet()).replace("\"verdict\" : \"MET\"", "\"verdict\" : \"FINE\"");
        assertThat(validator().validate(schema, changed).isValid()).isFalse();
    }

    @Test
    void the_report_file_says_exactly_what_was_measured() throws IOException {
        JsonNode report = new ObjectMapper().readTree(json(Reports.missed(Enforcement.ENFORCE)));
        JsonNode vets = report.get("endpoints").get(0);
        assertThat(vets.get("label").asText()).isEqualTo("GET /vets");
        assertThat(vets.get("requests").asLong()).isEqualTo(4_520);
        assertThat(vets.get("excessSeconds").decimalValue()).isEqualByComparingTo("288.4");
        assertThat(vets.get("slis").get(0).get("thresholdMs").asInt()).isEqualTo(1000);
        assertThat(vets.get("slis").get(0).get("good").asLong()).isEqualTo(4_108);
        assertThat(vets.get("slis").get(0).get("ratio").asDouble()).isEqualTo(4_108 / 4_520.0);
        assertThat(report.get("gate").get("passed").asBoolean()).isFalse();
        assertThat(report.get("source").get("keptShare").asDouble()).isEqualTo(0.14);
        assertThat(report.get("goal").get("remaining").asInt()).isEqualTo(2);
    }

    @Test
    void junit_counts_add_up_and_a_passing_build_shows_no_failed_test() throws Exception {
        for (Map.Entry<String, ServiceLevelReport> each : Reports.all().entrySet()) {
            Element suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(
                            junit(each.getValue(), ENGLISH).getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
            assertThat(elements(suite, "testcase")).isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
            assertThat(elements(suite, "failure")).isEqualTo(Integer.parseInt(suite.getAttribute("failures")));
            assertThat(elements(suite, "skipped")).isEqualTo(Integer.parseInt(suite.getAttribute("skipped")));
            assertThat(elements(suite, "failure") == 0)
                    .as(each.getKey())
                    .isEqualTo(each.getValue().gate().passed());
        }
    }

    @Test
    void hostile_names_cannot_colour_break_or_hide_lines_of_a_terminal() {
        for (ConsoleLine line : lines(Reports.hostile(), ENGLISH)) {
            assertThat(line.text()
                            .codePoints()
                            .filter(c -> c < 0x20 || c == 0x7f || c == 0x202E || (c >= 0x80 && c < 0xA0))
                            .count())
                    .isZero();
        }
    }

    @Test
    void hostile_names_stay_text_in_markdown() {
        String markdown = new MarkdownReport(ENGLISH).render(Reports.hostile());
        assertThat(markdown)
                .doesNotContain("<script>", "@team", "http://", "www.", "<!--")
                .doesNotContainPattern("(?<!\\\\)\\]\\(");
        long tableRows = markdown.lines().filter(line -> line.startsWith("| /")).count();
        assertThat(tableRows).isEqualTo(7);
        assertThat(markdown.lines().filter(line -> line.startsWith("| /")))
                .allSatisfy(line -> assertThat(line.replace("\\|", "")
                                .chars()
                                .filter(c -> c == '|')
                                .count())
                        .isEqualTo(4));
    }

    @Test
    void markdown_of_thousands_of_endpoints_fits_a_comment_and_says_what_is_missing() {
        String markdown = new MarkdownReport(ENGLISH).render(Reports.many());
        assertThat(markdown.length()).isLessThan(65_536);
        assertThat(lines(Reports.many(), ENGLISH)).hasSizeLessThan(30);
    }

    @Test
    void console_lines_fit_a_wide_terminal() {
        assertThat(lines(Reports.missed(Enforcement.OBSERVE), ENGLISH))
                .allSatisfy(line -> assertThat(Columns.width(line.text())).isLessThan(180));
    }

    private static String console(ServiceLevelReport report, Texts texts) {
        return lines(report, texts).stream()
                .map(line -> line.level() + " " + line.text())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<ConsoleLine> lines(ServiceLevelReport report, Texts texts) {
        return new ConsoleReport(texts).lines(report, "target/sre/sre-report.md");
    }

    private static String junit(ServiceLevelReport report, Texts texts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JunitReport(texts).write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String json(ServiceLevelReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static final Validator VALIDATOR = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();

    private static Validator validator() {
        return VALIDATOR;
    }

    private static synchronized URI register() throws IOException {
        String schema = new String(
                ServiceLevelReport.class
                        .getResourceAsStream("/io/github/sre4j/schema/sre-report.schema.json")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        return VALIDATOR.registerSchema(schema);
    }

    private static int elements(Element suite, String name) {
        NodeList list = suite.getElementsByTagName(name);
        return list.getLength();
    }
}
