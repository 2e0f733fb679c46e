package io.github.sre4j.prometheus.api;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the modules of one build share: a limit of concurrent requests, one limit for all waiting, and the servers that were found to be unavailable, so
 * that an outage is waited for once. Thread-safe.
 */
public final class ServerScope {

    private static final int IN_FLIGHT = 2;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Semaphore permits = new Semaphore(IN_FLIGHT, true);
    private final AtomicLong waitedNanos = new AtomicLong();
    private final Map<URI, PrometheusException> outages = new ConcurrentHashMap<>();

    /** Creates the scope of one build. */
    public ServerScope() {}

    Semaphore permits() {
        return permits;
    }

    /**
     * Returns the time that is left for waiting.
     *
     * @throws PrometheusException if none is
     */
    Duration left() throws PrometheusException {
        Duration left = LONGEST.minusNanos(waitedNanos.get());
        if (left.isNegative() || left.isZero()) {
            throw PrometheusException.of(PrometheusException.Kind.QUERY_TIMEOUT, "allowance", LONGEST.toMinutes());
        }
        return left;
    }

    void spend(Duration waited) {
        waitedNanos.addAndGet(waited.toNanos());
    }

    Optional<PrometheusException> outage(URI server) {
        return Optional.ofNullable(outages.get(server));
    }

    void recordOutage(URI server, PrometheusException failure) {
        outages.putIfAbsent(server, failure);
    }
}
