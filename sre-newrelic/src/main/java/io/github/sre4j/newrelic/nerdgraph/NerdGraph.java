package io.github.sre4j.newrelic.nerdgraph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException.Kind;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;

/**
 * Asks NerdGraph, and tries again what may pass: at most three times, with growing pauses, and no longer than the options' patience after the
 * first failure. Thread-safe.
 */
public final class NerdGraph {

    private static final int TRIES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(400);

    /** New Relic being down costs a build less than ten seconds, in which Maven is to say so. */
    static final Duration LONGEST_OUTAGE = Duration.ofMillis(8_500);

    private final NerdGraphOptions options;
    private final BuildScope scope;
    private final Transport transport;
    private final Clock clock;
    private final Sleeper waiting;

    /** A client that shares its limits with the others of the build. */
    public NerdGraph(NerdGraphOptions options, BuildScope scope) {
        this(options, scope, Clock.systemUTC(), pause -> Thread.sleep(pause.toMillis()));
    }

    NerdGraph(NerdGraphOptions options, BuildScope scope, Clock clock, Sleeper waiting) {
        this(options, scope, clock, waiting, new Transport(options));
    }

    private NerdGraph(NerdGraphOptions options, BuildScope scope, Clock clock, Sleeper waiting, Transport transport) {
        this.options = Objects.requireNonNull(options, "options");
        this.scope = Objects.requireNonNull(scope, "scope");
        this.clock = clock;
        this.waiting = waiting;
        this.transport = transport;
    }

    /** A client under the same limits that remembers no answer: for answers that are large, or that may be others a while later. */
    public NerdGraph forgetful() {
        return in(scope.forgetful());
    }

    /** The same client in another build. */
    NerdGraph in(BuildScope other) {
        return new NerdGraph(options, other, clock, waiting, transport);
    }

    /** Where it asks, for people. */
    public String host() {
        return options.endpoint().getHost();
    }

    /** Whether a query of this build has needed more than the shortest time. */
    boolean isSlow() {
        return scope.isSlow();
    }

    /** Tells the other queries of the build that short times are not enough here. */
    void seenSlow() {
        scope.seenSlow();
    }

    /** An answer that may be partial: what data there is, and the errors beside it. */
    record Answer(JsonNode data, List<GraphQlError> errors) {}

    /** The same with one deadline for the whole answer. */
    Answer ask(String document, ObjectNode variables, Duration deadline) throws NerdGraphException {
        return ask(document, variables, ResponseTimeouts.of(deadline));
    }

    /** Asks once in a build, or as often as it takes; an answer with data comes back also when it has errors. */
    Answer ask(String document, ObjectNode variables, ResponseTimeouts deadline) throws NerdGraphException {
        String body = JsonTree.request(document, variables);
        Optional<ResponseCache> known = scope.answers();
        return known.isPresent()
                ? known.get()
                        .of(new RequestKey(options.endpoint(), options.key(), body), () -> persistently(body, deadline))
                : persistently(body, deadline);
    }

    /** Asks anew what may have another answer by now. */
    Answer askAnew(String document, ObjectNode variables, ResponseTimeouts deadline) throws NerdGraphException {
        return persistently(JsonTree.request(document, variables), deadline);
    }

    private Answer persistently(String body, ResponseTimeouts deadline) throws NerdGraphException {
        Optional<NerdGraphException> outage = scope.outage(options.endpoint());
        if (outage.isPresent()) {
            throw outage.get();
        }
        Instant begin = clock.instant();
        Instant until = null;
        NerdGraphException previous = null;
        for (int attempt = 1; ; attempt++) {
            Duration wish = Duration.ZERO;
            NerdGraphException failure;
            try {
                HttpResponse<byte[]> response = send(body, until == null ? deadline : deadline.atMost(rest(until)));
                Optional<NerdGraphException> refused = HttpStatusErrors.failure(response, host());
                if (refused.isEmpty()) {
                    return answer(response.body());
                }
                failure = refused.get();
                wish = HttpStatusErrors.retryAfter(response, clock).orElse(Duration.ZERO);
            } catch (NerdGraphException e) {
                // What is left of the patience is short: that it ran out says less than what used it up.
                failure = previous != null && e.getCause() instanceof TimeoutException ? previous : e;
            }
            previous = failure;
            Instant now = clock.instant();
            until = until == null ? patientUntil(begin, now, deadline) : until;
            Duration pause = longer(wish, backOff(attempt));
            boolean inTime = !now.plus(pause).isAfter(until);
            if (attempt >= TRIES || !mayPass(failure, attempt) || !inTime) {
                giveUp(failure);
                throw failure;
            }
            pause(pause, failure);
        }
    }

