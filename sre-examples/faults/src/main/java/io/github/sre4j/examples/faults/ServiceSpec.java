package io.github.sre4j.examples.faults;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A service.
 *
 * @param name its name
 * @param instances number of instances, each on a host of its own
 * @param cores processors of each host
 * @param threads requests that an instance handles at a time
 * @param locations whether log lines name their place in the source
 * @param logsFailures whether failures are logged with the exception
 * @param endpoints by name
 */
record ServiceSpec(
        String name,
        int instances,
        int cores,
        int threads,
        boolean locations,
        boolean logsFailures,
        Map<String, Endpoint> endpoints) {

    /** Returns the endpoint of a name. */
    Endpoint endpoint(String endpoint) {
        return Objects.requireNonNull(endpoints.get(endpoint), endpoint);
    }

    List<String> endpointNames() {
        return endpoints.keySet().stream().sorted().toList();
    }
}
