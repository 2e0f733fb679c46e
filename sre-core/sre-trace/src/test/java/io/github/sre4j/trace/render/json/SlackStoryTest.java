package io.github.sre4j.trace.render.json;

import static io.github.sre4j.trace.Requests.failed;
import static io.github.sre4j.trace.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.Requests;
import io.github.sre4j.trace.Severity;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceFormat;
import io.github.sre4j.trace.story.TraceAnalyzer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlackStoryTest {

    private static final String LONG = "<&>`*_~!channel ".repeat(400);

    @Test
    void the_largest_story_keeps_the_limits_of_slack() throws Exception {
        Requests requests = request().span("root", null, 0, 60_000, failed("shop.A" + LONG, LONG));
        for (int group = 0; group < 40; group++) {
            String handler = "h" + group;
            requests.span(
                    handler,
                    "root",
                    "service" + group + LONG,
                    LONG,
                    group * 1_400,
                    1_390,
                    failed("shop.B" + group + LONG, LONG));
            for (int i = 0; i < 12; i++) {
                requests.query(
                        handler + "q" + i,
                        handler,
                        group * 1_400 + 5 + i * 100,
                        99,
                        "select a" + group + " from t where " + "x = ? and ".repeat(300) + "y = ?");
                requests.log(group * 1_400 + i, Severity.ERROR, handler, group + "-" + i + LONG, null);
            }
        }
        TraceData data = requests.data();
        TraceData named = new TraceData(
                "&".repeat(500), TraceFormat.OTLP, data.spans(), data.logs(), List.of(), List.of(), List.of());
        for (String language : List.of("en", "ja")) {
            JsonNode message =
                    new ObjectMapper().readTree(SlackStory.of(TraceAnalyzer.DEFAULT.read(named), Texts.of(language)));
            assertThat(message.path("text").asText())
                    .hasSizeLessThanOrEqualTo(4_000)
                    .isNotBlank();
            assertThat(message.path("blocks").size()).isBetween(5, 50);
            for (JsonNode block : message.path("blocks")) {
                boolean header = block.path("type").asText().equals("header");
                String text = block.path("text").path("text").asText();
                assertThat(text).hasSizeBetween(1, header ? 150 : 3_000);
                assertThat(text).doesNotContain("<", ">").doesNotContainPattern("&(?!amp;|lt;|gt;)");
                assertThat(text.replace("```", "").chars().filter(c -> c == '`').count() % 2)
                        .as("code spans are closed: %s", text)
                        .isZero();
            }
        }
    }

    @Test
    void log_lines_that_are_left_out_are_counted() throws Exception {
        Requests requests = request().span("root", null, 0, 60_000);
        for (int i = 0; i < 30; i++) {
            requests.log(i, Severity.ERROR, "root", i + " " + "word ".repeat(900), null);
        }
        JsonNode message =
                new ObjectMapper().readTree(SlackStory.of(TraceAnalyzer.DEFAULT.read(requests.data()), Texts.of("en")));
        assertThat(message.path("blocks").toString()).contains("Log lines of this request: 30; errors: 30");
    }
}
