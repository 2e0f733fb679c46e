package io.github.sre4j.newrelic.nerdgraph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph.Answer;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names every service that reports to New Relic: whoever compares it with what is checked sees what nobody checks. Thread-safe. */
public final class ServiceList {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** New Relic gives 200 entities a page; more pages than this are not a list that anybody reads. */
    private static final int MOST_PAGES = 50;

    static final String DOCUMENT =
            "query($search: String!, $cursor: String) { actor { entitySearch(query: $search) { results(cursor: $cursor) { nextCursor entities { name } } } } }";

    private final NerdGraph nerdGraph;

    /** A list through that client. */
    public ServiceList(NerdGraph nerdGraph) {
        this.nerdGraph = Objects.requireNonNull(nerdGraph, "nerdGraph");
    }

    /**
     * The names of services that report now, sorted.
     *
     * @param account only this account's, if it is given; else those of all accounts the key's user sees
     * @throws NerdGraphException if the list cannot be had in full
     */
    public SortedSet<String> reporting(OptionalLong account) throws NerdGraphException {
        String search = "domain IN ('APM', 'EXT') AND type IN ('APPLICATION', 'SERVICE') AND reporting = 'true'"
                + (account.isPresent() ? " AND accountId = " + account.getAsLong() : "");
        SortedSet<String> names = new TreeSet<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            ObjectNode variables = NerdGraph.variables();
            variables.put("search", search);
            variables.put("cursor", cursor);
            Answer answer = nerdGraph.ask(DOCUMENT, variables, DEADLINE);
            JsonNode results = answer.data().path("entitySearch").path("results");
            if (!results.path("entities").isArray()) {
                throw NerdGraph.failure(answer.errors(), Message.of(NerdGraphException.class, "list-nothing"));
            }
            results.path("entities")
                    .forEach(entity -> names.add(entity.path("name").asText()));
            if (!results.hasNonNull("nextCursor")) {
                return names;
            }
            cursor = results.path("nextCursor").asText();
        }
        throw new NerdGraphException(
                NerdGraphException.Kind.SERVER, Message.of(NerdGraphException.class, "list-too-long", MOST_PAGES));
    }
}
