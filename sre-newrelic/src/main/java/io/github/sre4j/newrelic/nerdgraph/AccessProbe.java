package io.github.sre4j.newrelic.nerdgraph;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph.Answer;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds out what a key is good for, at the cost of one small request. Thread-safe. */
public final class AccessProbe {

    private static final Duration DEADLINE = Duration.ofSeconds(4);
    private static final String ACCOUNTS = "{ actor { accounts { id } } }";

    private final NerdGraph nerdGraph;

    /** A probe through that client. */
    public AccessProbe(NerdGraph nerdGraph) {
        this.nerdGraph = Objects.requireNonNull(nerdGraph, "nerdGraph");
    }

    /**
     * The accounts the key's user sees.
     *
     * @throws NerdGraphException if New Relic refuses the key or cannot be asked
     */
    public List<Long> accounts() throws NerdGraphException {
        Answer answer = nerdGraph.ask(ACCOUNTS, NerdGraph.variables(), DEADLINE);
        JsonNode accounts = answer.data().path("accounts");
        if (!accounts.isArray() && !answer.errors().isEmpty()) {
            throw NerdGraph.failure(answer.errors(), Message.of(NerdGraphException.class, "no-data"));
        }
        List<Long> ids = new ArrayList<>();
        accounts.forEach(account -> ids.add(account.path("id").asLong()));
        return ids;
    }
}
