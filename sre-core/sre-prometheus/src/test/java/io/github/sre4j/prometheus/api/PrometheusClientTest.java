package io.github.sre4j.prometheus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusClientTest {

    private static final String SECRET = "s3cr3t-t0ken";
    private static final String EMPTY = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";

    private HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String body = EMPTY;
    private volatile String laterBody = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean later = requests.incrementAndGet() > 1 && !laterBody.isEmpty();
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] bytes = (later ? laterBody : body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(later ? 200 : status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401||CREDENTIALS",
                "403||CREDENTIALS",
                "404|404 page not found|NOT_PROMETHEUS",
                "200|<html>login</html>|NOT_PROMETHEUS",
                "400|{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}|BAD_QUERY",
                "422|{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"query processing would load too many samples into memory in query execution\"}|LIMIT",
                "422|{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"context deadline exceeded\"}|QUERY_TIMEOUT",
            })
    void tells_failures_apart(int answered, String text, PrometheusException.Kind kind) {
        status = answered;
        body = text == null ? "" : text;
        assertThatThrownBy(() -> client().query("up", Instant.EPOCH))
                .isInstanceOfSatisfying(
                        PrometheusException.class, e -> assertThat(e.kind()).isEqualTo(kind));
        assertThat(requests).hasValue(1);
    }

    @Test
    void retries_an_outage() throws Exception {
        status = 503;
        body = "";
        laterBody = EMPTY;
        assertThat(client().query("up", Instant.EPOCH)).isEmpty();
        assertThat(requests).hasValue(2);
    }

    @Test
    void sends_credentials_and_shows_them_nowhere() {
        status = 422;
        body = "{\"status\":\"error\",\"error\":\"bad " + SECRET + "\"}";
        assertThatThrownBy(() -> client().query("up", Instant.EPOCH))
                .hasMessageContaining("[secret]")
                .hasMessageNotContaining(SECRET);
        assertThat(authorizations).containsExactly("Bearer " + SECRET);
        assertThat(Credentials.bearer(SECRET, Message.plain("x"))).hasToString("credentials");
    }

    @Test
    void keeps_warnings() throws Exception {
        body = EMPTY.replace("{\"status\"", "{\"warnings\":[\"store b is unavailable\"],\"status\"");
        PrometheusClient client = client();
        client.query("up", Instant.EPOCH);
        assertThat(client.warnings()).containsExactly("store b is unavailable");
    }

    @Test
    void rejects_a_cut_off_answer_instead_of_half_of_it() {
        body = "{\"status\":\"success\",\"data\":{\"result\":[{\"metric\":{\"a\":\"b\"},\"value\":[1,\"2\"]},{\"met";
        assertThatThrownBy(() -> client().query("up", Instant.EPOCH))
                .isInstanceOfSatisfying(
                        PrometheusException.class,
                        e -> assertThat(e.kind()).isEqualTo(PrometheusException.Kind.TRUNCATED));
    }

    @Test
    void rejects_an_address_with_credentials_without_quoting_them() {
        assertThatThrownBy(() -> ServerAddress.parse("https://me:" + SECRET + "@prometheus.acme.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(SECRET);
        assertThatThrownBy(() -> ServerAddress.parse("https://prometheus.acme.com?token=" + SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(SECRET);
    }

    private PrometheusClient client() {
        return new PrometheusClient(
                new ServerAddress(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                        Credentials.bearer(SECRET, Message.plain("the test")),
                        null,
                        null),
                new ServerScope());
    }
}
