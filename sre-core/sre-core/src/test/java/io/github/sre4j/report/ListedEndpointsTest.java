package io.github.sre4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.assess.Measured;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.portfolio.CheckedProduct;
import io.github.sre4j.report.console.ConsoleReport;
import io.github.sre4j.report.html.HtmlReport;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.report.json.StoredReport;
import io.github.sre4j.report.junit.JunitReport;
import io.github.sre4j.report.markdown.MarkdownReport;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose agent reports a name for every id. */
class ListedEndpointsTest {

    private static final int NAMES = 20_000;
    private static final int MEGABYTE = 1_000_000;
    private static final ServiceLevelReport CROWDED = crowded();

    private final Texts texts = Texts.in(Locale.ENGLISH);

    @TempDir
    Path folder;

    private static ServiceLevelReport crowded() {
        ReportBuilder builder = new ReportBuilder().enforcement(Enforcement.ENFORCE);
        String padding = "<>&\"".repeat(40);
        for (int i = 0; i < NAMES; i++) {
            String name = "WebTransaction/SpringController/orders/" + i + padding + " (GET)";
            builder.measured(Measured.evenly(name, 10_000, i < 700 ? 5_000 + i : 1, 0));
            if (i < 2_000) {
                builder.measured(Measured.evenly("Custom/unknown/" + i + padding, 10 + i, 0, 0));
            }
        }
        return builder.build();
    }

    @Test
    void lists_the_worst_in_the_order_of_the_assessment() {
        ListedEndpoints listed = ListedEndpoints.of(CROWDED);
        assertThat(listed.endpoints())
                .hasSize(500)
                .allMatch(each -> each.verdict() == Verdict.MISSED)
                .isEqualTo(CROWDED.assessment().endpoints().subList(0, 500));
        assertThat(listed.omittedEndpoints())
                .isEqualTo(CROWDED.assessment().endpoints().size() - 500);
    }

    @Test
    void lists_everything_of_usual_services() {
        for (ServiceLevelReport report : Reports.all().values()) {
            ListedEndpoints listed = ListedEndpoints.of(report);
            assertThat(listed.omitsSome()).isFalse();
            assertThat(listed.endpoints()).isEqualTo(report.assessment().endpoints());
        }
    }

    @Test
    void keeps_json_small_and_counts_what_it_omits() throws IOException {
        Path file = folder.resolve("sre-report.json");
        JsonReport.write(CROWDED, file);
        assertThat(file.toFile().length()).isLessThan(5 * MEGABYTE);
        StoredReport stored = JsonReport.read(file);
        int all = CROWDED.assessment().goal().endpoints();
        assertThat(stored.endpoints()).hasSize(500);
        assertThat(stored.omitted()).isEqualTo(all - 500);
        assertThat(file).content().contains("\"omitted\" : {\n    \"endpoints\" : " + (all - 500));
        assertThat(CheckedProduct.of(stored, "x").summary().missed()).isEqualTo(700);
        assertThat(CheckedProduct.of(stored, "x").summary().endpoints()).isEqualTo(all);
    }

    @Test
    void keeps_page_small_and_counts_what_it_omits() {
        String page = new HtmlReport(texts).render(CROWDED);
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(5 * MEGABYTE);
        assertThat(page).contains("The table lists the 500 worst endpoints.").contains("counted in the summary");
    }

    @Test
    void keeps_test_results_small_and_counts_what_they_omit() throws IOException {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        new JunitReport(texts).write(CROWDED, xml);
        assertThat(xml.size()).isLessThan(5 * MEGABYTE);
        assertThat(xml.toString(StandardCharsets.UTF_8)).contains("only the 500 worst endpoints are listed");
    }

    @Test
    void keeps_markdown_and_console_short() {
        assertThat(new MarkdownReport(texts).render(CROWDED).length()).isLessThan(65_536);
        assertThat(new ConsoleReport(texts).lines(CROWDED, "x")).hasSizeLessThan(60);
    }
}
