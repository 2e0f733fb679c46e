package io.github.sre4j.newrelic.nerdgraph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * What all modules of one build share: at most five requests in flight (New Relic allows 25 to a user, whose dashboards count too), and answers
 * to queries that were asked before. Thread-safe.
 */
public final class BuildScope {

    private static final int IN_FLIGHT = 5;

    private final Semaphore permits;
    private final Map<String, JsonNode> answered;

    /** The scope of one build. */
    public BuildScope() {
        this(new Semaphore(IN_FLIGHT, true), new ConcurrentHashMap<>());
    }

    private BuildScope(Semaphore permits, Map<String, JsonNode> answered) {
        this.permits = permits;
        this.answered = answered;
    }

    /** The same limits, and no memory: for answers that are large, or that may be others a while later. */
    BuildScope forgetful() {
        return new BuildScope(permits, new Nothing());
    }

    Semaphore permits() {
        return permits;
    }

    Map<String, JsonNode> answered() {
        return answered;
    }

    /** Remembers nothing. */
    private static final class Nothing extends AbstractMap<String, JsonNode> {

        @Override
        public @Nullable JsonNode put(String query, JsonNode answer) {
            return null;
        }

        @Override
        public Set<Entry<String, JsonNode>> entrySet() {
            return Set.of();
        }
    }
}
