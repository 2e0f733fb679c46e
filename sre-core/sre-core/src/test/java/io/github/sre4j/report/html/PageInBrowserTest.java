package io.github.sre4j.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.testing.browser.Chromium;
import io.github.sre4j.testing.browser.Tab;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real browser. Where there is none the tests are skipped and say so; {@code -Dbrowser.required=true} makes that a failure. With
 * {@code -Dscreenshots=folder} every state is kept as a picture, to be looked at.
 */
class PageInBrowserTest {

    @TempDir
    private static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void start() throws IOException {
        boolean there = Chromium.find().isPresent();
        assertThat(there || !Boolean.getBoolean("browser.required"))
                .as("-Dbrowser.required=true, but no Chromium is on the path")
                .isTrue();
        assumeTrue(there, "no Chromium is on the path, so that nobody has seen the page in a browser");
        browser = Chromium.start(Chromium.find().get(), folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> every_page_opens_without_complaint_fits_its_width_and_is_accessible() throws Exception {
        Map<String, ServiceLevelReport> pages = Pages.all();
        return Stream.of("en", "ja")
                .flatMap(language -> pages.entrySet().stream()
                        .map(page -> DynamicTest.dynamicTest(page.getKey() + " in " + language, () -> {
                            String name = page.getKey() + "." + language;
                            String url = write(name, page.getValue(), language);
                            Tab tab = browser.tab();
                            looksRight(tab.size(1280, 800).scheme("light").open(url), name + "-light-1280", 1280);
                            looksRight(tab.size(360, 800).scheme("dark").open(url), name + "-dark-360", 360);
                            looksRight(tab.size(320, 800).scheme("light").open(url), name + "-light-320", 320);
                        })));
    }

    @Test
    void the_table_is_sorted_by_any_column_with_the_keyboard() throws IOException {
        Tab tab = browser.tab().open(write("sort", Pages.week(14, 3), "en"));
        tab.eval("document.querySelectorAll('#t thead button')[5].focus()");
        tab.press("Enter", 13, "\r");
        List<Long> falling = numbers(tab, 5);
        assertThat(falling).hasSize(14).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(sorted(tab)).isEqualTo("Requests descending");
        tab.press("Enter", 13, "\r");
        assertThat(numbers(tab, 5)).hasSize(14).isSorted();
        assertThat(sorted(tab)).isEqualTo("Requests ascending");
        tab.eval("document.querySelectorAll('#t thead button')[0].click()");
        assertThat(cells(tab, 0)).isSortedAccordingTo(String::compareToIgnoreCase);
        assertThat(sorted(tab)).isEqualTo("Endpoint ascending");
        assertThat(tab.problems()).isEmpty();
    }

    @Test
    void the_table_is_filtered_by_text_and_verdict_and_says_how_many_are_shown() throws IOException {
        Tab tab = browser.tab().open(write("filter", Pages.week(14, 3), "en"));
        tab.eval("document.getElementById('q').focus()");
        tab.type("orders");
        assertThat(shown(tab)).containsExactly("GET /api/v1/orders");
        assertThat(text(tab, "#shown")).isEqualTo("1 of 14 shown");
        tab.eval("document.getElementById('q').value = ''");
        tab.eval("const v = document.getElementById('v'); v.value = 'missed'; v.dispatchEvent(new Event('change'))");
        assertThat(shown(tab)).containsExactly("GET /api/v1/coupons", "GET /api/v1/orders");
        assertThat(text(tab, "#shown")).isEqualTo("2 of 14 shown");
    }

    @Test
    void a_link_to_an_endpoint_opens_its_evidence_even_if_it_was_filtered_away() throws IOException {
        Tab tab = browser.tab().open(write("link", Pages.week(14, 3), "en"));
        tab.eval("const v = document.getElementById('v'); v.value = 'met'; v.dispatchEvent(new Event('change'))");
        tab.eval("new Promise(done => { addEventListener('hashchange', () => done(1)); "
                + "document.querySelector('ol.missed a').click(); })");
        assertThat(tab.eval("document.querySelector('#e1 details').open && !document.getElementById('e1').hidden")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void without_script_the_page_is_a_plain_table_whose_evidence_opens() throws IOException {
        Tab tab = browser.tab().withoutScript().open(write("plain", Pages.week(14, 3), "en"));
        assertThat(tab.eval("document.getElementById('filter').checkVisibility()")
                        .asBoolean())
                .isFalse();
        assertThat(tab.eval("document.querySelectorAll('#t thead button').length")
                        .asInt())
                .isZero();
        assertThat(shown(tab)).hasSize(14);
        tab.eval("document.querySelector('#e1 summary').focus()");
        tab.press("Enter", 13, "\r");
        assertThat(tab.eval("document.querySelector('#e1 details').open").asBoolean())
                .isTrue();
    }

    @Test
    void colours_follow_the_system() throws IOException {
        Tab tab = browser.tab().scheme("light").open(write("dark", Pages.week(14, 3), "en"));
        String background = "getComputedStyle(document.documentElement).backgroundColor";
        String light = tab.eval(background).asText();
        String dark = tab.scheme("dark").eval(background).asText();
        assertThat(light).isEqualTo("rgb(252, 252, 250)");
        assertThat(dark).isEqualTo("rgb(19, 23, 25)");
    }

    @Test
    void it_prints_with_the_evidence_of_what_is_not_met_and_is_as_before_afterwards() throws IOException {
        Tab tab = browser.tab().open(write("print", Pages.week(14, 3), "en"));
        tab.eval("window.seen = -1; addEventListener('beforeprint', () => window.seen = "
                + "document.querySelectorAll('#t details[open]').length)");
        byte[] pdf = tab.pdf();
        keep("print.pdf", pdf);
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(tab.eval("window.seen").asInt()).isEqualTo(12);
        assertThat(tab.eval("document.querySelectorAll('#t details[open]').length")
                        .asInt())
                .isZero();
    }

    @Test
    void nothing_that_gets_into_the_page_can_run() throws IOException {
        Tab tab = browser.tab().open(write("policy", Pages.week(1, 3), "en"));
        tab.eval(
                "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)");
        tab.eval("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 2\">')");
        assertThat(tab.eval("window.ran === undefined").asBoolean()).isTrue();
        assertThat(String.join("\n", tab.problems())).contains("Content Security Policy");
    }

    private static void looksRight(Tab tab, String name, int width) throws IOException {
        keep(tab, name);
        assertThat(tab.eval("document.documentElement.scrollWidth").asInt())
                .as("a page does not scroll sideways")
                .isLessThanOrEqualTo(width);
        tab.eval("[...document.querySelectorAll('details')].slice(0, 3).forEach(each => each.open = true)");
        keep(tab, name + "-open");
        // It takes a minute for a few hundred endpoints, which are all alike.
        if (tab.eval("document.querySelectorAll('details').length").asInt() < 50) {
            assertThat(tab.violations()).isEmpty();
        }
        assertThat(tab.eval("document.documentElement.scrollWidth").asInt())
                .as("nor with its evidence")
                .isLessThanOrEqualTo(width);
        assertThat(tab.problems()).isEmpty();
    }

    private static String sorted(Tab tab) {
        return tab.eval("[...document.querySelectorAll('[aria-sort]')].map(h => h.textContent + ' ' + "
                        + "h.getAttribute('aria-sort')).join()")
                .asText();
    }

    private static List<String> shown(Tab tab) {
        return strings(tab.eval("[...document.getElementById('t').tBodies].filter(b => b.checkVisibility())"
                + ".map(b => b.rows[0].cells[0].textContent)"));
    }

    private static List<String> cells(Tab tab, int column) {
        return strings(tab.eval(
                "[...document.getElementById('t').tBodies].map(b => b.rows[0].cells[" + column + "].textContent)"));
    }

    private static List<Long> numbers(Tab tab, int column) {
        return cells(tab, column).stream()
                .map(cell -> Long.parseLong(cell.replace(",", "")))
                .toList();
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String text(Tab tab, String selector) {
        return tab.eval("document.querySelector('" + selector + "').textContent")
                .asText();
    }

    private static String write(String name, ServiceLevelReport report, String language) throws IOException {
        Path file = folder.resolve(name + ".html");
        Files.writeString(file, new HtmlReport(Texts.of(language)).render(report));
        return file.toUri().toString();
    }

    private static void keep(Tab tab, String name) throws IOException {
        // Of the very long ones the beginning is enough.
        tab.keep(name, !name.startsWith("many") && !name.startsWith("300"));
    }

    private static void keep(String name, byte[] content) throws IOException {
        if (System.getProperty("screenshots") != null) {
            Path kept = Files.createDirectories(Path.of(System.getProperty("screenshots")));
            Files.write(kept.resolve(name), content);
        }
    }
}
