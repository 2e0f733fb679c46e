package io.github.sre4j.advisor.evidence;

import io.github.sre4j.sli.EndpointName;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be found out about an endpoint.
 *
 * @param endpoint the endpoint
 * @param threshold above this its requests are slow, or null if its latency is not asked about
 * @param errors whether its failed requests are asked about
 * @param requests its requests that left an event
 * @param traffic its requests that really happened
 */
public record EvidenceQuestion(
        EndpointName endpoint, @Nullable Duration threshold, boolean errors, long requests, long traffic) {

    /** Refuses null. */
    public EvidenceQuestion {
        Objects.requireNonNull(endpoint, "endpoint");
    }

    /** Above this its requests are slow; empty if its latency is not asked about. */
    public Optional<Duration> slowAbove() {
        return Optional.ofNullable(threshold);
    }

    /** How many requests one event stands for, at least 1. */
    public double weight() {
        return requests == 0 ? 1 : Math.max(1, (double) traffic / requests);
    }
}
