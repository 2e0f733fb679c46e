package io.github.sre4j.newrelic.nerdgraph;

import io.github.sre4j.telemetry.provider.ProxySettings;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to reach NerdGraph.
 *
 * @param endpoint its address, with http or https
 * @param key the user key
 * @param proxy the proxy, or null to use what the JVM is told
 * @param connectTimeout how long to wait for a connection
 * @param patience how long to go on trying after the first failure
 */
public record NerdGraphOptions(
        URI endpoint, UserKey key, @Nullable ProxySettings proxy, Duration connectTimeout, Duration patience) {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** An outage costs a build less than ten seconds: three or four for what fails first, the rest for trying again. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is no http or https address with a host
     */
    public NerdGraphOptions {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(connectTimeout, "connectTimeout");
        Objects.requireNonNull(patience, "patience");
        String scheme = endpoint.getScheme();
        if (endpoint.getRawUserInfo() != null) {
            throw new InvalidInputException(
                    Message.of(NerdGraphException.class, "address-with-user", String.valueOf(endpoint.getHost())));
        }
        if (endpoint.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new InvalidInputException(Message.of(NerdGraphException.class, "address-wrong", endpoint));
        }
    }

    /** With the usual patience. */
    public static NerdGraphOptions of(URI endpoint, UserKey key, @Nullable ProxySettings proxy) {
        return new NerdGraphOptions(endpoint, key, proxy, CONNECT, PATIENCE);
    }
}
