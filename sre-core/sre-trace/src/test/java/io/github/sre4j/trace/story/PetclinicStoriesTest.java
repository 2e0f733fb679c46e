package io.github.sre4j.trace.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.testing.Golden;
import io.github.sre4j.text.Columns;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.read.TraceFiles;
import io.github.sre4j.trace.render.HtmlStory;
import io.github.sre4j.trace.render.MarkdownStory;
import io.github.sre4j.trace.render.TerminalStory;
import io.github.sre4j.trace.render.json.JsonStory;
import io.github.sre4j.trace.render.json.SlackStory;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Requests of spring-petclinic as a real agent recorded them: the slowest, a failed one, and one that asks row by row. What people read
 * about them stands in files that people have read.
 */
class PetclinicStoriesTest {

    private static final Path EVENTS = Path.of("src/test/resources/io/github/sre4j/trace/petclinic");
    private static final String SLOWEST = "0d9508a1c32baebe0789b423f3990b3f";
    private static final String FAILED = "e94917f5d36a0e2e6951eeedc43188f9";
    private static final String ROW_BY_ROW = "7264363a81d7cff151fd239a09b3bcfb";

    @ParameterizedTest
    @CsvSource({
        "slowest, 0d9508a1c32baebe0789b423f3990b3f, en",
        "slowest, 0d9508a1c32baebe0789b423f3990b3f, ja",
        "failed, e94917f5d36a0e2e6951eeedc43188f9, en",
        "failed, e94917f5d36a0e2e6951eeedc43188f9, ja",
        "row-by-row, 7264363a81d7cff151fd239a09b3bcfb, en",
        "row-by-row, 7264363a81d7cff151fd239a09b3bcfb, ja",
    })
    void what_people_read_is_what_people_have_read(String name, String traceId, String language) throws IOException {
        TraceStory story = story(traceId);
        Texts texts = Texts.of(language);
        golden(name, language, "txt", TerminalStory.of(story, texts, TerminalStory.WIDTH, false));
        golden(name, language, "md", MarkdownStory.of(story, texts));
        golden(name, language, "html", HtmlStory.of(story, texts));
        golden(name, language, "slack.json", SlackStory.of(story, texts));
        golden(name, language, "json", JsonStory.of(story, texts));
    }

    private static void golden(String name, String language, String kind, String text) throws IOException {
        Golden.holds("trace/stories", name + "." + language + "." + kind, text);
    }

    @Test
    void a_stranger_reads_cause_and_place_of_the_slowest_request_first() throws IOException {
        assertThat(terminal(SLOWEST))
                .contains("GET /owners/{ownerId} (petclinic-before) returned 200 in 6.05 s")
                .containsSubsequence(
                        "Time breakdown", "first request after a start", "4.35 s", "view DispatcherServlet.render");
    }

    @Test
    void a_stranger_reads_cause_and_place_of_the_failed_request_first() throws IOException {
        assertThat(terminal(FAILED))
                .containsSubsequence(
                        "returned 500",
                        "Root cause: java.lang.IllegalArgumentException in OwnerController.findOwner",
                        "OwnerController.java:66",
                        "Open OwnerController.findOwner (OwnerController.java:66)");
    }

    @Test
    void a_stranger_reads_what_runs_row_by_row_and_what_it_costs() throws IOException {
        assertThat(terminal(ROW_BY_ROW))
                .containsSubsequence(
                        "N+1 queries",
                        "from visits",
                        "ran 50 times under OwnerController.showOwner, 427 ms",
                        "would save up to 364 ms");
    }

    @Test
    void nothing_on_a_terminal_is_wider_than_eighty_columns() throws IOException {
        for (String traceId : new String[] {SLOWEST, FAILED, ROW_BY_ROW}) {
            for (String language : new String[] {"en", "ja"}) {
                String text = TerminalStory.of(story(traceId), Texts.of(language), TerminalStory.WIDTH, true);
                assertThat(text.replaceAll("\u001b\\[[0-9]*m", "").lines())
                        .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(80));
            }
        }
    }

    @Test
    void every_statement_rests_on_something_that_is_there() throws IOException {
        for (String traceId : new String[] {SLOWEST, FAILED, ROW_BY_ROW}) {
            assertThat(new FactCheck(story(traceId)).problems()).isEmpty();
        }
    }

    /** Words alone: how lines are broken is held by the files. */
    private static String terminal(String traceId) throws IOException {
        return TerminalStory.of(story(traceId), Texts.of("en"), 4_000, false);
    }

    private static TraceStory story(String traceId) throws IOException {
        TraceData data = TraceFiles.read(EVENTS).trace(traceId);
        return TraceAnalyzer.DEFAULT.read(data);
    }
}
