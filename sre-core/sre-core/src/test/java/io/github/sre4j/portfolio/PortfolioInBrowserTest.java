package io.github.sre4j.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sre4j.testing.browser.Chromium;
import io.github.sre4j.testing.browser.Tab;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The page of all products in a real browser; skipped where there is none, unless {@code -Dbrowser.required=true}. */
class PortfolioInBrowserTest {

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
    Stream<DynamicTest> every_state_opens_without_complaint_fits_its_width_and_is_accessible() {
        Map<String, Portfolio> states = Map.of(
                "company", Products.company(30),
                "nothing", Portfolio.of(Products.NOW, Products.WEEK, List.of(), List.of(), List.of("a"), List.of()),
                "hostile",
                        Portfolio.of(
                                Products.NOW,
                                Products.WEEK,
                                List.of(Products.product(
                                        "<script>alert(1)</script>\u202e" + "x".repeat(300), 4, 3, Duration.ofDays(1))),
                                List.of(new CoverageGap(
                                        CoverageGap.Kind.UNREADABLE,
                                        "<img src=x onerror=alert(1)>",
                                        Message.plain("\"'<b>"))),
                                List.of(),
                                List.of()));
        return Stream.of("en", "ja")
                .flatMap(language -> states.entrySet().stream()
                        .map(state -> DynamicTest.dynamicTest(state.getKey() + " in " + language, () -> {
                            String name = "portfolio-" + state.getKey() + "." + language;
                            String url = write(name, state.getValue(), language);
                            Tab tab = browser.tab();
                            looksRight(tab.size(1280, 800).scheme("light").open(url), name + "-light-1280", 1280);
                            looksRight(tab.size(360, 800).scheme("dark").open(url), name + "-dark-360", 360);
                        })));
    }

    @Test
    void products_are_sorted_and_filtered() throws IOException {
        Tab tab = browser.tab().open(write("sort", Products.company(30), "en"));
        tab.eval("document.querySelectorAll('#t thead button')[2].click()");
        assertThat(tab.eval("Number([...document.getElementById('t').tBodies][0].rows[0].cells[2].textContent)")
                        .asInt())
                .isEqualTo(6);
        tab.eval("const v = document.getElementById('v'); v.value = 'stale'; v.dispatchEvent(new Event('change'))");
        assertThat(tab.eval("document.getElementById('shown').textContent").asText())
                .isEqualTo("1 of 31 shown");
        assertThat(tab.problems()).isEmpty();
    }

    private static void looksRight(Tab tab, String name, int width) throws IOException {
        tab.eval("[...document.querySelectorAll('details')].slice(0, 2).forEach(each => each.open = true)");
        tab.keep(name, true);
        assertThat(tab.eval("document.documentElement.scrollWidth").asInt())
                .as("a page does not scroll sideways")
                .isLessThanOrEqualTo(width);
        assertThat(tab.violations()).isEmpty();
        assertThat(tab.problems()).isEmpty();
    }

    private static String write(String name, Portfolio portfolio, String language) throws IOException {
        Path file = folder.resolve(name + ".html");
        Files.writeString(file, new PortfolioPage(Texts.of(language)).render(portfolio));
        return file.toUri().toString();
    }
}
