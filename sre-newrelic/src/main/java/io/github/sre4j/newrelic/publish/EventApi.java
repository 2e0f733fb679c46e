package io.github.sre4j.newrelic.publish;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.LocalizedIOException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** New Relic's Event API: custom events of an account, sent as JSON. Immutable and thread-safe. */
public final class EventApi {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final URI address;
    private final IngestKey key;

    /**
     * The API at that address.
     *
     * @param address where events of the account go
     * @param key a key of the account that may send them
     */
    public EventApi(URI address, IngestKey key) {
        this.address = Objects.requireNonNull(address, "address");
        this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * Where events of an account go.
     *
     * @param region {@code us} or {@code eu}
     * @param account the account id
     * @throws IllegalArgumentException if the address of that region is not known
     */
    public static URI address(String region, long account) {
        String host = switch (region) {
            case "us" -> "insights-collector.newrelic.com";
            case "eu" -> "insights-collector.eu01.nr-data.net";
            default -> throw new InvalidInputException(Message.of(IngestKey.class, "events.region", region));
        };
        return URI.create("https://" + host + "/v1/accounts/" + account + "/events");
    }

    /**
     * Sends one event.
     *
     * @param json the event, an object with an {@code eventType}
     * @throws IOException if it was not taken; the message is one sentence and holds no key
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void send(String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Api-Key", key.header())
                .POST(BodyPublishers.ofString("[" + json + "]", StandardCharsets.UTF_8))
                .build();
        HttpResponse<Void> response;
        try {
            response = HttpClient.newBuilder().connectTimeout(CONNECT).build().send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new LocalizedIOException(
                    Message.of(IngestKey.class, "events.unreachable", String.valueOf(address.getHost())), e);
        }
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new LocalizedIOException(Message.of(IngestKey.class, "events.refused", Integer.toString(status)));
        }
        if (status / 100 != 2) {
            throw new LocalizedIOException(Message.of(IngestKey.class, "events.not-taken", Integer.toString(status)));
        }
    }
}
