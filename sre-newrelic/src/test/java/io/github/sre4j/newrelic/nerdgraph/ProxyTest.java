package io.github.sre4j.newrelic.nerdgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sre4j.telemetry.provider.ProxySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A company's proxy stands between the build and New Relic. */
class ProxyTest {

    private static final String FOUND =
            "{\"data\":{\"actor\":{\"entitySearch\":{\"results\":{\"entities\":[{\"guid\":\"G\",\"name\":\"orders\",\"accountId\":1,\"domain\":\"APM\"}]}}}}}";

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private @Nullable String wantedLogin;
    private HttpServer proxy;

    @BeforeEach
    void start() throws IOException {
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", this::answer);
        proxy.start();
    }

    @AfterEach
    void stop() {
        proxy.stop(0);
    }

    @Test
    void is_asked_for_a_host_that_only_it_can_reach() throws Exception {
        assertThat(found(settings(List.of(), null, null))).isEqualTo("orders");
        assertThat(asked).containsExactly("http://nerdgraph.invalid/graphql");
    }

    @Test
    void is_given_the_login_it_wants() throws Exception {
        wantedLogin = "Basic " + Base64.getEncoder().encodeToString("eve:s3cret".getBytes(StandardCharsets.UTF_8));
        assertThat(found(settings(List.of(), "eve", "s3cret"))).isEqualTo("orders");
    }

    @Test
    void without_the_login_the_sentence_says_where_it_goes() {
        wantedLogin = "Basic other";
        assertThatThrownBy(() -> found(settings(List.of(), null, null)))
                .hasMessageStartingWith("the proxy requires credentials (407). Set user and password in <proxies>");
    }

    @Test
    void is_left_out_for_hosts_that_are_reached_directly() {
        assertThatThrownBy(() -> found(settings(List.of("localhost", "*.invalid"), null, null)))
                .hasMessage("the host name nerdgraph.invalid of New Relic cannot be resolved");
        assertThat(asked).isEmpty();
    }

    private ProxySettings settings(List<String> direct, @Nullable String user, @Nullable String password) {
        return new ProxySettings("127.0.0.1", proxy.getAddress().getPort(), direct, user, password);
    }

    private static String found(ProxySettings settings) throws NerdGraphException {
        NerdGraphOptions options = new NerdGraphOptions(
                URI.create("http://nerdgraph.invalid/graphql"),
                UserKey.of("NRAK-CANARY00000000000000000000", "the test"),
                settings,
                Duration.ofSeconds(3),
                Duration.ofMillis(1));
        return new EntitySearch(new NerdGraph(options, new BuildScope()))
                .services("orders", OptionalLong.empty())
                .exact()
                .get(0)
                .name();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        boolean welcome = wantedLogin == null
                || wantedLogin.equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
        byte[] body = welcome ? FOUND.getBytes(StandardCharsets.UTF_8) : new byte[0];
        if (welcome) {
            asked.add(exchange.getRequestURI().toString());
        } else {
            exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"office\"");
        }
        exchange.sendResponseHeaders(welcome ? 200 : 407, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
