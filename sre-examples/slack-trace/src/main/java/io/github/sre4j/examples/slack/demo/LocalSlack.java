package io.github.sre4j.examples.slack.demo;

import com.slack.api.app_backend.SlackSignature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * As much of Slack as the app needs, on 127.0.0.1: it sends signed requests, takes messages, and refuses them as Slack does when it is told to.
 * Thread-safe.
 */
public final class LocalSlack implements AutoCloseable {

    private final String signingSecret;
    private final String botToken;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final AtomicInteger lastTrigger = new AtomicInteger();
    private final ConcurrentLinkedQueue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lastTimestamp = new AtomicInteger();

    /**
     * A message that Slack was given.
     *
     * @param to a method such as {@code chat.postMessage}, or {@code response_url}
     * @param fields what was sent; of a response URL the whole as {@code json}
     */
    public record Message(String to, Map<String, String> fields) {

        /** Copies the map. */
        public Message {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * How the next message is refused.
     *
     * @param status of HTTP
     * @param body of the answer
     * @param retryAfter header, or null
     */
    private record Refusal(
            int status, String body, @Nullable String retryAfter) {}

    /** Starts a Slack that knows these secrets. */
    public LocalSlack(String signingSecret, String botToken) throws IOException {
        this.signingSecret = signingSecret;
        this.botToken = botToken;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/", this::method);
        server.createContext("/response/", this::responseUrl);
        server.start();
    }

    /** Where its methods are. */
    public String api() {
        return base() + "/api/";
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The messages it was given and nobody has taken yet. */
    public BlockingQueue<Message> messages() {
        return messages;
    }

    /** Refuses the next message with an error code such as {@code not_in_channel}. */
    public void refuseNext(String error) {
        refusals.add(new Refusal(200, "{\"ok\":false,\"error\":\"" + error + "\"}", null));
    }

    /** Answers the next message with 429, to be tried again after so many seconds. */
    public void limitNext(int seconds) {
        refusals.add(new Refusal(429, "{\"ok\":false,\"error\":\"ratelimited\"}", Integer.toString(seconds)));
    }

    /** Sends a slash command, signed, as if a user had typed it. */
    public HttpResponse<String> command(URI app, String text, String channel, String user)
            throws IOException, InterruptedException {
        return send(
                app,
                "application/x-www-form-urlencoded",
                commandBody(text, channel, user),
                Instant.now(),
                signingSecret);
    }

    /** The body of a slash command. */
    public String commandBody(String text, String channel, String user) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", "unused");
        fields.put("team_id", "T1");
        fields.put("team_domain", "example");
        fields.put("channel_id", channel);
        fields.put("channel_name", "incidents");
        fields.put("user_id", user);
        fields.put("user_name", "someone");
        fields.put("command", "/nr");
        fields.put("text", text);
        fields.put("api_app_id", "A1");
        fields.put("response_url", base() + "/response/1");
        fields.put("trigger_id", "1.2." + lastTrigger.incrementAndGet());
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return form.toString();
    }

    /** Sends the event that somebody mentioned the app. */
    public HttpResponse<String> mention(URI app, String eventId, String text, String channel, @Nullable String thread)
            throws IOException, InterruptedException {
        String inThread = thread == null ? "" : "\"thread_ts\":\"" + thread + "\",";
        String body = """
                {"token":"unused","team_id":"T1","api_app_id":"A1","type":"event_callback","event_id":"%s","event_time":1795335794,
                 "authorizations":[{"team_id":"T1","user_id":"UBOT","is_bot":true}],
                 "event":{"type":"app_mention","user":"U1","text":"%s","ts":"1795335794.000100",%s"channel":"%s","event_ts":"1795335794.000100"}}
                """.formatted(eventId, text, inThread, channel);
        return send(app, "application/json", body, Instant.now(), signingSecret);
    }

    /** Sends any body, signed with that secret at that time. */
    public HttpResponse<String> send(URI app, String type, String body, Instant at, String secret)
            throws IOException, InterruptedException {
        String timestamp = Long.toString(at.getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(app)
                .header("Content-Type", type)
                .header(SlackSignature.HeaderNames.X_SLACK_REQUEST_TIMESTAMP, timestamp)
                .header(
                        SlackSignature.HeaderNames.X_SLACK_SIGNATURE,
                        new SlackSignature.Generator(secret).generate(timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void method(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/api/".length());
        Map<String, String> fields = form(body(exchange));
        if (!("Bearer " + botToken).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 200, "{\"ok\":false,\"error\":\"invalid_auth\"}");
            return;
        }
        if (name.equals("auth.test")) {
            answer(exchange, 200, "{\"ok\":true,\"team_id\":\"T1\",\"user_id\":\"UBOT\",\"bot_id\":\"B1\"}");
            return;
        }
        Refusal refusal = refusals.poll();
        if (refusal != null) {
            if (refusal.retryAfter() != null) {
                exchange.getResponseHeaders().set("Retry-After", refusal.retryAfter());
            }
            answer(exchange, refusal.status(), refusal.body());
            return;
        }
        messages.add(new Message(name, fields));
        answer(
                exchange,
                200,
                "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1795335800.00" + lastTimestamp.incrementAndGet() + "\"}");
    }

    private void responseUrl(HttpExchange exchange) throws IOException {
        messages.add(new Message("response_url", Map.of("json", body(exchange))));
        answer(exchange, 200, "ok");
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
