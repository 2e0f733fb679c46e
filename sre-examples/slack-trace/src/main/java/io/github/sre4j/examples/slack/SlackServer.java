package io.github.sre4j.examples.slack;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Serves an app to Slack with the JDK's own server: {@code POST /slack/events}, and {@code GET /health} for whoever watches over it. */
public final class SlackServer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SlackServer.class.getName());

    /** Slack's requests are small; nobody else is listened to for long. */
    private static final int LONGEST_BODY = 200_000;

    private static final int THREADS = 8;

    private final TraceApp app;
    private final SlackRequestParser parser;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /**
     * Starts.
     *
     * @param app what is served; closed with the server
     * @param address where to listen; port 0 for any that is free
     */
    public SlackServer(TraceApp app, InetSocketAddress address) throws IOException {
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
        app.bolt().start();
        this.server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/slack/events", this::slack);
        server.createContext("/health", exchange -> send(exchange, 200, "text/plain", "ok"));
        server.start();
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void slack(HttpExchange exchange) throws IOException {
        try {
            if (!exchange.getRequestMethod().equals("POST")) {
                send(exchange, 405, "text/plain", "POST only");
                return;
            }
            byte[] body = read(exchange);
            if (body.length > LONGEST_BODY) {
                send(exchange, 413, "text/plain", "too long");
                return;
            }
            Request<?> request = parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(exchange.getRequestURI().getPath())
                    .queryString(Map.of())
                    .headers(new RequestHeaders(exchange.getRequestHeaders()))
                    .requestBody(new String(body, StandardCharsets.UTF_8))
                    .remoteAddress(exchange.getRemoteAddress().getAddress().getHostAddress())
                    .build());
            if (request == null) {
                send(exchange, 400, "text/plain", "this is no request of Slack");
                return;
            }
            answer(exchange, app.bolt().run(request));
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            LOG.log(Level.WARNING, "a request of Slack was not answered", e);
            send(exchange, 500, "text/plain", "something went wrong");
        }
    }

    private static byte[] read(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            return in.readNBytes(LONGEST_BODY + 1);
        }
    }

    private static void answer(HttpExchange exchange, Response response) throws IOException {
        for (Map.Entry<String, List<String>> header : response.getHeaders().entrySet()) {
            header.getValue().forEach(value -> exchange.getResponseHeaders().add(header.getKey(), value));
        }
        send(exchange, response.getStatusCode(), response.getContentType(), response.getBody());
    }

    private static void send(HttpExchange exchange, int status, @Nullable String type, @Nullable String text)
            throws IOException {
        byte[] body = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        if (type != null) {
            exchange.getResponseHeaders().set("Content-Type", type);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        app.close();
    }
}
