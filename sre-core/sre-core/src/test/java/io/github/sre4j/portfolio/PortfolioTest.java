package io.github.sre4j.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.report.Reports;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioTest {

    @TempDir
    private Path folder;

    @Test
    void every_report_below_a_folder_is_a_product_with_the_numbers_of_its_check() throws IOException {
        ServiceLevelReport report = report();
        write("a/target/sre/sre-report.json", report);
        Files.writeString(folder.resolve("a/other.json"), "{}");
        ReportFolder read = ReportFolder.read(folder, ".");
        assertThat(read.gaps()).isEmpty();
        assertThat(read.products()).hasSize(1);
        CheckedProduct product = read.products().get(0);
        assertThat(product.source())
                .isEqualTo(Path.of("a/target/sre/sre-report.json").toString());
        assertThat(product.summary())
                .usingRecursiveComparison()
                .ignoringFields("excessSecondsPerDay", "override")
                .isEqualTo(report.summary());
        assertThat(product.summary().excessSecondsPerDay())
                .isCloseTo(report.summary().excessSecondsPerDay(), org.assertj.core.data.Offset.offset(0.001));
        assertThat(product.missed()).hasSize(report.summary().missed());
        assertThat(product.waivers()).hasSameSizeAs(report.assessment().waivers());
    }

    @Test
    void a_pattern_chooses_reports() throws IOException {
        write("in/orders.json", report());
        write("in/deep/stock.json", report());
        assertThat(ReportFolder.read(folder, "in/*.json").products()).hasSize(1);
        assertThat(ReportFolder.read(folder, "in/**.json").products()).hasSize(2);
        assertThat(ReportFolder.read(folder, "in/orders.json").products()).hasSize(1);
    }

    @Test
    void a_report_that_cannot_be_read_is_a_gap_with_its_reason() throws IOException {
        Files.createDirectories(folder.resolve("x"));
        Files.writeString(folder.resolve("x/sre-report.json"), "{\"schemaVersion\": 1");
        ReportFolder read = ReportFolder.read(folder, ".");
        assertThat(read.products()).isEmpty();
        assertThat(read.gaps()).hasSize(1);
        assertThat(read.gaps().get(0).kind()).isEqualTo(CoverageGap.Kind.UNREADABLE);
        assertThat(read.gaps().get(0).detail().orElseThrow().english()).contains("is not JSON: line 1");
    }

    @Test
    void a_place_that_is_not_there_is_named() {
        assertThatThrownBy(() -> ReportFolder.read(folder, "nowhere"))
                .hasMessage("file or directory 'nowhere' not found");
        assertThatThrownBy(() -> ReportFolder.read(folder, "nowhere/*.json")).hasMessageContaining("directory");
        assertThatThrownBy(() -> ReportFolder.read(folder, "{")).hasMessageContaining("is not a file pattern");
    }

    @Test
    void the_newest_check_of_a_product_counts() {
        CheckedProduct old = Products.product("orders", 3, 3, Duration.ofDays(3));
        CheckedProduct recent = Products.product("orders", 5, 1, Duration.ofDays(1));
        Portfolio portfolio =
                Portfolio.of(Products.NOW, Products.WEEK, List.of(recent, old), List.of(), List.of(), List.of());
        assertThat(portfolio.products()).containsExactly(recent);
        assertThat(portfolio.remaining()).isEqualTo(1);
    }

    @Test
    void the_product_furthest_from_the_standard_stands_first_and_one_without_endpoints_before_all() {
        CheckedProduct none = new CheckedProduct(
                new io.github.sre4j.history.CheckSummary(
                        Products.NOW, "empty", "acme 3", 0, 0, 0, 0, 0, 0, false, null),
                "x",
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Portfolio portfolio = Portfolio.of(
                Products.NOW,
                Products.WEEK,
                List.of(
                        Products.product("good", 9, 0, Duration.ZERO),
                        Products.product("bad", 1, 8, Duration.ZERO),
                        none),
                List.of(),
                List.of(),
                List.of());
        assertThat(portfolio.products()).extracting(CheckedProduct::name).containsExactly("empty", "bad", "good");
        assertThat(portfolio.clean()).as("no endpoints checked is not clean").isEqualTo(1);
    }

    @Test
    void whoever_is_expected_or_seen_in_telemetry_without_a_report_is_a_gap() {
        Portfolio portfolio = Products.company(3);
        assertThat(portfolio.gaps())
                .extracting(CoverageGap::kind, CoverageGap::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(CoverageGap.Kind.MISSING, "billing"),
                        org.assertj.core.groups.Tuple.tuple(CoverageGap.Kind.UNREADABLE, "broken/sre-report.json"),
                        org.assertj.core.groups.Tuple.tuple(CoverageGap.Kind.UNCHECKED, "legacy-batch"));
        assertThat(portfolio.stale()).extracting(CheckedProduct::name).containsExactly("silent");
    }

    @Test
    void the_table_for_tools_has_a_line_for_each_product_and_gap_and_holds_no_formula() {
        Portfolio portfolio = Portfolio.of(
                Products.NOW,
                Products.WEEK,
                List.of(Products.product("=cmd|' /C calc'!A0", 4, 2, Duration.ofDays(1))),
                List.of(new CoverageGap(CoverageGap.Kind.UNREADABLE, "a,b\"c", Message.plain("no\nJSON"))),
                List.of(),
                List.of());
        assertThat(PortfolioCsv.render(portfolio))
                .isEqualTo("""
                        product,status,checked_at,standard,endpoints,met,missed,undecided,waived,share_at_standard,excess_seconds_per_day,build_passed,change_4_weeks,detail
                        '=cmd|' /C calc'!A0,checked,2026-11-24T09:00:00Z,acme 3,7,4,2,1,0,0.5714,123.000,false,,=cmd|' /C calc'!A0/target/sre/sre-report.json
                        "a,b""c",unreadable,,,,,,,,,,,,no JSON
                        """.replace(",=cmd", ",'=cmd").replace("\n", "\r\n"));
    }

    @Test
    void the_terminal_says_how_far_it_is_who_is_behind_and_who_is_silent() {
        assertThat(String.join("\n", new PortfolioText(Texts.of("en")).lines(Products.company(4))))
                .isEqualTo("""
                        105 of 125 endpoints meet the standard; 1 of 5 products have no violations. Excess wait: 15 min per day.
                          product-3  5 of 23 endpoints violate the standard, 5.1 min excess wait per day
                          product-1  3 of 16 endpoints violate the standard, 3.1 min excess wait per day
                          silent     2 of 15 endpoints violate the standard, 2 min excess wait per day
                          product-4  5 of 42 endpoints violate the standard, 5.1 min excess wait per day
                        1 check is older than 8 d.
                        billing: expected, but has no report
                        broken/sre-report.json: report cannot be read: 'broken/sre-report.json' is not JSON: line 1. Run sre:check again
                        legacy-batch: sends telemetry, but is not checked
                        """.strip());
    }

    @Test
    void two_hundred_products_are_put_together_and_shown_within_the_size_of_a_page() throws IOException {
        String page = new PortfolioPage(Texts.of("en")).render(Products.company(200));
        assertThat(page.length()).isLessThan(500_000);
        assertThat(page).contains("product-200").doesNotContain("<img");
    }

    private ServiceLevelReport report() {
        Map<String, ServiceLevelReport> all = Reports.all();
        return all.values().stream()
                .filter(each -> each.summary().missed() > 1)
                .findFirst()
                .orElseThrow();
    }

    private void write(String name, ServiceLevelReport report) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        JsonReport.write(report, file);
    }
}
