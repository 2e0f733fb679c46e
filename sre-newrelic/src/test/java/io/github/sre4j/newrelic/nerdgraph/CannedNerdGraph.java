package io.github.sre4j.newrelic.nerdgraph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sre4j.telemetry.provider.ProxySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers what a test tells it to, whatever is asked: for answers that no working New Relic gives. */
public final class CannedNerdGraph implements AutoCloseable {

    static {
        // Without it every answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** A key that no output may show. */
    public static final String KEY = "NRAK-CANARY00000000000000000000";

    /** An answer. */
    public record Canned(int status, String body, Map<String, String> headers) {

        /** An answer with status 200. */
        public static Canned ok(String body) {
            return new Canned(200, body, Map.of());
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<String, Canned> answers;

    private CannedNerdGraph(HttpServer server, Function<String, Canned> answers) {
        this.server = server;
        this.answers = answers;
    }

    /** One that answers by the body of the request. */
    public static CannedNerdGraph answering(Function<String, Canned> answers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CannedNerdGraph canned = new CannedNerdGraph(server, answers);
        server.createContext("/", canned::answer);
        server.setExecutor(canned.threads);
        server.start();
        return canned;
    }

    /** One that finds the service {@code orders} and answers every request for rows with this. */
    public static CannedNerdGraph withRows(String account) throws IOException {
        return answering(body -> Canned.ok(
                body.contains("entitySearch")
                        ? "{\"data\":{\"actor\":{\"entitySearch\":{\"results\":{\"nextCursor\":null,\"entities\":[{\"guid\":\"MXxBUE18QVBQTElDQVRJT058MQ\",\"name\":\"orders\",\"accountId\":1,\"domain\":\"APM\",\"type\":\"APPLICATION\"}]}}}}}"
                        : "{\"data\":{\"actor\":{\"account\":" + account + "}}}"));
    }

    /** From now on it answers like this. */
    public void answer(Function<String, Canned> others) {
        answers = others;
    }

    /** Where it is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/graphql");
    }

    /** The bodies it was sent. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** A client under its own limits. */
    public NerdGraph client() {
        return client(new BuildScope());
    }

    /** A client of that build. */
    public NerdGraph client(BuildScope scope) {
        return client(scope, Clock.systemUTC(), pause -> {});
    }

    NerdGraph client(BuildScope scope, Clock clock, Sleeper waiting) {
        return client(scope, clock, waiting, KEY, null);
    }

    NerdGraph client(BuildScope scope, Clock clock, Sleeper waiting, String key, @Nullable ProxySettings proxy) {
        NerdGraphOptions options = new NerdGraphOptions(
                url(), UserKey.of(key, "the test"), proxy, Duration.ofSeconds(3), Duration.ofSeconds(6));
        return new NerdGraph(options, scope, clock, waiting);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(body);
        Canned canned = answers.apply(body);
        byte[] bytes = canned.body().getBytes(StandardCharsets.UTF_8);
        canned.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(canned.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
