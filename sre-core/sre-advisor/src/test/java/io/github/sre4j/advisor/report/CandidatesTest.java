package io.github.sre4j.advisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.advisor.Petclinic;
import io.github.sre4j.advisor.PetclinicSources;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.console.ConsoleLine;
import io.github.sre4j.testing.Golden;
import io.github.sre4j.testing.SarifSchema;
import io.github.sre4j.text.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Candidates as people read them, made of what an agent recorded. */
class CandidatesTest {

    private static ServiceLevelReport report;

    @BeforeAll
    static void find() throws Exception {
        report = Petclinic.report(Duration.ofMillis(100), new PetclinicSources(), 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void the_console_shows_the_first_in_full_and_the_rest_in_a_line_each(String language) throws Exception {
        String shown = new CandidateLines(Texts.of(language))
                        .lines(
                                report.service(),
                                report.assessment(),
                                CandidatePart.planOf(report).orElseThrow(),
                                true,
                                "target/sre/sre-candidates.md")
                        .stream()
                        .map(ConsoleLine::text)
                        .collect(Collectors.joining("\n", "", "\n"));
        Golden.holds("advisor/report", "candidates." + language + ".txt", shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void each_section_of_the_markdown_stands_for_itself(String language) throws Exception {
        Golden.holds(
                "advisor/report",
                "candidates." + language + ".md",
                new CandidatesDocument(Texts.of(language)).render(report, new PetclinicSources()));
    }

    @Test
    void github_document_holds_as_many_sections_as_fit() throws Exception {
        CandidatePlan plan = CandidatePart.planOf(report).orElseThrow();
        List<Candidate> many = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            many.add(plan.candidates().get(i % plan.candidates().size()));
        }
        CandidatePlan large = new CandidatePlan(
                many,
                3,
                plan.excessPerDay(),
                plan.failedPerDay(),
                plan.unexplained(),
                plan.harmless(),
                plan.queries(),
                plan.windowDays(),
                List.of(),
                plan.track(),
                List.of());
        String shown = new GitHubDocument(Texts.of("en"))
                .render(report.with(new CandidatePart(large)), new PetclinicSources());
        assertThat(shown.length()).isBetween(50_000, GitHubDocument.MAX_LENGTH);
        assertThat(shown).contains("## 1. `GET /owners/{ownerId}` returns errors", "… and ");
        assertThat(new GitHubDocument(Texts.of("en")).render(report, new PetclinicSources()))
                .isEqualTo(new CandidatesDocument(Texts.of("en")).render(report, new PetclinicSources()));
    }

    @Test
    void sarif_places_them_on_their_lines() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CandidatesSarif.write(report, "0.1", Texts.of("en"), out);
        SarifSchema.holds(out.toString(StandardCharsets.UTF_8));
        Golden.holds("advisor/report", "candidates.sarif", out.toString(StandardCharsets.UTF_8));
    }
}
