package io.github.sre4j.newrelic.nerdgraph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * What all modules of one build share: at most five requests in flight (New Relic allows 25 to a user, whose dashboards count too), and answers
 * to queries that were asked before. Thread-safe.
 */
public final class BuildScope {

    private static final int IN_FLIGHT = 5;

    private final Semaphore permits = new Semaphore(IN_FLIGHT, true);
    private final Map<String, JsonNode> answered = new ConcurrentHashMap<>();

    Semaphore permits() {
        return permits;
    }

    Map<String, JsonNode> answered() {
        return answered;
    }
}