    /** An outage costs no longer than {@link #LONGEST_OUTAGE}; what may take long by itself is given its patience after it has failed. */
    private Instant patientUntil(Instant begin, Instant failed, ResponseTimeouts deadline) {
        Instant until = failed.plus(options.patience());
        Instant latest = begin.plus(LONGEST_OUTAGE);
        return deadline.begin().compareTo(LONGEST_OUTAGE) <= 0 && latest.isBefore(until) ? latest : until;
    }

    /** The other modules of the build need not find out again. */
    private void giveUp(NerdGraphException failure) {
        boolean outage = failure.kind() == Kind.UNREACHABLE || failure.kind() == Kind.SERVER;
        if (outage && !Thread.currentThread().isInterrupted()) {
            scope.givenUp(options.endpoint(), failure);
        }
    }

    /** Once something has failed, an answer is not waited for longer than patience lasts. */
    private Duration rest(Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        return left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left;
    }

    private HttpResponse<byte[]> send(String body, ResponseTimeouts deadline) throws NerdGraphException {
        Duration left = scope.allowance().left();
        try {
            scope.permits().acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NerdGraphException(
                    Kind.UNREACHABLE, Message.of(NerdGraphException.class, "not-asked-interrupted"), e);
        }
        long begin = System.nanoTime();
        try {
            return transport.post(body, deadline.atMost(left));
        } finally {
            scope.permits().release();
            scope.allowance().spend(Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private Answer answer(byte[] content) throws NerdGraphException {
        JsonNode tree;
        try {
            tree = JsonTree.read(content);
        } catch (JsonEOFException e) {
            throw new NerdGraphException(
                    Kind.TRUNCATED, Message.of(NerdGraphException.class, "truncated", host()), withoutContent(e));
        } catch (IOException e) {
            throw new NerdGraphException(
                    Kind.NOT_NERDGRAPH, Message.of(NerdGraphException.class, "no-json", host()), withoutContent(e));
        }
        if (tree.isMissingNode()) {
            throw new NerdGraphException(Kind.SERVER, Message.of(NerdGraphException.class, "nothing"));
        }
        List<GraphQlError> errors =
                GraphQlError.of(tree.has("errors") ? tree.path("errors") : tree.path("error"), options.key());
        JsonNode actor = tree.path("data").path("actor");
        if (actor.isObject()) {
            return new Answer(actor, errors);
        }
        throw failure(errors, Message.of(NerdGraphException.class, "no-data"));
    }

    /** The exception behind the worst of these errors, or behind there being none. */
    static NerdGraphException failure(List<GraphQlError> errors, Message ifNone) {
        return GraphQlError.worst(errors)
                .map(NerdGraph::failure)
                .orElseGet(() -> new NerdGraphException(Kind.SERVER, ifNone));
    }

    /** The exception behind an error, with the sentence that helps. */
    static NerdGraphException failure(GraphQlError error) {
        Message message = switch (error.kind()) {
            case BAD_KEY -> ErrorMessages.badKey();
            case NO_ACCESS -> ErrorMessages.noAccess();
            case RATE_LIMITED -> ErrorMessages.rateLimited();
            case QUERY_TIMEOUT -> Message.of(NerdGraphException.class, "query-timeout");
            case BAD_QUERY -> Message.of(NerdGraphException.class, "bad-query", error.message());
            default -> Message.of(NerdGraphException.class, "reported", error.message());
        };
        return new NerdGraphException(error.kind(), message);
    }

    /** A refused key is tried once more, because New Relic is known to refuse good ones now and then. */
    private static boolean mayPass(NerdGraphException failure, int attempt) {
        return switch (failure.kind()) {
            case RATE_LIMITED, SERVER, UNREACHABLE -> true;
            case BAD_KEY, TRUNCATED -> attempt == 1;
            default -> false;
        };
    }

    /** Lets a growing pause pass after a failed round. */
    void pauseAfter(int round, NerdGraphException failure) throws NerdGraphException {
        pause(backOff(round), failure);
    }

    /** Lets a time pass. */
    void pause(Duration pause) throws NerdGraphException {
        pause(pause, new NerdGraphException(Kind.UNREACHABLE, Message.of(NerdGraphException.class, "not-waited")));
    }

    private void pause(Duration pause, NerdGraphException failure) throws NerdGraphException {
        scope.allowance().spend(pause);
        try {
            waiting.pause(pause);
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

    private static IOException withoutContent(IOException e) {
        // Jackson quotes what it could not read, and that may be anybody's page.
        return e instanceof JsonProcessingException ? new IOException("not JSON") : e;
    }

    static ObjectNode variables() {
        return JsonTree.object();
    }
}
