package io.github.sre4j.examples.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sre4j.examples.slack.demo.LocalSlack;
import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.newrelic.nerdgraph.BuildScope;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphOptions;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.text.Texts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The app over HTTP: requests are signed as Slack signs them, New Relic is the stand-in, Slack's methods are a local server. */
class TraceAppTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String TRACE = "9f932067b7c8dc3bad75b8bb1f778efb";
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String TOKEN = "xoxb-test-token";

    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private NerdGraphEmulator newRelic;
    private LocalSlack slack;
    private SlackServer server;
    private URI address;

    @BeforeEach
    void start() throws Exception {
        newRelic =
                NerdGraphEmulator.start(StandinOptions.DEFAULT.withClock(CLOCK).withLimits(Limits.NONE));
        slack = new LocalSlack(SECRET, TOKEN);
        long at = NOW.minusSeconds(600).toEpochMilli();
        List<Map<String, Object>> spans = new ArrayList<>();
        spans.add(span(
                "a0",
                null,
                at,
                0.9,
                Map.of(
                        "error.class",
                        "shop.NoStockException",
                        "error.message",
                        "no stock for jane.doe@acme.example",
                        "http.statusCode",
                        500)));
        for (int i = 0; i < 20; i++) {
            spans.add(span(
                    "b" + i,
                    "a0",
                    at + 10 + i * 40L,
                    0.03,
                    Map.of(
                            "category",
                            "datastore",
                            "db.system",
                            "Postgres",
                            "db.statement",
                            "select * from items where name = 'SECRETNAME" + i + "'")));
        }
        newRelic.add("Span", spans);
        serve(stories(), Set.of());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        slack.close();
        newRelic.close();
    }

    @Test
    void a_command_is_answered_at_once_and_the_story_follows_in_a_thread() throws Exception {
        HttpResponse<String> answer = slack.command(address, TRACE, "C1", "U1");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode said = JSON.readTree(answer.body());
        assertThat(said.path("response_type").asText()).as("private").isEqualTo("ephemeral");
        assertThat(said.path("text").asText()).isEqualTo("Reading `" + TRACE + "` …");

        LocalSlack.Message headline = next();
        assertThat(headline.to()).isEqualTo("chat.postMessage");
        assertThat(headline.fields()).containsEntry("channel", "C1").doesNotContainKeys("thread_ts", "blocks");
        assertThat(headline.fields().get("text")).contains("shop.NoStockException");

        LocalSlack.Message story = next();
        assertThat(story.fields()).containsEntry("channel", "C1").containsEntry("thread_ts", "1795335800.001");
        JsonNode blocks = JSON.readTree(story.fields().get("blocks"));
        assertThat(blocks.size()).isBetween(3, 50);
        assertThat(blocks.toString())
                .contains("no stock for [email-1]", "select * from items where name = ?", "ran 20 times")
                .doesNotContain("jane.doe", "SECRETNAME");
        assertThat(slack.messages()).isEmpty();
    }

    @Test
    void an_answer_does_not_wait_for_new_relic() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        serve(
                request -> {
                    asked.countDown();
                    await(mayAnswer);
                    throw new Stories.NoStoryException("late");
                },
                Set.of());
        HttpResponse<String> answer = slack.command(address, TRACE, "C1", "U1");
        assertThat(answer.body()).contains("Reading");
        await(asked);
        assertThat(slack.messages()).isEmpty();
        mayAnswer.countDown();
        assertThat(next().fields().get("json")).contains("late");
    }

    @Test
    void requests_that_slack_did_not_sign_are_refused_and_cause_nothing() throws Exception {
        String body = slack.commandBody(TRACE, "C1", "U1");
        String form = "application/x-www-form-urlencoded";
        assertThat(slack.send(address, form, body, Instant.now(), "another secret")
                        .statusCode())
                .isEqualTo(401);
        assertThat(slack.send(address, form, body, Instant.now().minusSeconds(400), SECRET)
                        .statusCode())
                .as("replayed after more than five minutes")
                .isEqualTo(401);
        newRelic.forgetRequests();
        assertThat(slack.command(address, "help", "C1", "U1").statusCode()).isEqualTo(200);
        assertThat(newRelic.requests()).isEmpty();
        assertThat(slack.messages()).isEmpty();
    }

    @Test
    void mistakes_are_told_to_the_one_who_made_them_alone() throws Exception {
        assertThat(text(slack.command(address, "", "C1", "U1"))).startsWith("Enter a trace id");
        assertThat(text(slack.command(address, "orders <!channel>", "C1", "U1")))
                .startsWith("Cannot look up this request: no trace id found")
                .doesNotContain("<!channel>");
        slack.command(address, "f".repeat(32), "C1", "U1");
        LocalSlack.Message unknown = next();
        assertThat(unknown.to()).isEqualTo("response_url");
        assertThat(JSON.readTree(unknown.fields().get("json"))
                        .path("response_type")
                        .asText())
                .isEqualTo("ephemeral");
        assertThat(unknown.fields().get("json")).contains("No data found for `" + "f".repeat(32) + "`");
    }

    @Test
    void an_outage_of_new_relic_is_told_privately_without_the_key() throws Exception {
        newRelic.misbehave("bad-api-key");
        slack.command(address, TRACE, "C1", "U1");
        LocalSlack.Message told = next();
        assertThat(told.to()).isEqualTo("response_url");
        assertThat(told.fields().get("json")).contains("New Relic query failed").doesNotContain(newRelic.apiKey());
    }

    @Test
    void a_request_of_just_now_is_not_told_by_half() throws Exception {
        newRelic.add(
                "Span",
                List.of(span("x1", null, NOW.minusSeconds(30).toEpochMilli(), 0.5, Map.of("traceId", "e".repeat(32)))));
        slack.command(address, "e".repeat(32), "C1", "U1");
        assertThat(next().fields().get("json")).contains("29 s old", "Retry in 62 s");
    }

    @Test
    void slack_says_how_long_to_wait_and_is_obeyed() throws Exception {
        slack.limitNext(7);
        slack.command(address, TRACE, "C1", "U1");
        assertThat(next().fields()).doesNotContainKey("blocks");
        assertThat(next().fields()).containsKey("blocks");
        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void where_the_app_is_no_member_the_address_of_the_command_is_used() throws Exception {
        slack.refuseNext("not_in_channel");
        slack.command(address, TRACE, "C2", "U1");
        LocalSlack.Message story = next();
        assertThat(story.to()).isEqualTo("response_url");
        JsonNode json = JSON.readTree(story.fields().get("json"));
        assertThat(json.path("response_type").asText()).isEqualTo("in_channel");
        assertThat(json.path("blocks").size()).isGreaterThan(2);
    }

    @Test
    void what_slack_refuses_is_told_privately() throws Exception {
        slack.refuseNext("is_archived");
        slack.command(address, TRACE, "C2", "U1");
        assertThat(next().fields().get("json")).contains("ephemeral", "is_archived");
    }

    @Test
    void who_asks_too_often_is_told_and_others_are_not_kept_waiting() throws Exception {
        for (int i = 0; i < 6; i++) {
            assertThat(text(slack.command(address, TRACE, "C1", "U1"))).startsWith("Reading");
        }
        assertThat(text(slack.command(address, TRACE, "C1", "U1"))).startsWith("Limit of 6 requests per minute");
        assertThat(text(slack.command(address, TRACE, "C1", "U2"))).startsWith("Reading");
    }

    @Test
    void when_too_many_stories_are_asked_for_at_once_that_is_said() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        serve(
                request -> {
                    await(never);
                    throw new Stories.NoStoryException("late");
                },
                Set.of());
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            answers.add(text(slack.command(address, TRACE, "C1", "U" + i)));
        }
        assertThat(answers.subList(0, 24)).allMatch(each -> each.startsWith("Reading"));
        assertThat(answers.get(24)).startsWith("Too many requests");
        never.countDown();
    }

    @Test
    void stories_stay_in_the_channels_that_are_allowed() throws Exception {
        serve(stories(), Set.of("C1"));
        assertThat(text(slack.command(address, TRACE, "C9", "U1"))).startsWith("This channel is not enabled");
        assertThat(text(slack.command(address, TRACE, "C1", "U1"))).startsWith("Reading");
    }

    @Test
    void a_mention_in_a_thread_is_answered_in_that_thread_once() throws Exception {
        assertThat(slack.mention(address, "Ev1", "<@UBOT> look at " + TRACE, "C1", "1795335000.000200")
                        .statusCode())
                .isEqualTo(200);
        assertThat(slack.mention(address, "Ev1", "<@UBOT> look at " + TRACE, "C1", "1795335000.000200")
                        .statusCode())
                .as("Slack sends events again when it is in doubt")
                .isEqualTo(200);
        List<LocalSlack.Message> messages = List.of(next(), next());
        assertThat(messages)
                .extracting(LocalSlack.Message::to)
                .containsExactlyInAnyOrder("chat.postEphemeral", "chat.postMessage");
        assertThat(messages)
                .filteredOn(each -> each.to().equals("chat.postMessage"))
                .singleElement()
                .satisfies(each -> assertThat(each.fields())
                        .containsKey("blocks")
                        .containsEntry("thread_ts", "1795335000.000200"));
        assertThat(slack.messages().poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void the_app_speaks_japanese() throws Exception {
        server.close();
        start(new Sentences(Texts.of("ja")), stories(), Set.of());
        assertThat(text(slack.command(address, TRACE, "C1", "U1")))
                .startsWith("`9f932067b7c8dc3bad75b8bb1f778efb` を読み込んでいます");
        next();
        assertThat(next().fields().get("blocks")).contains("根本原因");
    }

    @Test
    void settings_that_are_missing_are_named_and_never_printed() {
        Map<String, String> environment = new HashMap<>(Map.of("SLACK_SIGNING_SECRET", SECRET));
        assertThatThrownBy(() -> Main.start(environment, CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("SLACK_BOT_TOKEN is not set; it holds the bot token");
        environment.put("SLACK_BOT_TOKEN", TOKEN);
        assertThat(Settings.of(environment).toString()).doesNotContain(SECRET, TOKEN);
    }

    private Stories stories() {
        NerdGraphOptions options = new NerdGraphOptions(
                newRelic.url(),
                UserKey.of(newRelic.apiKey(), "the test"),
                null,
                Duration.ofSeconds(3),
                Duration.ofSeconds(1));
        return new NewRelicStories(
                () -> new NerdGraph(options, new BuildScope()),
                OptionalLong.of(newRelic.account()),
                CLOCK,
                new Sentences(Texts.of("en")));
    }

    private void serve(Stories stories, Set<String> channels) throws Exception {
        if (server != null) {
            server.close();
        }
        start(new Sentences(Texts.of("en")), stories, channels);
    }

    private void start(Sentences sentences, Stories stories, Set<String> channels) throws Exception {
        TraceApp app = new TraceApp(
                new Settings(SECRET, TOKEN, slack.api(), channels), stories, sentences, CLOCK, pauses::add);
        server = new SlackServer(app, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Clock.systemUTC());
        address = URI.create("http://127.0.0.1:" + server.port() + "/slack/events");
    }

    private LocalSlack.Message next() throws InterruptedException {
        LocalSlack.Message message = slack.messages().poll(20, TimeUnit.SECONDS);
        assertThat(message).as("a message to Slack").isNotNull();
        return message;
    }

    private static String text(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body()).path("text").asText();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> span(
            String id, String parent, long at, double seconds, Map<String, Object> more) {
        Map<String, Object> row = new HashMap<>();
        row.put("traceId", TRACE);
        row.put("guid", id);
        row.put("timestamp", at);
        row.put("duration", seconds);
        row.put(
                "name",
                parent == null
                        ? "WebTransaction/SpringController/items (GET)"
                        : "Datastore/statement/Postgres/items/select");
        row.put("appName", "shop");
        if (parent == null) {
            row.put("nr.entryPoint", true);
        } else {
            row.put("parentId", parent);
        }
        row.putAll(more);
        return row;
    }
}
