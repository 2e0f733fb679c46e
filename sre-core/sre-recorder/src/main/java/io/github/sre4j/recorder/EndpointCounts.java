package io.github.sre4j.recorder;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Tally;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one endpoint did in an interval.
 *
 * @param name the endpoint
 * @param limit the longest duration that is not slow, or null if latency is not judged
 * @param requests all of them, exact
 * @param slow those that took longer than the limit, exact; 0 where there is none
 * @param errors those that failed, exact
 * @param excess Σ max(0, duration − limit), exact; zero where there is no limit
 * @param max the longest duration; exact but for requests that were just being recorded when the interval was cut
 * @param latencies all durations, as exact as the recorder's precision
 */
public record EndpointCounts(
        EndpointName name,
        @Nullable Duration limit,
        long requests,
        long slow,
        long errors,
        Duration excess,
        Duration max,
        LatencyCounts latencies) {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if they cannot be: more slow ones or errors than requests, or another number of durations
     */
    public EndpointCounts {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(excess, "excess");
        Objects.requireNonNull(max, "max");
        Objects.requireNonNull(latencies, "latencies");
        if (slow < 0 || errors < 0 || slow > requests || errors > requests || latencies.count() != requests) {
            throw new IllegalArgumentException("impossible counts of '" + name + "': " + requests + " requests, " + slow
                    + " slow, " + errors + " errors, " + latencies.count() + " durations");
        }
    }

    /** The longest duration that is not slow; empty if latency is not judged. */
    public Optional<Duration> threshold() {
        return Optional.ofNullable(limit);
    }

    /** All events and the bad ones, for one kind of SLI; layout shifts are no durations, and are not recorded. */
    public Tally tally(SliKind kind) {
        return switch (kind) {
            case LATENCY -> new Tally(requests, slow);
            case ERRORS -> new Tally(requests, errors);
            case SHIFT -> new Tally(0, 0);
        };
    }

    /**
     * Both together.
     *
     * @throws IllegalArgumentException if they are of different endpoints or were held to different limits
     */
    public EndpointCounts plus(EndpointCounts other) {
        if (!name.equals(other.name) || !Objects.equals(limit, other.limit)) {
            throw new IllegalArgumentException("'" + name + "' within " + limit + " and '" + other.name + "' within "
                    + other.limit + " do not add up");
        }
        return new EndpointCounts(
                name,
                limit,
                requests + other.requests,
                slow + other.slow,
                errors + other.errors,
                excess.plus(other.excess),
                max.compareTo(other.max) >= 0 ? max : other.max,
                latencies.plus(other.latencies));
    }
}
