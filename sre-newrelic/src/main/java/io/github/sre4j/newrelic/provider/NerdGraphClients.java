package io.github.sre4j.newrelic.provider;

import io.github.sre4j.newrelic.NewRelicTelemetry;
import io.github.sre4j.newrelic.nerdgraph.BuildScope;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphOptions;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.telemetry.provider.Secret;
import io.github.sre4j.telemetry.provider.TelemetryEnvironment;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Makes NerdGraph clients that share their limits and answers with the other callers of an environment. */
final class NerdGraphClients {

    /** The environment variable that holds the user key. */
    static final String USER_KEY = "NEW_RELIC_API_KEY";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private NerdGraphClients() {}

    /**
     * Returns a client.
     *
     * @throws IllegalArgumentException if there is no key or no network, or the address is wrong
     */
    static NerdGraph create(URI endpoint, TelemetryEnvironment environment) {
        if ("http".equals(endpoint.getScheme()) && !LOOPBACK.contains(String.valueOf(endpoint.getHost()))) {
            environment.warn(message("plain-http", String.valueOf(endpoint.getHost())));
        }
        Optional<Message> obstacle = obstacle(environment);
        if (obstacle.isPresent()) {
            throw new InvalidInputException(obstacle.get());
        }
        UserKey key = key(environment).orElseThrow();
        if (!key.looksLikeUserKey()) {
            environment.warn(message("no-user-key"));
        }
        return new NerdGraph(
                NerdGraphOptions.of(endpoint, key, environment.proxy(endpoint).orElse(null)), scope(environment));
    }

    /** Returns why there is no client here: no key, no network; empty if there is one. */
    static Optional<Message> obstacle(TelemetryEnvironment environment) {
        if (environment.secret(USER_KEY).isEmpty()) {
            return Optional.of(message("no-key", environment.secretPlaces(USER_KEY)));
        }
        return environment.isOffline() ? Optional.of(message("offline")) : Optional.empty();
    }

    /** Returns the user key; empty if there is none. */
    static Optional<UserKey> key(TelemetryEnvironment environment) {
        Optional<Secret> secret = environment.secret(USER_KEY);
        return secret.map(found -> UserKey.of(found.reveal(), found.origin()));
    }

    /**
     * Callers whose plugin has other dependencies have classes of their own; of what they share, only the permits are a class of the JDK, and the
     * limit is that of all.
     */
    private static BuildScope scope(TelemetryEnvironment environment) {
        Semaphore permits = environment.shared(Semaphore.class, () -> new Semaphore(BuildScope.IN_FLIGHT, true));
        return environment.shared(BuildScope.class, () -> new BuildScope(permits));
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(NewRelicTelemetry.class, key, arguments);
    }
}
