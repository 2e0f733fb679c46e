package io.github.sre4j.newrelic.nerdgraph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph.Answer;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds services by name. New Relic's search is fuzzy and sees all accounts of the key's user, so its answers are compared exactly here.
 * Thread-safe.
 */
public final class EntitySearch {

    /** The first request of a check: if New Relic is down, this is what waits. */
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    private static final String DOCUMENT =
            "query($search: String!, $cursor: String) { actor { entitySearch(query: $search) { results(cursor: $cursor)"
                    + " { nextCursor entities { guid name accountId domain type } } } } }";

    /** So many pages of similar names are no answer to the question for one. */
    private static final int MOST_PAGES = 5;

    private static final String BY_GUID =
            "query($guid: EntityGuid!) { actor { entity(guid: $guid) { guid name accountId domain type } } }";

    private final NerdGraph nerdGraph;

    /** A search through that client. */
    public EntitySearch(NerdGraph nerdGraph) {
        this.nerdGraph = Objects.requireNonNull(nerdGraph, "nerdGraph");
    }

    /** What a search found. */
    public record Found(List<Entity> exact, List<Entity> similar) {

        /** Copies the lists. */
        public Found {
            exact = List.copyOf(exact);
            similar = List.copyOf(similar);
        }
    }

    /**
     * Services of that name.
     *
     * @param name the exact name
     * @param account the account, if it is known
     * @throws NerdGraphException if the search failed
     */
    public Found services(String name, OptionalLong account) throws NerdGraphException {
        return search(name, account, "domain IN ('APM', 'EXT') AND type IN ('APPLICATION', 'SERVICE')");
    }

    /**
     * Browser applications of that name.
     *
     * @param name the exact name
     * @param account the account, if it is known
     * @throws NerdGraphException if the search failed
     */
    public Found browsers(String name, OptionalLong account) throws NerdGraphException {
        return search(name, account, "domain = 'BROWSER' AND type = 'APPLICATION'");
    }

    private Found search(String name, OptionalLong account, String kind) throws NerdGraphException {
        String search = "name = '" + quoted(name) + "' AND " + kind
                + (account.isPresent() ? " AND accountId = " + account.getAsLong() : "");
        List<Entity> exact = new ArrayList<>();
        List<Entity> similar = new ArrayList<>();
        String cursor = "";
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode results = page(search, cursor);
            for (JsonNode each : results.path("entities")) {
                Entity entity = entity(each);
                boolean inAccount = account.isEmpty() || account.getAsLong() == entity.account();
                (entity.name().equals(name) && inAccount ? exact : similar).add(entity);
            }
            cursor = results.path("nextCursor").asText("");
            if (cursor.isEmpty()) {
                break;
            }
        }
        return new Found(exact, similar);
    }

    private JsonNode page(String search, String cursor) throws NerdGraphException {
        ObjectNode variables = NerdGraph.variables();
        variables.put("search", search);
        variables.put("cursor", cursor.isEmpty() ? null : cursor);
        Answer answer = nerdGraph.ask(DOCUMENT, variables, DEADLINE);
        JsonNode results = answer.data().path("entitySearch").path("results");
        if (!results.path("entities").isArray()) {
            throw NerdGraph.failure(answer.errors(), Message.of(NerdGraphException.class, "search-nothing"));
        }
        return results;
    }

    /**
     * The entity with that GUID; empty if the key's user sees none.
     *
     * @throws NerdGraphException if the look-up failed
     */
    public Optional<Entity> byGuid(String guid) throws NerdGraphException {
        ObjectNode variables = NerdGraph.variables();
        variables.put("guid", guid);
        Answer answer = nerdGraph.ask(BY_GUID, variables, DEADLINE);
        JsonNode found = answer.data().path("entity");
        if (found.isObject()) {
            return Optional.of(entity(found));
        }
        if (answer.errors().isEmpty()) {
            return Optional.empty();
        }
        throw NerdGraph.failure(answer.errors(), Message.of(NerdGraphException.class, "no-data"));
    }

    private static Entity entity(JsonNode node) {
        return new Entity(
                node.path("guid").asText(),
                node.path("name").asText(),
                node.path("accountId").asLong(),
                node.path("domain").asText());
    }

    private static String quoted(String name) {
        return name.replace("\\", "\\\\").replace("'", "\\'");
    }
}
