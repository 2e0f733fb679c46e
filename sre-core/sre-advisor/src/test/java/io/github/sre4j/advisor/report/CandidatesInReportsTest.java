package io.github.sre4j.advisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.advisor.Petclinic;
import io.github.sre4j.advisor.PetclinicSources;
import io.github.sre4j.advisor.narration.Narration;
import io.github.sre4j.advisor.narration.Sentence;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.console.ConsoleLine;
import io.github.sre4j.report.console.ConsoleReport;
import io.github.sre4j.report.html.HtmlReport;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.report.markdown.MarkdownReport;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reports of a check show of candidates. */
class CandidatesInReportsTest {

    private static final EndpointName OWNERS = new EndpointName("WebTransaction/SpringController/owners (GET)");

    private static ServiceLevelReport report;

    @BeforeAll
    static void find() throws Exception {
        PetclinicSources sources = new PetclinicSources();
        report = Petclinic.report(Duration.ofMillis(100), sources, 2)
                .with(Map.of(OWNERS, sources.handlers(OWNERS).get(0)));
    }

    @Test
    void the_report_file_holds_them_as_its_schema_says() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(report, out);
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .createValidator();
        try (InputStream in = JsonReport.class.getResourceAsStream("/io/github/sre4j/schema/sre-report.schema.json")) {
            URI schema = validator.registerSchema(
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
            assertThat(validator
                            .validate(schema, out.toString(StandardCharsets.UTF_8))
                            .getErrors())
                    .isEmpty();
        }
        JsonNode root = new ObjectMapper().readTree(out.toByteArray());
        JsonNode first = root.get("candidates").get(0);
        assertThat(first.get("rank").asInt()).isEqualTo(1);
        assertThat(first.get("endpoint").asText()).isEqualTo("WebTransaction/SpringController/owners/{ownerId} (GET)");
        assertThat(first.get("cause").get("kind").asText()).isEqualTo("error");
        assertThat(first.get("cause").get("evidence").size()).isGreaterThan(2);
        assertThat(first.get("code").get("line").asInt()).isEqualTo(66);
        assertThat(first.get("score").asDouble())
                .isCloseTo(
                        first.get("effect").get("rankedSecondsPerDay").asDouble()
                                * first.get("confidence").asDouble()
                                * first.get("fixability").asDouble(),
                        org.assertj.core.api.Assertions.within(0.01));
        assertThat(first.get("doneWhen").asText()).contains("fewer than 1% fail");
        for (JsonNode endpoint : root.get("endpoints")) {
            boolean known = endpoint.get("name").asText().equals(OWNERS.value());
            assertThat(endpoint.get("code").isNull()).isNotEqualTo(known);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void console_markdown_and_page_show_the_first(String language) {
        Texts texts = Texts.of(language);
        String console = new ConsoleReport(texts)
                .lines(report, "target/sre/sre-report.html").stream()
                        .map(ConsoleLine::text)
                        .collect(Collectors.joining("\n"));
        assertThat(console)
                .contains("  1. GET /owners/{ownerId}")
                .contains("  2. ")
                .doesNotContain("  3. ");
        String markdown = new MarkdownReport(texts).render(report);
        assertThat(markdown).contains("1. `GET /owners/{ownerId}`").contains("OwnerController.java`");
        String page = new HtmlReport(texts).render(report);
        assertThat(page)
                .contains("<h2 id=candidates>")
                .contains("OwnerController.java")
                .contains("#L66")
                .contains("<pre class=diff tabindex=0>")
                .containsPattern("<span class=del>- .*orElseThrow")
                .containsPattern("<span class=add>\\+ .*NOT_FOUND");
    }

    @Test
    void a_report_nobody_asked_for_candidates_shows_none() {
        ServiceLevelReport without = new ServiceLevelReport(
                report.service(), report.generatedAt(), report.source(), report.assessment(), report.gate());
        assertThat(new HtmlReport(Texts.of("en")).render(without)).doesNotContain("id=candidates");
        assertThat(new MarkdownReport(Texts.of("en")).render(without)).doesNotContain("Top improvement candidates");
    }

    @Test
    void words_of_a_model_change_nothing_but_the_words() {
        CandidatePlan plan = CandidatePart.planOf(report).orElseThrow();
        Narration said = new Narration(
                1,
                List.of(new Sentence("It fails for ids that are not <there>.", List.of("F2"))),
                Narration.Outcome.TOLD,
                0,
                0,
                "small-1",
                "1",
                99);
        ServiceLevelReport told = report.with(new CandidatePart(plan.with(List.of(said))));
        CandidatesDocument document = new CandidatesDocument(Texts.of("en"));
        String with = document.render(told, SourceIndex.NONE);
        String words =
                "> It fails for ids that are not &lt;there&gt;. [F2] (Text by small-1, checked against the facts below.)\n\n";
        assertThat(with).contains(words);
        assertThat(with.replace(words, "")).isEqualTo(document.render(report, SourceIndex.NONE));
        assertThat(CandidatePart.planOf(told).orElseThrow().candidates()).isEqualTo(plan.candidates());
    }

    @Test
    void what_an_exception_said_is_no_fact_for_a_model() {
        CandidatePlan plan = CandidatePart.planOf(report).orElseThrow();
        CandidateSentences words =
                new CandidateSentences(Texts.of("en"), UnaryOperator.identity(), UnaryOperator.identity());
        assertThat(plan.candidates())
                .anySatisfy(each ->
                        assertThat(words.facts(each)).anyMatch(paragraph -> paragraph.contains("Owner not found")));
        assertThat(plan.candidates())
                .allSatisfy(each -> assertThat(words.factLines(each, 1))
                        .isNotEmpty()
                        .noneMatch(line -> line.text().contains("Owner not found")));
    }
}
