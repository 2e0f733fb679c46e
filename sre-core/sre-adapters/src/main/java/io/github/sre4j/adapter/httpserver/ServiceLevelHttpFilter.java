package io.github.sre4j.adapter.httpserver;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import io.github.sre4j.recorder.RequestOutcome;
import io.github.sre4j.recorder.SliRecorder;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Records each request of a context, from here until its handler returns. An error is a status of 500 or above, an exception, or no answer at
 * all. Thread-safe.
 *
 * <pre>{@code
 * HttpContext orders = server.createContext("/orders", handler);
 * orders.getFilters().add(new ServiceLevelHttpFilter(live.recorder()));
 * }</pre>
 */
public final class ServiceLevelHttpFilter extends Filter {

    private static final int INTERNAL_SERVER_ERROR = 500;

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    private final SliRecorder recorder;
    private final Function<HttpExchange, String> names;

    /** A filter that names endpoints by the context's path and the method: {@code WebTransaction/RestWebService/orders (GET)}. */
    public ServiceLevelHttpFilter(SliRecorder recorder) {
        this(recorder, ServiceLevelHttpFilter::name);
    }

    /**
     * A filter that names endpoints its own way.
     *
     * @param recorder where requests are recorded
     * @param names names the endpoint when the request is over; a route template, never a URL
     */
    public ServiceLevelHttpFilter(SliRecorder recorder, Function<HttpExchange, String> names) {
        this.recorder = Objects.requireNonNull(recorder, "recorder");
        this.names = Objects.requireNonNull(names, "names");
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        long start = recorder.nanoTime();
        boolean returned = false;
        try {
            chain.doFilter(exchange);
            returned = true;
        } finally {
            int status = exchange.getResponseCode();
            boolean answered = returned && status >= 0 && status < INTERNAL_SERVER_ERROR;
            recorder.record(
                    nameOf(exchange), recorder.nanoTime() - start, answered ? RequestOutcome.OK : RequestOutcome.ERROR);
        }
    }

    /** A defect in naming is no reason to fail a request. */
    private String nameOf(HttpExchange exchange) {
        try {
            return Objects.requireNonNullElse(names.apply(exchange), SliRecorder.OVERFLOW.value());
        } catch (RuntimeException e) {
            return SliRecorder.OVERFLOW.value();
        }
    }

    @Override
    public String description() {
        return "records the service level of each request";
    }

    private static String name(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        return "WebTransaction/RestWebService" + exchange.getHttpContext().getPath() + " ("
                + (METHODS.contains(method) ? method : "OTHER") + ")";
    }
}
