package io.github.sre4j.telemetry.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One HTTP exchange whose time limit holds until the last byte of the body, and whose body has a largest size. The time limit of {@link HttpRequest}
 * ends with the headers, so a server that sends them and then nothing holds a caller of {@link HttpClient#send} for ever. Stateless and thread-safe.
 */
public final class BoundedExchange {

    private BoundedExchange() {}

    /**
     * Sends a request and returns the whole answer.
     *
     * @param client sends it; its connect timeout applies as well
     * @param request the request; its own timeout is not needed
     * @param limits the limits of this exchange
     * @throws ResponseTimeoutException if a time limit is exceeded
     * @throws ResponseSizeException if the body is larger than the limit
     * @throws IOException if the exchange fails
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public static HttpResponse<byte[]> send(HttpClient client, HttpRequest request, ExchangeLimits limits)
            throws IOException, InterruptedException {
        BodyProgress progress = new BodyProgress(limits);
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> progress.subscriber());
        try {
            return await(answer, progress);
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } finally {
            if (!answer.isDone()) {
                progress.cancel();
                answer.cancel(true);
            }
        }
    }

    private static HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer, BodyProgress progress)
            throws InterruptedException, ExecutionException, ResponseTimeoutException {
        while (true) {
            try {
                return answer.get(Math.max(1, progress.nanosLeft()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (progress.nanosLeft() <= 0) {
                    throw progress.timeout();
                }
            }
        }
    }

    private static IOException failure(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof ResponseSizeException tooLarge) {
                return tooLarge;
            }
        }
        return cause instanceof IOException io
                ? io
                : new IOException(cause.getClass().getSimpleName(), cause);
    }
}
