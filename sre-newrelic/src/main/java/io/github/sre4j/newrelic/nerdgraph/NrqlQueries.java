package io.github.sre4j.newrelic.nerdgraph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph.Answer;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException.Kind;
import io.github.sre4j.newrelic.nrql.Nrql;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks several NRQL queries of one account in one request. A query that takes too long is asked once more with the longest time New Relic
 * gives, and then to run on, where the account has that. Thread-safe.
 */
public final class NrqlQueries {

    /** NerdGraph has been seen to refuse large requests. */
    private static final int MOST_AT_ONCE = 10;

    private static final int MOST_ROUNDS = 4;
    private static final Duration USUAL = Duration.ofMinutes(1);

    /** Longer ones are cut to this by New Relic. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration ON_THE_WAY = Duration.ofSeconds(10);

    private final NerdGraph nerdGraph;
    private final long account;

    /** Queries of that account. */
    public NrqlQueries(NerdGraph nerdGraph, long account) {
        this.nerdGraph = Objects.requireNonNull(nerdGraph, "nerdGraph");
        this.account = account;
    }

    /**
     * The rows of each query, in the order given.
     *
     * @throws NerdGraphException if one of them could not be answered in full
     * @throws IllegalArgumentException if there are more than ten
     */
    public List<List<Row>> ask(List<Nrql> queries) throws NerdGraphException {
        if (queries.isEmpty() || queries.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("ask 1 to " + MOST_AT_ONCE + " queries at once, not " + queries.size());
        }
        Map<Integer, List<Row>> answered = new LinkedHashMap<>();
        Optional<GraphQlError> failure = Optional.empty();
        Duration timeout = USUAL;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            List<Integer> open = IntStream.range(0, queries.size())
                    .filter(i -> !answered.containsKey(i))
                    .boxed()
                    .toList();
            failure = open.isEmpty() ? Optional.empty() : round(queries, open, timeout, answered);
            if (failure.isEmpty()) {
                return IntStream.range(0, queries.size())
                        .mapToObj(answered::get)
                        .toList();
            }
            switch (failure.get().kind()) {
                case QUERY_TIMEOUT -> {
                    if (timeout.equals(LONGEST)) {
                        runOn(queries, answered, failure.get());
                    }
                    timeout = LONGEST;
                }
                case SERVER, RATE_LIMITED -> nerdGraph.pauseAfter(round, NerdGraph.failure(failure.get()));
                default -> throw NerdGraph.failure(failure.get());
            }
        }
        throw NerdGraph.failure(failure.orElseThrow());
    }

    /** What New Relic's longest time was too short for runs on after its request, where the account has that. */
    private void runOn(List<Nrql> queries, Map<Integer, List<Row>> answered, GraphQlError failure)
            throws NerdGraphException {
        AsyncQuery async = new AsyncQuery(nerdGraph, account);
        for (int i = 0; i < queries.size(); i++) {
            if (!answered.containsKey(i)) {
                answered.put(i, async.ask(queries.get(i)).orElseThrow(() -> NerdGraph.failure(failure)));
            }
        }
    }

    /** Asks the open queries; answers the first failure, if any. */
    private Optional<GraphQlError> round(
            List<Nrql> queries, List<Integer> open, Duration timeout, Map<Integer, List<Row>> answered)
            throws NerdGraphException {
        ObjectNode variables = NerdGraph.variables();
        variables.put("account", account);
        variables.put("timeout", timeout.toSeconds());
        open.forEach(i -> variables.put("q" + i, queries.get(i).text()));
        Answer answer = nerdGraph.ask(document(open), variables, timeout.plus(ON_THE_WAY));
        Optional<GraphQlError> failure = Optional.empty();
        for (int i : open) {
            JsonNode results = answer.data().path("account").path("r" + i).path("results");
            if (results.isArray()) {
                answered.put(i, Row.all(results));
            } else {
                GraphQlError error = errorOf(answer, "r" + i);
                if (error.saysNoSuchApplication()) {
                    answered.put(i, List.of());
                } else {
                    failure = failure.isPresent() ? failure : Optional.of(error);
                }
            }
        }
        return failure;
    }

    private static GraphQlError errorOf(Answer answer, String alias) {
        return answer.errors().stream()
                .filter(error -> error.isAbout(alias))
                .findFirst()
                .or(() -> answer.errors().stream().findFirst())
                .orElse(new GraphQlError(
                        "a query came back without rows and without an error", List.of(), Kind.SERVER));
    }

    private static String document(List<Integer> open) {
        String variables = open.stream().map(i -> "$q" + i + ": Nrql!").collect(Collectors.joining(", "));
        String fields = open.stream()
                .map(i -> "r" + i + ": nrql(query: $q" + i + ", timeout: $timeout) { results }")
                .collect(Collectors.joining(" "));
        return "query($account: Int!, $timeout: Seconds, " + variables + ") { actor { account(id: $account) { " + fields
                + " } } }";
    }
}
