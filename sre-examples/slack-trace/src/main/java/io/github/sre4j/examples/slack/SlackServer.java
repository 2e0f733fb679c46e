package io.github.sre4j.examples.slack;

import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Serves an app to Slack: {@code POST /slack/events}, and {@code GET /health} for whatever watches over it.
 *
 * <p>Bodies are read without a thread each, so that a sender who holds one back keeps nobody out; one that does not come within seconds ends its request.
 * No body is logged.
 */
public final class SlackServer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SlackServer.class.getName());

    /** Slack's requests are a few kilobytes. */
    private static final int MAX_BODY_BYTES = 200_000;

    private static final int MAX_HEADER_BYTES = 16_384;
    private static final Duration MAX_SILENCE = Duration.ofSeconds(5);

    /** A body of the maximum length takes three minutes at this rate; Slack's take no time at all. */
    private static final long MIN_BYTES_A_SECOND = 1_000;

    private static final int MAX_THREADS = 16;

    private final TraceApp app;
    private final SlackRequestParser parser;
    private final SignedRequests signed;
    private final Server server;
    private final ServerConnector connector;

    /**
     * Starts.
     *
     * @param app app that is served; closed with the server
     * @param address where to listen; port 0 for any free one
     * @param clock time of requests
     */
    public SlackServer(TraceApp app, InetSocketAddress address, Clock clock) throws IOException {
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
        this.signed = new SignedRequests(app.config().getSigningSecret(), clock);
        app.bolt().start();
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
        threads.setName("slack");
        threads.setDaemon(true);
        this.server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        this.connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(MAX_SILENCE.toMillis());
        server.addConnector(connector);
        server.setHandler(new MinimumDataRateHandler(new Requests(), MIN_BYTES_A_SECOND, 0));
        try {
            server.start();
        } catch (Exception e) {
            throw e instanceof IOException io ? io : new IOException(e);
        }
    }

    /** Returns the port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Every request, by its path. */
    private final class Requests extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String path = Request.getPathInContext(request);
            if (path.equals("/health")) {
                send(response, callback, HttpStatus.OK_200, "ok");
            } else if (!path.equals("/slack/events")) {
                send(response, callback, HttpStatus.NOT_FOUND_404, "not found");
            } else if (!request.getMethod().equals("POST")) {
                send(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "POST only");
            } else if (request.getLength() > MAX_BODY_BYTES) {
                refuse(response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413, "too long");
            } else {
                Content.Source.asByteArrayAsync(
                        request,
                        MAX_BODY_BYTES,
                        Promise.Invocable.from(
                                Invocable.InvocationType.BLOCKING,
                                (body, failure) -> received(request, response, callback, body, failure)));
            }
            return true;
        }
    }

    private void received(
            Request request,
            Response response,
            Callback callback,
            byte @Nullable [] body,
            @Nullable Throwable failure) {
        if (body == null) {
            Throwable cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
            boolean late = cause instanceof TimeoutException
                    || (cause instanceof HttpException http && http.getCode() == HttpStatus.REQUEST_TIMEOUT_408);
            refuse(
                    response,
                    callback,
                    late ? HttpStatus.REQUEST_TIMEOUT_408 : HttpStatus.PAYLOAD_TOO_LARGE_413,
                    late ? "the body did not come" : "too long");
            return;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        switch (signed.verify(
                request.getHeaders().get("X-Slack-Request-Timestamp"),
                request.getHeaders().get("X-Slack-Signature"),
                text)) {
            case REFUSED ->
                send(response, callback, HttpStatus.UNAUTHORIZED_401, "not signed by Slack within five minutes");
            case REPLAY -> send(response, callback, HttpStatus.OK_200, "");
            case NEW -> answer(request, response, callback, text);
        }
    }

    private void answer(Request request, Response response, Callback callback, String body) {
        try {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (HttpField field : request.getHeaders()) {
                headers.put(field.getName(), List.of(field.getValue()));
            }
            com.slack.api.bolt.request.Request<?> parsed = parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(Request.getPathInContext(request))
                    .queryString(Map.of())
                    .headers(new RequestHeaders(headers))
                    .requestBody(body)
                    .remoteAddress(Request.getRemoteAddr(request))
                    .build());
            if (parsed == null) {
                send(response, callback, HttpStatus.BAD_REQUEST_400, "this is no request of Slack");
                return;
            }
            com.slack.api.bolt.response.Response answer = app.bolt().run(parsed);
            answer.getHeaders()
                    .forEach((name, values) ->
                            values.forEach(value -> response.getHeaders().add(name, value)));
            send(response, callback, answer.getStatusCode(), answer.getContentType(), answer.getBody());
        } catch (Exception | StackOverflowError e) {
            // The message may quote the body.
            LOG.log(
                    Level.WARNING,
                    "a request of Slack was not answered: {0}",
                    e.getClass().getName());
            send(response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, "something went wrong");
        }
    }

    private static void refuse(Response response, Callback callback, int status, String text) {
        // The rest of the body is not read.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        send(response, callback, status, text);
    }

    private static void send(Response response, Callback callback, int status, String text) {
        send(response, callback, status, "text/plain;charset=utf-8", text);
    }

    private static void send(
            Response response, Callback callback, int status, @Nullable String type, @Nullable String text) {
        response.setStatus(status);
        if (type != null) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        }
        Content.Sink.write(response, true, text == null ? "" : text, callback);
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("the server did not stop", e);
        } finally {
            app.close();
        }
    }
}
