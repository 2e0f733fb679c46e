package io.github.sre4j.newrelic.publish;

import io.github.sre4j.newrelic.http.HttpClients;
import io.github.sre4j.telemetry.provider.ProxySettings;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.LocalizedIOException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** New Relic's Event API: custom events of an account, sent as JSON. Immutable and thread-safe. */
public final class EventApi {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** For the whole answer: a server that begins one and stalls is no better than one that is silent. */
    private static final Duration ANSWER = Duration.ofSeconds(8);

    private final URI address;
    private final IngestKey key;
    private final @Nullable ProxySettings proxy;
    private final Duration answerWithin;

    /**
     * The API at that address.
     *
     * @param address where events of the account go
     * @param key a key of the account that may send them
     */
    public EventApi(URI address, IngestKey key) {
        this(address, key, null);
    }

    /**
     * The API at that address, through a proxy.
     *
     * @param address where events of the account go
     * @param key a key of the account that may send them
     * @param proxy the proxy, or null to use what the JVM is told
     */
    public EventApi(URI address, IngestKey key, @Nullable ProxySettings proxy) {
        this(address, key, proxy, ANSWER);
    }

    EventApi(URI address, IngestKey key, @Nullable ProxySettings proxy, Duration answerWithin) {
        this.address = Objects.requireNonNull(address, "address");
        this.key = Objects.requireNonNull(key, "key");
        this.proxy = proxy;
        this.answerWithin = Objects.requireNonNull(answerWithin, "answerWithin");
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
                .header("Content-Type", "application/json")
                .header("Api-Key", key.header())
                .POST(BodyPublishers.ofString("[" + json + "]", StandardCharsets.UTF_8))
                .build();
        HttpResponse<Void> response = exchange(request);
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new LocalizedIOException(Message.of(IngestKey.class, "events.refused", Integer.toString(status)));
        }
        if (status / 100 != 2) {
            throw new LocalizedIOException(Message.of(IngestKey.class, "events.not-taken", Integer.toString(status)));
        }
    }

    /** The JDK's own time limit of a request ends when the headers are here; this one covers the body, too. */
    private HttpResponse<Void> exchange(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<Void>> answer =
                HttpClients.create(proxy, CONNECT).sendAsync(request, BodyHandlers.discarding());
        try {
            return answer.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new LocalizedIOException(
                    Message.of(
                            IngestKey.class,
                            "events.in-time",
                            String.valueOf(address.getHost()),
                            Long.toString(answerWithin.toSeconds())),
                    e);
        } catch (ExecutionException e) {
            throw new LocalizedIOException(
                    Message.of(IngestKey.class, "events.unreachable", String.valueOf(address.getHost())), e);
        } finally {
            answer.cancel(true);
        }
    }
}
