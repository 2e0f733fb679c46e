package io.github.sre4j.alerts.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sre4j.telemetry.http.BoundedExchange;
import io.github.sre4j.telemetry.http.ExchangeLimits;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.LocalizedIOException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Posts a message to an incoming webhook or by {@code chat.postMessage}. The secret is in no message of an exception. Thread-safe. */
public final class SlackPost {

    /** Address of {@code chat.postMessage}. */
    public static final String POST_MESSAGE = "https://slack.com/api/chat.postMessage";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ExchangeLimits LIMITS = ExchangeLimits.of(Duration.ofSeconds(30), 100_000);

    private final HttpClient client;
    private final URI address;
    private final @Nullable String token;

    private SlackPost(HttpClient client, URI address, @Nullable String token) {
        this.client = client;
        this.address = address;
        this.token = token;
    }

    /**
     * Returns a poster.
     *
     * @param client client, with the proxy of the build
     * @param address webhook, or {@link #POST_MESSAGE}
     * @param token bot token for {@code chat.postMessage}, null for a webhook
     * @throws InvalidInputException if the address is not HTTPS; it is not in the message, since a webhook is a secret
     */
    public static SlackPost to(HttpClient client, String address, @Nullable String token) {
        URI uri;
        try {
            uri = new URI(address.strip());
        } catch (java.net.URISyntaxException e) {
            throw new InvalidInputException(Message.of(Digest.class, "slack.address"));
        }
        boolean local = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
        if (uri.getHost() == null || !("https".equals(uri.getScheme()) || local)) {
            throw new InvalidInputException(Message.of(Digest.class, "slack.address"));
        }
        return new SlackPost(client, uri, token);
    }

    /**
     * Posts a message.
     *
     * @param json message
     * @throws IOException if Slack does not take it; the message names its reason
     */
    public void post(String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<byte[]> response = BoundedExchange.send(client, request.build(), LIMITS);
        String body = new String(response.body(), StandardCharsets.UTF_8).strip();
        String reason = reason(body);
        if (response.statusCode() != 200 || !reason.isEmpty()) {
            String shown = reason.isEmpty() ? body.replaceAll("[^a-z_]", "") : reason;
            throw new LocalizedIOException(Message.of(
                    Digest.class,
                    "slack.refused",
                    Integer.toString(response.statusCode()),
                    shown.substring(0, Math.min(60, shown.length()))));
        }
    }

    /** Returns the error that {@code chat.postMessage} reports with status 200; empty for success and for webhooks. */
    private String reason(String body) {
        if (token == null) {
            return "";
        }
        try {
            JsonNode answer = MAPPER.readTree(body);
            return answer.path("ok").asBoolean(false)
                    ? ""
                    : answer.path("error").asText("unknown").replaceAll("[^a-z_]", "");
        } catch (JsonProcessingException e) {
            return "unreadable";
        }
    }
}
