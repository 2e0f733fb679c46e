package io.github.sre4j.telemetry;

import io.github.sre4j.sli.EndpointName;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one endpoint did in the window. Counts and excess time are exact for the events the source holds.
 *
 * @param name the endpoint
 * @param whole counts of the whole window
 * @param firstHalf counts before the middle of the window
 * @param secondHalf counts from the middle on
 * @param hours counts per hour with traffic, oldest first; empty where the source cannot say
 * @param excess Σ max(0, duration − threshold): time users waited beyond the threshold; zero where there is none
 * @param traffic requests that really happened: more than {@code whole.requests()} if telemetry is sampled
 * @param latency percentiles, or null if there were no requests
 * @param traits verbs, statuses and URIs of the requests; kept only where the name may stand for requests of any kind
 */
public record EndpointMeasurement(
        EndpointName name,
        Counts whole,
        Counts firstHalf,
        Counts secondHalf,
        List<HourCounts> hours,
        Duration excess,
        long traffic,
        @Nullable LatencySummary latency,
        RequestTraits traits) {

    /** A measurement of requests of which verbs, statuses and URIs are not known. */
    public EndpointMeasurement(
            EndpointName name,
            Counts whole,
            Counts firstHalf,
            Counts secondHalf,
            List<HourCounts> hours,
            Duration excess,
            long traffic,
            @Nullable LatencySummary latency) {
        this(name, whole, firstHalf, secondHalf, hours, excess, traffic, latency, RequestTraits.UNKNOWN);
    }

    /**
     * Copies the list and checks that the halves make the whole.
     *
     * @throws IllegalArgumentException if they do not, or if there was less traffic than events
     */
    public EndpointMeasurement {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(excess, "excess");
        Objects.requireNonNull(traits, "traits");
        hours = List.copyOf(hours);
        if (!firstHalf.plus(secondHalf).equals(whole)) {
            throw new IllegalArgumentException("the halves of '" + name + "' do not make the whole window");
        }
        if (traffic < whole.requests()) {
            throw new IllegalArgumentException("'" + name + "' has more events than requests");
        }
    }

    /** Returns this measurement with verbs, statuses and URIs of its requests. */
    public EndpointMeasurement withTraits(RequestTraits known) {
        return new EndpointMeasurement(name, whole, firstHalf, secondHalf, hours, excess, traffic, latency, known);
    }

    /** Returns this measurement with counts by hour, oldest first. */
    public EndpointMeasurement withHours(List<HourCounts> known) {
        return new EndpointMeasurement(name, whole, firstHalf, secondHalf, known, excess, traffic, latency, traits);
    }

    /** The percentiles; empty if there were no requests. */
    public Optional<LatencySummary> latencySummary() {
        return Optional.ofNullable(latency);
    }
}
