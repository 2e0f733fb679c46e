package io.github.sre4j.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.assess.Measured;
import io.github.sre4j.report.ReportBuilder;
import io.github.sre4j.report.Reports;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.testing.Golden;
import io.github.sre4j.text.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

    private static final Set<String> ELEMENTS = Set.of(
            "a", "b", "bdi", "body", "caption", "circle", "code", "dd", "defs", "details", "div", "dl", "dt", "form",
            "g", "h1", "h2", "h3", "head", "header", "html", "input", "label", "li", "main", "meta", "ol", "option",
            "p", "path", "rect", "script", "section", "select", "small", "span", "style", "summary", "svg", "table",
            "tbody", "td", "th", "thead", "title", "tr", "ul", "use");

    @TestFactory
    Stream<DynamicTest> what_people_read_is_what_people_have_approved() {
        return Stream.of("en", "ja")
                .flatMap(language -> Stream.of("missed", "incident", "ratchet-fails", "no-telemetry", "hostile")
                        .map(name -> DynamicTest.dynamicTest(
                                name + " in " + language,
                                () -> Golden.holds(
                                        name + "." + language + ".html",
                                        fragment(page(Reports.all().get(name), language))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void three_hundred_endpoints_with_a_week_of_hours_each_weigh_less_than_half_a_megabyte(String language) {
        for (ServiceLevelReport report : List.of(Pages.week(300, 7), Pages.week(300, 8), Reports.many())) {
            assertThat(report.assessment().endpoints()).hasSize(300);
            assertThat(page(report, language).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(500_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"missed", "incident", "no-telemetry"})
    void the_page_of_a_running_service_says_of_no_build_that_it_passes(String name) {
        ServiceLevelReport report = Reports.all().get(name);

        assertThat(HtmlReport.ofRunningService(Texts.of("en")).render(report))
                .doesNotContain("this build", "Build passes", "Build fails");
        assertThat(HtmlReport.ofRunningService(Texts.of("ja")).render(report)).doesNotContain("ビルドは成功", "ビルドは失敗");
        assertThat(page(report, "en")).containsPattern("Build (passes|fails)|No telemetry");
    }

    @Test
    void what_was_asked_can_be_copied_from_the_page() {
        ServiceLevelReport report = Reports.all().get("missed");
        SourceReport source = report.source();
        ServiceLevelReport asked = new ServiceLevelReport(
                report.service(),
                report.generatedAt(),
                new SourceReport(
                        source.kind(),
                        source.description(),
                        source.events(),
                        source.outsideWindow(),
                        source.seenWindow().orElse(null),
                        source.rejections(),
                        source.sampling(),
                        source.notes(),
                        List.of("SELECT count(*) FROM Transaction WHERE duration < 1 AND appName = 'a<b>'")),
                report.assessment(),
                report.gate());
        assertThat(page(asked, "en"))
                .contains("NRQL query used")
                .contains(
                        "<code>SELECT count(*) FROM Transaction WHERE duration &lt; 1 AND appName = &#39;a&lt;b&gt;&#39;</code>");
        assertThat(page(report, "en")).doesNotContain("behind the numbers</summary>");
    }

    @Test
    void nothing_from_telemetry_becomes_markup_or_moves_text_in_reports_nobody_thought_of() {
        List<ServiceLevelReport> reports = Stream.concat(
                        Stream.of(Reports.hostile(), allOver()),
                        LongStream.range(0, 100).mapToObj(Reports::random))
                .toList();
        for (ServiceLevelReport report : reports) {
            for (String language : List.of("en", "ja")) {
                String page = page(report, language);
                assertThat(tags(page)).isSubsetOf(ELEMENTS);
                assertThat(page)
                        .containsOnlyOnce("<script>")
                        .doesNotContainPattern("<[^>]*(\\son[a-z]+=|href=\"?[^\"#])");
                assertThat(page.codePoints())
                        .noneMatch(c -> (c < 0x20 && c != '\n')
                                || (c >= 0x7F && c < 0xA0)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE);
            }
        }
    }

    @Test
    void a_name_of_ten_thousand_characters_is_cut_where_both_ends_still_tell_it_from_others() {
        String name = "WebTransaction/Uri/begin" + "x".repeat(10_000) + "end";
        String page = page(
                new ReportBuilder()
                        .measured(Measured.evenly(name, 5_000, 2_000, 0))
                        .build(),
                "en");
        assertThat(page)
                .hasSizeLessThan(30_000)
                .contains("/begin", "xend</bdi>")
                .doesNotContain("x".repeat(200));
    }

    @Test
    void the_policy_lets_its_own_style_and_script_run_and_nothing_else() throws NoSuchAlgorithmException {
        String page = page(Reports.allMet(), "en");
        String policy =
                group(page, "Content-Security-Policy content=\"([^\"]*)\"").replace("&#39;", "'");
        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src " + hash(group(page, "(?s)<style>(.*)</style>"))
                        + "; script-src " + hash(group(page, "(?s)<script>(.*)</script>"))
                        + "; base-uri 'none'; form-action 'none'");
    }

    @Test
    void the_page_refers_to_nothing_but_itself() {
        String page = page(Reports.missed(Enforcement.ENFORCE), "en");
        assertThat(Pattern.compile("href=\"?([^\" >]*)").matcher(page).results().map(each -> each.group(1)))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target).startsWith("#"))
                .filteredOn(target -> !page.contains("id=" + target.substring(1)))
                .isEmpty();
        assertThat(page).doesNotContain("src=", "url(", "@import", "http:", "https:", "style=");
    }

    @Test
    void what_misses_comes_first_and_leads_to_its_evidence() {
        String page = page(Reports.missed(Enforcement.OBSERVE), "en");
        assertThat(page)
                .containsSubsequence(
                        "<b class=count>3</b> <span>to fix</span>",
                        "1 of 8 endpoints meet the standard, 3 to fix",
                        "Build passes",
                        "enforce mode would fail",
                        "Fix GET /vets",
                        "<a href=\"#e1\"><bdi>GET /vets</bdi></a>",
                        "9.1% slower than 1 s (limit 5%)",
                        "<tbody id=e1 class=missed",
                        "<bdi>GET /vets</bdi>");
    }

    @Test
    void without_telemetry_no_figure_is_shown_that_could_be_taken_for_a_result() {
        String page = page(Reports.all().get("no-telemetry"), "en");
        assertThat(page)
                .contains("<h2 id=goal class=figure>No telemetry</h2>", "no requests in")
                .doesNotContain("to go</span>", "All endpoints pass", "No violations", "<tbody id=e1");
    }

    private static ServiceLevelReport allOver() {
        String evil = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'\u202E\u001B[2J";
        return new ReportBuilder()
                .service(evil, evil)
                .description(evil)
                .measured(Measured.evenly("WebTransaction/SpringController/" + evil + " (GET)", 5_000, 2_000, 0))
                .measured(Measured.evenly("WebTransaction/Uri/health/" + evil, 5_000, 2_000, 0))
                .waiver("**" + evil, null, evil, evil, "2026-12-01")
                .rejected(3, evil, 1, evil)
                .note(evil)
                .build();
    }

    private static String page(ServiceLevelReport report, String language) {
        return new HtmlReport(Texts.of(language)).render(report);
    }

    /** What is in the body, in lines that a person can compare. */
    private static String fragment(String page) {
        return group(page, "(?s)<main>(.*)</main>")
                        .replaceAll(
                                "<(?=section|h[1-4]|p[ >]|ul|ol|li|div|tbody|tr|td|th|dt|dd|form|svg|details)", "\n<")
                        .strip()
                + "\n";
    }

    private static Set<String> tags(String page) {
        return Pattern.compile("</?([^!\\s/>]+)")
                .matcher(page.replaceFirst("(?s)<script>.*</script>", "<script>"))
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String group(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult each) -> each.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String hash(String code) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
