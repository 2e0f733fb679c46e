package io.github.sre4j.newrelic.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.sre4j.telemetry.provider.ProxySettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventApiTest {

    private static final String KEY = "canary0123456789canary0123456789NRAL";

    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private int status = 200;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            taken.add(exchange.getRequestHeaders().getFirst("Api-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void sends_the_event_in_a_list_with_the_key_in_its_header() throws Exception {
        api().send("{\"eventType\":\"SreCheck\"}");
        assertThat(taken).containsExactly(KEY + " [{\"eventType\":\"SreCheck\"}]");
    }

    @ParameterizedTest
    @CsvSource({
        "403, New Relic Event API rejects the key (status 403). Use a license key of the account and region",
        "413, New Relic Event API rejected the event (status 413)",
        "503, New Relic Event API rejected the event (status 503)"
    })
    void what_is_not_taken_is_a_sentence_without_the_key(int answer, String sentence) {
        status = answer;
        assertThatThrownBy(() -> api().send("{}")).hasMessage(sentence).satisfies(e -> {
            StringWriter everything = new StringWriter();
            e.printStackTrace(new PrintWriter(everything));
            assertThat(everything.toString()).doesNotContain("canary");
        });
    }

    @Test
    void a_server_that_is_not_there_is_a_sentence() {
        server.stop(0);
        assertThatThrownBy(() -> api().send("{}")).hasMessage("New Relic Event API at 127.0.0.1 is not reachable");
    }

    @Test
    void a_server_that_sends_headers_and_stalls_is_a_sentence_in_time() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        server.createContext("/stalls", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(done);
            exchange.close();
        });
        EventApi stalling = new EventApi(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/stalls"),
                IngestKey.of(KEY, "X"),
                null,
                Duration.ofSeconds(1));
        try {
            assertThatThrownBy(() -> stalling.send("{}"))
                    .hasMessage("New Relic's Event API at 127.0.0.1 did not respond in full within 1 s");
        } finally {
            done.countDown();
        }
    }

    @Test
    void goes_through_the_proxy() throws Exception {
        new EventApi(
                        URI.create("http://events.invalid/v1/accounts/7/events"),
                        IngestKey.of(KEY, "X"),
                        new ProxySettings("127.0.0.1", server.getAddress().getPort(), List.of(), null, null))
                .send("{}");
        assertThat(taken).containsExactly(KEY + " [{}]");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void knows_where_events_go_and_which_keys_cannot_send_them() {
        assertThat(EventApi.address("eu", 7))
                .hasToString("https://insights-collector.eu01.nr-data.net/v1/accounts/7/events");
        assertThatThrownBy(() -> EventApi.address("jp", 7)).hasMessageContaining("set sre.publish.url");
        assertThatThrownBy(() -> IngestKey.of("NRAK-CANARY", "X"))
                .hasMessage("the key from X is a user key and cannot send events. Use a license (ingest) key");
        assertThat(IngestKey.of(KEY, "X").toString()).doesNotContain("canary");
    }

    private EventApi api() {
        return new EventApi(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/accounts/7/events"),
                IngestKey.of(KEY, "X"));
    }
}
