package io.github.sre4j.examples.faults;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A system of services.
 *
 * @param services by name
 * @param entry the service that takes requests from outside
 * @param mix its endpoints, each as often as it is called
 */
record Topology(Map<String, ServiceSpec> services, String entry, List<String> mix) {

    ServiceSpec service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }
}
