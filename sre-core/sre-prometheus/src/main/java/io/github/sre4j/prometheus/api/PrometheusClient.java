package io.github.sre4j.prometheus.api;

import io.github.sre4j.prometheus.api.PrometheusException.Kind;
import io.github.sre4j.sli.Window;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Queries a server, and retries what may pass: at most three times, with growing pauses, and no longer than an outage may cost a build. Not
 * thread-safe.
 */
public final class PrometheusClient {

    private static final int TRIES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(400);

    /** An outage costs a build less than ten seconds. */
    private static final Duration LONGEST_OUTAGE = Duration.ofMillis(8_500);

    private static final Duration MIN_WAIT = Duration.ofMillis(100);

    private final ServerAddress server;
    private final ServerScope scope;
    private final HttpCalls calls;
    private final Clock clock;
    private final Set<String> warnings = new LinkedHashSet<>();
    private int requests;
    private long bytes;

    /**
     * Creates a client.
     *
     * @param server the way to the server
     * @param scope what the clients of a build share
     */
    public PrometheusClient(ServerAddress server, ServerScope scope) {
        this.server = Objects.requireNonNull(server, "server");
        this.scope = Objects.requireNonNull(scope, "scope");
        this.calls = new HttpCalls(server);
        this.clock = Clock.systemUTC();
    }

    /** Returns the server, for people. */
    public String host() {
        return server.host();
    }

    /** Returns the warnings of the server so far. */
    public Collection<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Returns the number of requests so far. */
    public int requests() {
        return requests;
    }

    /** Returns the bytes of all answers so far, as they came over the network. */
    public long bytes() {
        return bytes;
    }

    /** Evaluates an expression at one time. */
    public List<SampleSeries> query(String expression, Instant time) throws PrometheusException {
        return ask(
                        "query",
                        Form.create()
                                .put("query", expression)
                                .time("time", time)
                                .put("timeout", HttpCalls.QUERY.toSeconds() + "s"))
                .series();
    }

    /**
     * Evaluates an expression at the times of a grid.
     *
     * @param first the first time
     * @param last the last time
     * @param step the time between two of them
     */
    public List<SampleSeries> queryRange(String expression, Instant first, Instant last, Duration step)
            throws PrometheusException {
        return ask(
                        "query_range",
                        Form.create()
                                .put("query", expression)
                                .time("start", first)
                                .time("end", last)
                                .put("step", Long.toString(step.toSeconds()))
                                .put("timeout", HttpCalls.QUERY.toSeconds() + "s"))
                .series();
    }

    /** Returns the values of a label in a window, of the series that one of the selectors matches. */
    public List<String> labelValues(String label, Window window, String... selectors) throws PrometheusException {
        Form form = Form.create().time("start", window.from()).time("end", window.to());
        for (String selector : selectors) {
            form.put("match[]", selector);
        }
        return ask("label/" + label + "/values", form).texts();
    }

    /** Returns the names of the labels of the series that a selector matches in a window. */
    public List<String> labelNames(Window window, String selector) throws PrometheusException {
        return ask(
                        "labels",
                        Form.create()
                                .time("start", window.from())
                                .time("end", window.to())
                                .put("match[]", selector))
                .texts();
    }

    private QueryAnswer ask(String path, Form form) throws PrometheusException {
        Optional<PrometheusException> outage = scope.outage(server.base());
        if (outage.isPresent()) {
            throw outage.get();
        }
        Instant until = null;
        for (int attempt = 1; ; attempt++) {
            Duration wish = Duration.ZERO;
            PrometheusException failure;
            try {
                HttpResponse<byte[]> response = send(path, form, until);
                if (response.statusCode() == 200) {
                    QueryAnswer answer = read(response);
                    warnings.addAll(answer.warnings());
                    return answer;
                }
                failure = HttpFailures.ofStatus(response.statusCode(), error(response), server);
                wish = HttpFailures.retryAfter(response, clock).orElse(Duration.ZERO);
            } catch (PrometheusException e) {
                failure = e;
            }
            Instant now = clock.instant();
            until = until == null ? now.plus(LONGEST_OUTAGE.minusSeconds(3)) : until;
            Duration pause = longer(wish, backOff(attempt));
            if (attempt >= TRIES
                    || !mayPass(failure, attempt)
                    || now.plus(pause).isAfter(until)) {
                giveUp(failure);
                throw failure;
            }
            pause(pause, failure);
        }
    }

    /** Once something has failed, an answer is not waited for longer than an outage may cost. */
    private HttpResponse<byte[]> send(String path, Form form, @Nullable Instant until) throws PrometheusException {
        Duration left = until == null ? scope.left() : longer(MIN_WAIT, Duration.between(clock.instant(), until));
        try {
            scope.permits().acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PrometheusException.of(Kind.UNREACHABLE, "unreachable.interrupted", server.host());
        }
        long begin = System.nanoTime();
        try {
            requests++;
            HttpResponse<byte[]> response =
                    path.startsWith("label/") ? calls.get(path, form, left) : calls.post(path, form, left);
            bytes += response.body().length;
            return response;
        } finally {
            scope.permits().release();
            scope.spend(Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private QueryAnswer read(HttpResponse<byte[]> response) throws PrometheusException {
        try (InputStream body = HttpCalls.body(response)) {
            return AnswerReader.read(body);
        } catch (AnswerReader.ApiError e) {
            throw HttpFailures.ofStatus(422, Optional.of(String.valueOf(e.getMessage())), server);
        } catch (IOException e) {
            // A parser quotes what it could not read, which may be anything.
            throw HttpCalls.isCutOff(e)
                    ? new PrometheusException(
                            Kind.TRUNCATED, Message.of(PrometheusException.class, "truncated", server.host()))
                    : new PrometheusException(
                            Kind.NOT_PROMETHEUS,
                            Message.of(
                                    PrometheusException.class,
                                    "no-json",
                                    server.call("query").toString()));
        }
    }

    private static Optional<String> error(HttpResponse<byte[]> response) {
        try (InputStream body = HttpCalls.body(response)) {
            AnswerReader.read(body);
            return Optional.empty();
        } catch (AnswerReader.ApiError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean mayPass(PrometheusException failure, int attempt) {
        return switch (failure.kind()) {
            case RATE_LIMITED, SERVER, UNREACHABLE -> true;
            case TRUNCATED -> attempt == 1;
            default -> false;
        };
    }

    private void giveUp(PrometheusException failure) {
        boolean outage = failure.kind() == Kind.UNREACHABLE || failure.kind() == Kind.SERVER;
        if (outage && !Thread.currentThread().isInterrupted()) {
            scope.recordOutage(server.base(), failure);
        }
    }

    private void pause(Duration pause, PrometheusException failure) throws PrometheusException {
        scope.spend(pause);
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private static Duration backOff(int attempt) {
        long most = FIRST_PAUSE.toMillis() << (attempt - 1);
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
