package io.github.sre4j.newrelic.nerdgraph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph.Answer;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException.Kind;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks several NRQL queries of one account in one request. A query that takes too long is given more time, at last the longest New Relic
 * gives, and then asked to run on, where the account has that. Thread-safe.
 */
public final class NrqlQueries {

    /** NerdGraph has been seen to refuse large requests. */
    private static final int MOST_AT_ONCE = 10;

    private static final int MOST_ROUNDS = 4;

    /**
     * What New Relic is allowed for a query: at first so little that an answer which does not even begin is an outage and costs a build less
     * than ten seconds, then more. Longer ones are cut to the last by New Relic.
     */
    private static final List<Duration> TIMEOUTS =
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(2));

    private static final Duration ON_THE_WAY = Duration.ofMillis(3_500);

    private final NerdGraph nerdGraph;
    private final long account;

    /** Queries of that account. */
    public NrqlQueries(NerdGraph nerdGraph, long account) {
        this.nerdGraph = Objects.requireNonNull(nerdGraph, "nerdGraph");
        this.account = account;
    }

    /**
     * Answers, some of which may be missing.
     *
     * @param needed the rows of each query that is needed, in the order given
     * @param wished the rows of each query that is wished for; empty where it could not be answered
     * @param why why one could not be answered, a sentence; null if all were
     */
    public record Answered(
            List<List<Row>> needed,
            List<Optional<List<Row>>> wished,
            @Nullable Message why) {

        /** Copies the lists. */
        public Answered {
            needed = List.copyOf(needed);
            wished = List.copyOf(wished);
        }
    }

    /**
     * The rows of each query, in the order given.
     *
     * @throws NerdGraphException if one of them could not be answered in full
     * @throws IllegalArgumentException if there are more than ten
     */
    public List<List<Row>> ask(List<Nrql> queries) throws NerdGraphException {
        return ask(queries, List.of()).needed();
    }

    /**
     * The rows of queries without which there is nothing to say, and of others as far as New Relic gives them, in one request.
     *
     * @throws NerdGraphException if one of those needed could not be answered in full
     * @throws IllegalArgumentException if there are more than ten in all, or none
     */
    public Answered ask(List<Nrql> needed, List<Nrql> wished) throws NerdGraphException {
        List<Nrql> queries = Stream.concat(needed.stream(), wished.stream()).toList();
        if (queries.isEmpty() || queries.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("ask 1 to " + MOST_AT_ONCE + " queries at once, not " + queries.size());
        }
        Map<Integer, List<Row>> answered = new LinkedHashMap<>();
        NerdGraphException why = null;
        try {
            ask(queries, needed.size(), answered);
        } catch (NerdGraphException e) {
            if (!hasAll(needed.size(), answered)) {
                throw e;
            }
            why = e;
        }
        return new Answered(
                IntStream.range(0, needed.size()).mapToObj(answered::get).toList(),
                IntStream.range(needed.size(), queries.size())
                        .mapToObj(i -> Optional.ofNullable(answered.get(i)))
                        .toList(),
                why == null ? null : why.said());
    }

    private static boolean hasAll(int needed, Map<Integer, List<Row>> answered) {
        return IntStream.range(0, needed).allMatch(answered::containsKey);
    }

    /** Asks until everything is answered; the first {@code needed} are worth more trouble than the others. */
    private void ask(List<Nrql> queries, int needed, Map<Integer, List<Row>> answered) throws NerdGraphException {
        int step = nerdGraph.isSlow() ? 1 : 0;
        int round = 1;
        while (answered.size() < queries.size()) {
            Optional<GraphQlError> failure = round(queries, needed, TIMEOUTS.get(step), answered);
            if (failure.isEmpty()) {
                return;
            }
            NerdGraphException e = NerdGraph.failure(failure.get());
            boolean last = step == TIMEOUTS.size() - 1;
            switch (e.kind()) {
                case QUERY_TIMEOUT -> {
                    if (last && hasAll(needed, answered)) {
                        throw e;
                    }
                    if (last) {
                        runOn(queries, needed, answered, e);
                        return;
                    }
                    nerdGraph.seenSlow();
                    step++;
                }
                case SERVER, RATE_LIMITED -> {
                    if (round >= MOST_ROUNDS) {
                        throw e;
                    }
                    nerdGraph.pauseAfter(round, e);
                    round++;
                }
                default -> throw e;
            }
        }
    }

    /** What New Relic's longest time was too short for runs on after its request, where the account has that. */
    private void runOn(List<Nrql> queries, int needed, Map<Integer, List<Row>> answered, NerdGraphException failure)
            throws NerdGraphException {
        AsyncQuery async = new AsyncQuery(nerdGraph, account);
        for (int i = 0; i < needed; i++) {
            if (!answered.containsKey(i)) {
                answered.put(i, async.ask(queries.get(i)).orElseThrow(() -> failure));
            }
        }
        if (answered.size() < queries.size()) {
            throw failure;
        }
    }

    /** Asks the open queries; answers the failure that matters most, if any: one of a needed query before others. */
    private Optional<GraphQlError> round(
            List<Nrql> queries, int needed, Duration timeout, Map<Integer, List<Row>> answered)
            throws NerdGraphException {
        List<Integer> open = IntStream.range(0, queries.size())
                .filter(i -> !answered.containsKey(i))
                .boxed()
                .toList();
        ObjectNode variables = NerdGraph.variables();
        variables.put("account", account);
        variables.put("timeout", timeout.toSeconds());
        open.forEach(i -> variables.put("q" + i, queries.get(i).text()));
        Answer answer = nerdGraph.ask(document(open), variables, ResponseTimeouts.toBegin(timeout.plus(ON_THE_WAY)));
        List<GraphQlError> ofNeeded = new ArrayList<>();
        List<GraphQlError> ofWished = new ArrayList<>();
        for (int i : open) {
            JsonNode results = answer.data().path("account").path("r" + i).path("results");
            if (results.isArray()) {
                answered.put(i, Row.all(results));
            } else {
                GraphQlError error = errorOf(answer, "r" + i);
                if (error.saysNoSuchApplication()) {
                    answered.put(i, List.of());
                } else {
                    (i < needed ? ofNeeded : ofWished).add(error);
                }
            }
        }
        return GraphQlError.worst(ofNeeded.isEmpty() ? ofWished : ofNeeded);
    }

    private static GraphQlError errorOf(Answer answer, String alias) {
        return GraphQlError.worst(answer.errors().stream()
                        .filter(error -> error.isAbout(alias))
                        .toList())
                .or(() -> GraphQlError.worst(answer.errors()))
                .orElse(new GraphQlError(Message.of(NerdGraphException.class, "no-rows"), List.of(), Kind.SERVER));
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
