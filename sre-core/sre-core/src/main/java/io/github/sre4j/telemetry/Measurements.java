package io.github.sre4j.telemetry;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Everything a source measured.
 *
 * @param source what was read and how well
 * @param endpoints one measurement per endpoint name, sorted by name; endpoints the source knows but that had no event in the window
 *     are listed with zero counts
 * @param excludedRequests requests in the times that the plan leaves out, ≥ 0
 */
public record Measurements(SourceReport source, List<EndpointMeasurement> endpoints, long excludedRequests) {

    /** Measurements of a plan that leaves nothing out. */
    public Measurements(SourceReport source, List<EndpointMeasurement> endpoints) {
        this(source, endpoints, 0);
    }

    /** Sorts and copies the list. */
    public Measurements {
        Objects.requireNonNull(source, "source");
        endpoints = endpoints.stream()
                .sorted(Comparator.comparing(EndpointMeasurement::name))
                .toList();
    }

    /** Requests in the window over all endpoints. */
    public long requests() {
        return endpoints.stream().mapToLong(e -> e.whole().requests()).sum();
    }
}
