package io.github.sre4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.assess.Measured;
import io.github.sre4j.report.console.ConsoleLine;
import io.github.sre4j.report.console.ConsoleReport;
import io.github.sre4j.report.console.ConsoleSummary;
import io.github.sre4j.report.junit.JunitReport;
import io.github.sre4j.report.markdown.MarkdownReport;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.testing.Golden;
import io.github.sre4j.text.Columns;
import io.github.sre4j.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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
                        .map(each -> DynamicTest.dynamicTest(each.getKey() + " in " + language, () -> {
                            Texts texts = Texts.of(language);
                            Golden.holds(each.getKey() + "." + language + ".txt", console(each.getValue(), texts));
                            Golden.holds(
                                    each.getKey() + "." + language + ".summary.txt",
                                    console(new ConsoleSummary(texts)
                                            .lines(each.getValue(), "target/sre/sre-report.md")));
                            if (each.getKey().equals("many")) {
                                return; // its other files are too long for anyone to approve
                            }
                            Golden.holds(
                                    each.getKey() + "." + language + ".md",
                                    new MarkdownReport(texts).render(each.getValue()));
                            Golden.holds(each.getKey() + "." + language + ".junit.xml", junit(each.getValue(), texts));
                        })));
    }

    @Test
    void junit_counts_add_up_and_a_passing_build_shows_no_failed_test() throws Exception {
        for (ServiceLevelReport report : manyReports()) {
            Element suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(junit(report, ENGLISH).getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
            assertThat(elements(suite, "testcase")).isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
            assertThat(elements(suite, "failure")).isEqualTo(Integer.parseInt(suite.getAttribute("failures")));
            assertThat(elements(suite, "skipped")).isEqualTo(Integer.parseInt(suite.getAttribute("skipped")));
            assertThat(elements(suite, "failure") == 0).isEqualTo(report.gate().passed());
        }
    }

    @Test
    void reports_nobody_thought_of_fit_their_places_in_both_languages() {
        for (ServiceLevelReport report : manyReports()) {
            for (Texts texts : List.of(ENGLISH, Texts.of("ja"))) {
                assertThat(lines(report, texts))
                        .isNotEmpty()
                        .allSatisfy(
                                line -> assertThat(Columns.width(line.text())).isBetween(1, 90))
                        .allSatisfy(line -> assertThat(line.text()).doesNotContain("\u00A0", "\u001B", "\n"));
                assertThat(new MarkdownReport(texts).render(report))
                        .hasSizeLessThan(65_536)
                        .doesNotContainPattern("@\\w")
                        .doesNotContain("<script>alert(1)</script>\n", "null");
            }
        }
    }

    @Test
    void hostile_names_cannot_colour_break_or_hide_lines_of_a_terminal() {
        for (Texts texts : List.of(ENGLISH, Texts.of("ja"))) {
            assertThat(lines(Reports.hostile(), texts))
                    .allSatisfy(line -> assertThat(line.text().codePoints())
                            .noneMatch(c -> c < 0x20
                                    || (c >= 0x7F && c < 0xA0)
                                    || Character.getType(c) == Character.FORMAT
                                    || Character.getType(c) == Character.LINE_SEPARATOR))
                    .allSatisfy(line -> assertThat(line.text()).doesNotStartWith("["));
        }
    }

    @TestFactory
    Stream<DynamicTest> console_lines_fit_a_terminal_of_a_hundred_columns_beside_what_maven_puts_before_them() {
        return Stream.of("en", "ja")
                .flatMap(language -> Reports.all().entrySet().stream()
                        .map(each -> DynamicTest.dynamicTest(
                                each.getKey() + " in " + language,
                                () -> assertThat(lines(each.getValue(), Texts.of(language)))
                                        .allSatisfy(line -> assertThat(Columns.width(line.text()))
                                                .isLessThanOrEqualTo(90)))));
    }

    @TestFactory
    Stream<DynamicTest> summarizes_every_report_in_ten_lines() {
        return manyReports().stream()
                .flatMap(report -> Stream.of("en", "ja")
                        .map(language -> DynamicTest.dynamicTest(report.service() + " in " + language, () -> {
                            List<ConsoleLine> lines =
                                    new ConsoleSummary(Texts.of(language)).lines(report, "target/sre/sre-report.md");
                            assertThat(lines)
                                    .hasSizeLessThanOrEqualTo(ConsoleSummary.MAX_LINES + 1)
                                    .allSatisfy(line -> assertThat(Columns.width(line.text()))
                                            .isLessThanOrEqualTo(90));
                            assertThat(lines)
                                    .extracting(ConsoleLine::text)
                                    .anyMatch(text -> text.contains(
                                            report.gate().passed()
                                                    ? (language.equals("en") ? "PASSED" : "成功")
                                                    : (language.equals("en") ? "FAILED" : "失敗")));
                        })));
    }

    @Test
    void the_console_shows_the_worst_ten_and_counts_the_others() {
        List<ConsoleLine> lines = lines(Reports.many(), ENGLISH);
        assertThat(lines).hasSizeLessThan(35);
        assertThat(lines.stream().filter(line -> line.text().startsWith("  GET ")))
                .hasSize(10);
        assertThat(lines).extracting(line -> line.text().strip()).contains("… and 40 more in the full report");
        assertThat(lines.stream().filter(line -> line.level() == ConsoleLine.Level.ERROR))
                .isNotEmpty();
    }

    @Test
    void a_console_of_another_size_is_filled_and_one_too_small_is_refused() {
        ConsoleReport narrow = new ConsoleReport(ENGLISH, 60, 1);
        List<ConsoleLine> lines = narrow.lines(Reports.missed(Enforcement.OBSERVE), "target/sre/sre-report.md");
        assertThat(lines)
                .allSatisfy(line -> assertThat(Columns.width(line.text())).isLessThanOrEqualTo(60));
        assertThat(lines).extracting(line -> line.text().strip()).contains("… and 2 more in the full report");
        assertThatThrownBy(() -> new ConsoleReport(ENGLISH, 20, 1)).hasMessageContaining("40 columns");
    }

    @Test
    void hostile_text_stays_text_in_markdown() {
        String markdown = new MarkdownReport(ENGLISH).render(Reports.hostile());
        String outsideCode = markdown.replaceAll("(?<!`)(`+)(?!`).*?[^`]\\1(?!`)", "");
        assertThat(outsideCode).doesNotContain("<script>", "<b>", "](http", "http://", "www.", "<!--");
        assertThat(markdown).doesNotContainPattern("@\\w");
        assertThat(outsideCode).doesNotContainPattern("#\\d");
        List<String> rows =
                markdown.lines().filter(line -> line.startsWith("| `")).toList();
        assertThat(rows).hasSize((int) Reports.hostileNames().count());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.replaceAll("\\\\.", "").chars())
                        .filteredOn(c -> c == '|')
                        .hasSize(4));
    }

    @Test
    void markdown_that_is_cut_fits_a_comment_and_says_how_much_is_missing() {
        ReportBuilder builder = new ReportBuilder();
        for (int i = 0; i < 2_000; i++) {
            builder.measured(Measured.evenly("WebTransaction/Uri/a" + i, 2_000, i % 2 == 0 ? 900 : 2, 0));
        }
        String markdown = new MarkdownReport(ENGLISH).render(builder.build());
        long shown = markdown.lines().filter(line -> line.startsWith("| `")).count();
        long missing = Pattern.compile("… ([\\d,]+) more in sre-report.json")
                .matcher(markdown)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1).replace(",", "")))
                .sum();
        assertThat(markdown.length()).isBetween(50_000, 65_535);
        assertThat(shown + missing).isEqualTo(2_000);
        assertThat(markdown).endsWith("event files in build/events\n").contains("### Next steps");
    }

    private static List<ServiceLevelReport> manyReports() {
        return Stream.concat(
                        Reports.all().values().stream(),
                        LongStream.range(0, 150).mapToObj(Reports::random))
                .toList();
    }

    private static String console(ServiceLevelReport report, Texts texts) {
        return console(lines(report, texts));
    }

    private static String console(List<ConsoleLine> lines) {
        return lines.stream().map(line -> line.level() + " " + line.text()).collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<ConsoleLine> lines(ServiceLevelReport report, Texts texts) {
        return new ConsoleReport(texts).lines(report, "target/sre/sre-report.md");
    }

    private static String junit(ServiceLevelReport report, Texts texts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JunitReport(texts).write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int elements(Element suite, String name) {
        NodeList list = suite.getElementsByTagName(name);
        return list.getLength();
    }
}
