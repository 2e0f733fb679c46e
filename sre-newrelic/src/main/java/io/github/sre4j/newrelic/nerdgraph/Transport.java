package io.github.sre4j.newrelic.nerdgraph;

import io.github.sre4j.newrelic.http.HttpClients;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException.Kind;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One HTTP round trip under a deadline that holds for the whole answer, however slowly it drips. Thread-safe. */
final class Transport {

    private static final String USER_AGENT = "sre4j/0.1 (+https://github.com/sre4j/sre4j)";

    private final NerdGraphOptions options;
    private final CompletableFuture<HttpClient> client;

    /** Makes its client beside the caller: that takes a fifth of a second in a young JVM, in which the caller has other things to load. */
    Transport(NerdGraphOptions options) {
        this.options = options;
        this.client =
                CompletableFuture.supplyAsync(() -> HttpClients.create(options.proxy(), options.connectTimeout()));
    }

    HttpResponse<byte[]> post(String body, ResponseTimeouts deadline) throws NerdGraphException {
        HttpRequest request = HttpRequest.newBuilder(options.endpoint())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("API-Key", options.key().header())
                .header("User-Agent", USER_AGENT)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        ResponseProgress arrival = new ResponseProgress();
        CompletableFuture<HttpResponse<byte[]>> answer = client().sendAsync(request, head -> arrival.body());
        try {
            return await(answer, arrival, deadline);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unreachable("unreachable.in-time", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable("unreachable.interrupted", e);
        } catch (ExecutionException e) {
            throw unreachable(e);
        }
    }

    private static HttpResponse<byte[]> await(
            CompletableFuture<HttpResponse<byte[]>> answer, ResponseProgress arrival, ResponseTimeouts deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            try {
                return answer.get(Math.max(1, arrival.nanosLeft(deadline)), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (arrival.nanosLeft(deadline) <= 0) {
                    throw e;
                }
            }
        }
    }

    /** A trust store that cannot be read shows when the client is made. */
    private HttpClient client() throws NerdGraphException {
        try {
            return client.join();
        } catch (CompletionException e) {
            throw new NerdGraphException(Kind.NOT_NERDGRAPH, Message.of(NerdGraphException.class, "no-trust-store"), e);
        }
    }

    private NerdGraphException unreachable(ExecutionException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        // A refused connection and an unknown host both come as a ConnectException, and only its cause tells them
        // apart.
        if (causedBy(cause, UnknownHostException.class) != null
                || causedBy(cause, UnresolvedAddressException.class) != null) {
            return unreachable("unreachable.host-name", failure);
        }
        if (causedBy(cause, ResponseTooLargeException.class) != null) {
            return new NerdGraphException(
                    Kind.NOT_NERDGRAPH,
                    Message.of(
                            NerdGraphException.class,
                            "answer-too-large",
                            options.endpoint().getHost(),
                            ResponseProgress.MAX_BYTES >> 20),
                    failure);
        }
        Throwable untrusted = causedBy(cause, SSLException.class);
        if (untrusted != null) {
            return unreachable("unreachable.untrusted", failure, Message.of(untrusted));
        }
        if (causedBy(cause, ConnectException.class) != null) {
            return unreachable("unreachable.refused", failure);
        }
        return cause instanceof IOException
                ? unreachable("unreachable.broken-off", failure)
                : unreachable("unreachable.otherwise", failure, cause.getClass().getSimpleName());
    }

    private static @Nullable Throwable causedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return each;
            }
        }
        return null;
    }

    private NerdGraphException unreachable(String key, Exception cause, Object... more) {
        Object[] arguments = Stream.concat(Stream.of(options.endpoint().getHost()), Stream.of(more))
                .toArray();
        return new NerdGraphException(Kind.UNREACHABLE, Message.of(NerdGraphException.class, key, arguments), cause);
    }
}
