package io.github.sre4j.examples.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import io.github.sre4j.examples.slack.demo.LocalSlack;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server under requests that Slack would not send. */
class SlackServerTest {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String HELD_BACK = "POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc";

    private final AtomicInteger stories = new AtomicInteger();
    private LocalSlack slack;
    private SlackServer server;
    private URI address;

    @BeforeEach
    void start() throws Exception {
        slack = new LocalSlack(SECRET, "xoxb-test-token");
        Sentences sentences = new Sentences(Texts.of("en"));
        TraceApp app = new TraceApp(
                new Settings(SECRET, "xoxb-test-token", slack.api(), Set.of()),
                request -> {
                    stories.incrementAndGet();
                    throw new Stories.NoStoryException("none");
                },
                sentences,
                Clock.systemUTC());
        server = new SlackServer(app, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Clock.systemUTC());
        address = URI.create("http://127.0.0.1:" + server.port() + "/slack/events");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        slack.close();
    }

    @Test
    void serves_others_while_bodies_are_held_back_and_ends_those_requests() throws Exception {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                socket.getOutputStream().write(HELD_BACK.getBytes(StandardCharsets.US_ASCII));
                held.add(socket);
            }
            assertThat(health()).isEqualTo("ok");
            assertThat(slack.command(address, "help", "C1", "U1").statusCode()).isEqualTo(200);
            for (Socket socket : held) {
                // Waits for the server: it ends each by itself.
                assertThat(answerOf(socket)).startsWith("HTTP/1.1 408 ");
            }
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-400, 400, Long.MIN_VALUE, Long.MAX_VALUE})
    void refuses_time_that_is_more_than_five_minutes_off(long seconds) throws Exception {
        String time = Long.toString(
                Math.abs(seconds) > 1_000 ? seconds : Instant.now().getEpochSecond() + seconds);
        String body = slack.commandBody("help", "C1", "U1");
        assertThat(post(time, signature(time, body), body).statusCode()).isEqualTo(401);
    }

    @Test
    void refuses_time_that_is_no_number_and_wrong_signature() throws Exception {
        String body = slack.commandBody("help", "C1", "U1");
        String now = Long.toString(Instant.now().getEpochSecond());
        assertThat(post("abc", signature("abc", body), body).statusCode()).isEqualTo(401);
        assertThat(post(now, "v0=00", body).statusCode()).isEqualTo(401);
        assertThat(post(now, signature(now, body), body + "&text=x").statusCode())
                .isEqualTo(401);
        String challenge = "{\"type\":\"url_verification\",\"challenge\":\"<script>\"}";
        assertThat(post(now, "v0=0", challenge).body()).doesNotContain("<script>");
    }

    @Test
    void answers_replay_without_telling_story_again() throws Exception {
        String body = slack.commandBody("9f932067b7c8dc3bad75b8bb1f778efb", "C1", "U1");
        String now = Long.toString(Instant.now().getEpochSecond());
        assertThat(post(now, signature(now, body), body).body()).contains("Reading");
        assertThat(slack.messages().take().fields().get("json")).contains("none");
        HttpResponse<String> again = post(now, signature(now, body), body);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEmpty();
        assertThat(stories).hasValue(1);
    }

    @Test
    void refuses_large_body_before_it_is_read() throws Exception {
        String now = Long.toString(Instant.now().getEpochSecond());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 300000000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(answerOf(socket)).startsWith("HTTP/1.1 413 ");
        }
        String chunked = "x=" + "y".repeat(300_000);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        request(now, signature(now, chunked))
                                .POST(HttpRequest.BodyPublishers.fromPublisher(
                                        HttpRequest.BodyPublishers.ofString(chunked)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void survives_deep_json() throws Exception {
        String body = "{\"a\":" + "[".repeat(90_000) + "]".repeat(90_000) + "}";
        HttpResponse<String> answer = slack.send(address, "application/json", body, Instant.now(), SECRET);
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(health()).isEqualTo("ok");
    }

    @Test
    void prints_markup_of_command_as_text() throws Exception {
        String answer = slack.command(address, "<!channel> <https://evil.example|x> `a`", "C1", "U1")
                .body();
        assertThat(answer).doesNotContain("<!channel>", "<https://evil.example");
    }

    private String health() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address.resolve("/health")).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(String time, String signature, String body)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        request(time, signature)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String time, String signature) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", FORM)
                .header("X-Slack-Request-Timestamp", time)
                .header("X-Slack-Signature", signature);
    }

    private static String signature(String time, String body) {
        return new SlackSignature.Generator(SECRET).generate(time, body);
    }

    private static String answerOf(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(64), StandardCharsets.UTF_8);
    }
}
