package io.github.sre4j.trace.render;

import static io.github.sre4j.trace.Requests.failed;
import static io.github.sre4j.trace.Requests.request;
import static io.github.sre4j.trace.Requests.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.Requests;
import io.github.sre4j.trace.Severity;
import io.github.sre4j.trace.story.TraceAnalyzer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console shows what matters of a story in few lines, and no next step without its finding. */
class BriefStoryTest {

    private static final int MAX_LINES = 23;
    private static final String LONG =
            " or exists (select 1 from visits v where v.pet = i.id and v.vet = ?)".repeat(30);

    private static List<String> brief(Requests request, String language) {
        return TerminalStory.brief(
                        TraceAnalyzer.DEFAULT.read(request.data()), Texts.of(language), TerminalStory.WIDTH, false)
                .lines()
                .toList();
    }

    /** Repeated queries with a long text, a long call, a gap, and much else. */
    private static Requests busy(boolean fails) {
        Requests request =
                request().span("r", null, 0, 9_000, fails ? failed("shop.Broken", "x".repeat(900)) : any -> {});
        for (int i = 0; i < 200; i++) {
            request.query("q" + i, "r", 10 * i, 9, "select * from items i where i.id = " + i + LONG);
            request.log(10 * i, Severity.ERROR, "q" + i, "failed " + "y".repeat(i), null);
        }
        request.call("c", "r", 2_100, 2_000, "GET", "/stock/items", 200);
        for (int i = 0; i < 20; i++) {
            request.span("u" + i, "r", 4_200 + 100 * i, 90, sql("update items set n = n + 1 where id = " + i));
        }
        return request;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void stays_within_its_lines(String language) {
        assertThat(brief(busy(true), language)).hasSizeLessThanOrEqualTo(MAX_LINES);
        assertThat(brief(busy(false), language)).hasSizeLessThanOrEqualTo(MAX_LINES);
    }

    @Test
    void shows_both_findings_of_their_next_steps() {
        Requests request = request().span("r", null, 0, 3_000);
        for (int i = 0; i < 10; i++) {
            request.query("q" + i, "r", 100 * i, 90, "select * from items where id = " + i);
        }
        request.call("c", "r", 1_000, 1_500, "GET", "/stock/items", 200);
        List<String> lines = brief(request, "en");
        assertThat(String.join(" ", lines))
                .contains("N+1 queries", "/stock/items", "Fetch the rows together", "the callee");
    }

    @Test
    void omits_next_steps_of_findings_that_are_not_shown() {
        String lines = String.join(" ", brief(busy(true), "en"));
        assertThat(lines).contains("shop.Broken").doesNotContain("Profile that code");
    }

    @Test
    void says_at_least_in_the_title_of_a_request_without_end() {
        Requests request = request().span("r", null, 0, 400, any -> any.unfinished(true));
        assertThat(brief(request, "en").get(0)).endsWith("no end: at least 400 ms");
        assertThat(brief(request, "ja").get(0)).endsWith("（終了時刻なし、400 ms 以上）");
    }
}
