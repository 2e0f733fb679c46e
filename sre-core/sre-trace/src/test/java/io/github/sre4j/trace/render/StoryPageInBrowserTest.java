package io.github.sre4j.trace.render;

import static io.github.sre4j.trace.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sre4j.testing.browser.Chromium;
import io.github.sre4j.testing.browser.Tab;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.Requests;
import io.github.sre4j.trace.Severity;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.read.TraceFiles;
import io.github.sre4j.trace.story.TraceAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of a story in a real browser. Skipped where there is none, unless {@code -Dbrowser.required=true}; {@code -Dscreenshots=folder} keeps
 * pictures to be looked at.
 */
class StoryPageInBrowserTest {

    private static final Path EVENTS = Path.of("src/test/resources/io/github/sre4j/trace/petclinic");

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
    Stream<DynamicTest> every_story_fits_its_width_and_is_accessible() throws IOException {
        return stories().entrySet().stream()
                .flatMap(story -> Stream.of("en", "ja")
                        .map(language -> DynamicTest.dynamicTest(story.getKey() + " in " + language, () -> {
                            String name = story.getKey() + "." + language;
                            String url = write(name, story.getValue(), language);
                            Tab tab = browser.tab();
                            looksRight(tab.size(1280, 800).scheme("light").open(url), name + "-light-1280", 1280);
                            looksRight(tab.size(360, 800).scheme("dark").open(url), name + "-dark-360", 360);
                        })));
    }

    @Test
    void the_waterfall_is_reached_and_scrolled_and_logs_are_opened_by_the_keyboard() throws IOException {
        Tab tab = browser.tab().size(360, 800).open(write("keys", stories().get("hostile"), "en"));
        tab.eval("document.querySelector('.skip').focus()");
        assertThat(tab.eval("document.activeElement.checkVisibility()").asBoolean())
                .isTrue();
        tab.eval("document.querySelector('.scroll').focus()");
        assertThat(tab.eval(
                                "document.activeElement.getAttribute('role') + ' ' + document.activeElement.getAttribute('aria-label')")
                        .asText())
                .isEqualTo("region Waterfall");
        tab.eval("document.querySelector('summary').focus()");
        tab.press("Enter", 13, "\r");
        assertThat(tab.eval("document.querySelector('details').open").asBoolean())
                .isTrue();
    }

    @Test
    void nothing_runs_and_nothing_is_loaded() throws IOException {
        Tab tab = browser.tab().open(write("policy", stories().get("hostile"), "en"));
        assertThat(tab.eval("performance.getEntriesByType('resource').length").asInt())
                .isZero();
        tab.eval("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 2\">')");
        assertThat(tab.eval("window.ran === undefined").asBoolean()).isTrue();
    }

    private static Map<String, TraceData> stories() throws IOException {
        TraceFiles files = TraceFiles.read(EVENTS);
        Map<String, TraceData> stories = new LinkedHashMap<>();
        stories.put("slowest", files.trace("0d9508a1c32baebe0789b423f3990b3f"));
        stories.put("failed", files.trace("e94917f5d36a0e2e6951eeedc43188f9"));
        Requests hostile = request().span("root", null, 0, 500);
        for (int i = 0; i < 40; i++) {
            hostile.span(
                    "s" + i,
                    i < 14 && i > 0 ? "s" + (i - 1) : "root",
                    "<b>shop</b>",
                    "<script>alert(" + i + ")</script>" + "x".repeat(90),
                    5 + i * 10,
                    i < 14 ? 480 - 20.0 * i : 8,
                    any -> {});
            hostile.log(
                    10 + i,
                    Severity.ERROR,
                    "s" + i,
                    "</details><img src=x onerror=alert(1)> " + "longword".repeat(30),
                    null);
        }
        stories.put("hostile", hostile.data());
        return stories;
    }

    private static void looksRight(Tab tab, String name, int width) throws IOException {
        tab.keep(name, true);
        assertThat(tab.eval("document.documentElement.scrollWidth").asInt())
                .as("a page does not scroll sideways")
                .isLessThanOrEqualTo(width);
        tab.eval("[...document.querySelectorAll('details')].slice(0, 3).forEach(each => each.open = true)");
        assertThat(tab.violations()).isEmpty();
        assertThat(tab.problems()).isEmpty();
    }

    private static String write(String name, TraceData data, String language) throws IOException {
        Path file = folder.resolve(name + ".html");
        Files.writeString(file, HtmlStory.of(TraceAnalyzer.DEFAULT.read(data), Texts.of(language)));
        return file.toUri().toString();
    }
}
