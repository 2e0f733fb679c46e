package io.github.sre4j.examples.standin.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.github.sre4j.examples.standin.answer.Answer;
import io.github.sre4j.examples.standin.answer.NrqlEngine;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.examples.standin.limits.Meter;
import io.github.sre4j.examples.standin.misbehave.Fault;
import io.github.sre4j.examples.standin.misbehave.FaultType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The fields that take NRQL, and the ones that ask for the rest of a slow query. */
final class NrqlFields {
    private static final String TIMED_OUT = "NRDB query duration exceeded the set timeout";

    private final NrqlEngine engine;
    private final Meter meter;
    private final Limits limits;
    private final int account;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();

    /** A query that is not done; {@code polls} counts down. */
    private record Pending(String nrql, List<Integer> accounts, int polls, int retryAfter) {}

    NrqlFields(NrqlEngine engine, Meter meter, Limits limits, int account) {
        this.engine = engine;
        this.meter = meter;
        this.limits = limits;
        this.account = account;
    }

    Object ofAccount(DataFetchingEnvironment field) {
        return run(field, List.of(account), Objects.requireNonNull(field.<String>getArgument("query")));
    }

    Object ofEntity(DataFetchingEnvironment field) {
        return run(field, List.of(account), Objects.requireNonNull(field.<String>getArgument("nrql")));
    }

    Object ofAccounts(DataFetchingEnvironment field) {
        List<Integer> accounts = Objects.requireNonNull(field.<List<Integer>>getArgument("accounts"));
        if (accounts.isEmpty() || accounts.size() > limits.accounts()) {
            throw new NerdGraphException(
                    "BAD_USER_INPUT",
                    "1 to " + limits.accounts() + " accounts can be queried at once, not " + accounts.size());
        }
        accounts.forEach(this::authorize);
        return run(field, accounts, Objects.requireNonNull(field.<String>getArgument("query")));
    }

    void authorize(int id) {
        if (id != account) {
            throw new NerdGraphException("ACCESS_DENIED", "You are not authorized to query account " + id);
        }
    }

    private Object run(DataFetchingEnvironment field, List<Integer> accounts, String nrql) {
        Number seconds = field.getArgument("timeout");
        boolean async = Boolean.TRUE.equals(field.<Boolean>getArgument("async"));
        Duration timeout = Limits.timeout(seconds == null ? 0 : seconds.intValue());
        Exchange exchange = exchange(field);
        int number = exchange.ask(new Asked(accounts.get(0), nrql, timeout, async));
        if (!meter.allows(nrql)) {
            throw new NerdGraphException(
                    "TOO_MANY_REQUESTS", "Your account has exceeded the limit of queries per minute");
        }
        spoil(exchange, number);
        Optional<Fault> slow = exchange.fault(FaultType.SLOW_QUERY);
        boolean late = slow.isPresent() && timeout.toSeconds() < slow.get().number("seconds", 60);
        if (late && !async) {
            throw new NerdGraphException("TIMEOUT", TIMED_OUT);
        }
        Optional<Fault> wait = late ? slow : exchange.fault(FaultType.ASYNC).filter(fault -> async);
        if (wait.isPresent()) {
            String id = UUID.randomUUID().toString();
            Pending one = new Pending(
                    nrql, accounts, wait.get().number("polls", 2), wait.get().number("retry-after", 1));
            engine.check(nrql);
            pending.put(id, one);
            return Containers.unfinished(nrql, id, one.retryAfter());
        }
        return Containers.of(nrql, engine.answer(nrql));
    }

    private static void spoil(Exchange exchange, int number) {
        if (exchange.fault(FaultType.TIMEOUT).isPresent()) {
            throw new NerdGraphException("TIMEOUT", TIMED_OUT);
        } else if (exchange.fault(FaultType.SERVER_ERROR).isPresent()) {
            throw new NerdGraphException("SERVER_ERROR", "An error occurred resolving this field");
        } else if (exchange.fault(FaultType.INTERNAL_SERVER_ERROR).isPresent()) {
            throw new NerdGraphException("INTERNAL_SERVER_ERROR", "An internal error occurred");
        } else if (exchange.fault(FaultType.RESOLVE_ERROR).isPresent()) {
            throw new NerdGraphException(null, "An error occurred resolving this field");
        } else if (exchange.fault(FaultType.ACCESS_DENIED).isPresent()) {
            throw new NerdGraphException("ACCESS_DENIED", "You do not have permission to access this account");
        }
        exchange.fault(FaultType.HALF).filter(fault -> number % 2 == 1).ifPresent(fault -> {
            throw new NerdGraphException(fault.word("class", "TIMEOUT"), TIMED_OUT);
        });
    }

    Object progress(DataFetchingEnvironment field) {
        String id = Objects.requireNonNull(field.<String>getArgument("queryId"));
        List<Integer> given = field.getArgument("accounts");
        List<Integer> accounts = given == null ? List.of(account) : given;
        Pending one = pending.computeIfPresent(
                id, (key, now) -> new Pending(now.nrql(), now.accounts(), now.polls() - 1, now.retryAfter()));
        if (one == null || !one.accounts().equals(accounts)) {
            throw new NerdGraphException("INVALID_INPUT", "No query with id " + id + " was found for these accounts");
        }
        if (one.polls() > 0) {
            return Containers.unfinished(one.nrql(), id, one.retryAfter());
        }
        pending.remove(id);
        Answer answer = engine.answer(one.nrql());
        return Containers.of(one.nrql(), answer);
    }

    Object cancel(DataFetchingEnvironment field) {
        String id = Objects.requireNonNull(field.<String>getArgument("queryId"));
        boolean found = pending.remove(id) != null;
        return found ? Map.of("queryId", id) : Map.of("queryId", id, "rejectionReason", "No such query is in progress");
    }

    static Exchange exchange(DataFetchingEnvironment field) {
        return Objects.requireNonNull(field.getGraphQlContext().<Exchange>get(Exchange.class));
    }
}
