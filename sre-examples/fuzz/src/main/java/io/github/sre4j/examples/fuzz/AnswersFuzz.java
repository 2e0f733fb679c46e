package io.github.sre4j.examples.fuzz;

import com.sun.net.httpserver.HttpServer;
import io.github.sre4j.newrelic.NewRelicTelemetry;
import io.github.sre4j.newrelic.ServiceReference;
import io.github.sre4j.newrelic.nerdgraph.BuildScope;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphOptions;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Reads what New Relic answers to a measurement: the first answer names the service, unless the input begins with {@code b}; all others are the input. */
public final class AnswersFuzz {

    private static final byte[] SERVICE =
            ("{\"data\":{\"actor\":{\"entitySearch\":{\"count\":1,\"results\":{\"nextCursor\":null,"
                            + "\"entities\":[{\"guid\":\"MTIzNHxBUE18QVBQTElDQVRJT058NQ\",\"name\":\"orders\",\"accountId\":1,"
                            + "\"domain\":\"APM\",\"type\":\"APPLICATION\",\"reporting\":true}]}}}}}")
                    .getBytes(StandardCharsets.UTF_8);
    private static final Window WINDOW =
            new Window(Instant.parse("2026-11-15T00:00:00Z"), Instant.parse("2026-11-22T00:00:00Z"));
    private static final HttpServer SERVER = start();
    private static volatile byte[] answer = {};
    private static volatile boolean named;

    private AnswersFuzz() {}

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                byte[] body = named ? answer : SERVICE;
                named = true;
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            Thread thread = new Thread(server::start, "answers");
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called by Jazzer before its clock runs: loads what the first input would wait for. */
    public static void fuzzerInitialize() throws Exception {
        fuzzerTestOneInput(new byte[] {'a'});
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        named = Scratch.choice(data, 2) == 1;
        answer = Scratch.rest(data);
        URI address = URI.create("http://127.0.0.1:" + SERVER.getAddress().getPort() + "/graphql");
        UserKey key = UserKey.of("NRAK-FUZZ0000000000000000000000", "the fuzz target");
        NerdGraph client = new NerdGraph(
                new NerdGraphOptions(address, key, null, Duration.ofSeconds(3), Duration.ofMillis(1)),
                new BuildScope());
        Target.expectSentences(
                input -> new NewRelicTelemetry(client, ServiceReference.named("orders", OptionalLong.of(1)))
                        .measure(DefaultStandard.get().plan(WINDOW), ProgressListener.NONE),
                data);
    }
}
