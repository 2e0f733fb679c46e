package io.github.sre4j.newrelic.nerdgraph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph.Answer;
import io.github.sre4j.newrelic.nrql.Nrql;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A query that runs on after its request, which accounts with Data Plus have: it is given an id, and asked by that id until it is done.
 * Thread-safe.
 */
final class AsyncQuery {

    private static final String BEGIN =
            "query($account: Int!, $q: Nrql!) { actor { account(id: $account) { nrql(query: $q, timeout: 5, async: true)"
                    + " { results queryProgress { queryId completed retryAfter } } } } }";
    private static final String POLL =
            "query($account: Int!, $id: ID!) { actor { account(id: $account) { nrqlQueryProgress(queryId: $id)"
                    + " { results queryProgress { queryId completed retryAfter } } } } }";

    /** New Relic lets such a query run for ten minutes; a build has less patience. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final ResponseTimeouts REQUEST = ResponseTimeouts.toBegin(Duration.ofSeconds(20));
    private static final long LONGEST_PAUSE_SECONDS = 30;

    private final NerdGraph nerdGraph;
    private final long account;

    AsyncQuery(NerdGraph nerdGraph, long account) {
        this.nerdGraph = nerdGraph;
        this.account = account;
    }

    /** The rows; empty if the account has no such queries or the query takes longer than a build waits. */
    Optional<List<Row>> ask(Nrql query) throws NerdGraphException {
        ObjectNode variables = NerdGraph.variables();
        variables.put("account", account);
        variables.put("q", query.text());
        JsonNode state;
        try {
            state = state(nerdGraph.askAnew(BEGIN, variables, REQUEST), "nrql");
        } catch (NerdGraphException e) {
            if (e.needsRepair()) {
                // The query itself was taken before: what is refused is that it runs on.
                return Optional.empty();
            }
            throw e;
        }
        Duration waited = Duration.ZERO;
        String id = "";
        while (!state.path("results").isArray()) {
            JsonNode progress = state.path("queryProgress");
            // Answers to polls have been seen without the id.
            id = progress.path("queryId").asText(id);
            if (id.isEmpty() || progress.path("completed").asBoolean(false) || waited.compareTo(LONGEST) >= 0) {
                return Optional.empty();
            }
            Duration pause = Duration.ofSeconds(Math.max(
                    1,
                    Math.min(LONGEST_PAUSE_SECONDS, progress.path("retryAfter").asLong(1))));
            nerdGraph.pause(pause);
            waited = waited.plus(pause);
            state = poll(id);
        }
        return Optional.of(Row.all(state.path("results")));
    }

    private JsonNode poll(String id) throws NerdGraphException {
        ObjectNode variables = NerdGraph.variables();
        variables.put("account", account);
        variables.put("id", id);
        return state(nerdGraph.askAnew(POLL, variables, REQUEST), "nrqlQueryProgress");
    }

    private static JsonNode state(Answer answer, String field) {
        return answer.data().path("account").path(field);
    }
}
