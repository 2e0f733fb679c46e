package io.github.sre4j.recorder;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What all endpoints of a service did between two cuts. Immutable. */
public final class RecordedInterval {

    private final Instant from;
    private final Instant to;
    private final SortedMap<EndpointName, EndpointCounts> endpoints;

    private RecordedInterval(Instant from, Instant to, SortedMap<EndpointName, EndpointCounts> endpoints) {
        this.from = Objects.requireNonNull(from, "from");
        this.to = Objects.requireNonNull(to, "to");
        this.endpoints = endpoints;
    }

    /**
     * An interval of these endpoints; those without a request are left out.
     *
     * @throws IllegalArgumentException if {@code to} is not after {@code from}, or two counts of one endpoint do not add up
     */
    public static RecordedInterval of(Instant from, Instant to, Collection<EndpointCounts> counts) {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("an interval must end after it begins: " + from + " to " + to);
        }
        TreeMap<EndpointName, EndpointCounts> endpoints = new TreeMap<>();
        for (EndpointCounts each : counts) {
            if (each.requests() > 0) {
                endpoints.merge(each.name(), each, EndpointCounts::plus);
            }
        }
        return new RecordedInterval(from, to, endpoints);
    }

    /** The first instant inside. */
    public Instant from() {
        return from;
    }

    /** The first instant after it. */
    public Instant to() {
        return to;
    }

    /** From the first instant to just after the last. */
    public Window window() {
        return new Window(from, to);
    }

    /** The endpoints that had requests, by name. */
    public Collection<EndpointCounts> endpoints() {
        return Collections.unmodifiableCollection(endpoints.values());
    }

    /** What one endpoint did; empty if it had no request. */
    public Optional<EndpointCounts> endpoint(EndpointName name) {
        return Optional.ofNullable(endpoints.get(name));
    }

    /** Requests of all endpoints. */
    public long requests() {
        return endpoints.values().stream().mapToLong(EndpointCounts::requests).sum();
    }

    /**
     * Both together, from the earlier beginning to the later end. The order of merging does not matter.
     *
     * @throws IllegalArgumentException if they hold an endpoint to different limits
     */
    public RecordedInterval plus(RecordedInterval other) {
        TreeMap<EndpointName, EndpointCounts> all = new TreeMap<>(endpoints);
        for (Map.Entry<EndpointName, EndpointCounts> each : other.endpoints.entrySet()) {
            all.merge(each.getKey(), each.getValue(), EndpointCounts::plus);
        }
        return new RecordedInterval(
                from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to, all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedInterval that
                && that.from.equals(from)
                && that.to.equals(to)
                && that.endpoints.equals(endpoints);
    }

    @Override
    public int hashCode() {
        return Objects.hash(from, to, endpoints);
    }

    @Override
    public String toString() {
        return requests() + " requests of " + endpoints.size() + " endpoints from " + from + " to " + to;
    }
}
