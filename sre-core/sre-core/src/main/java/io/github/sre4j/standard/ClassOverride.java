package io.github.sre4j.standard;

import io.github.sre4j.sli.EndpointPattern;
import java.util.Objects;

/**
 * Endpoints of a product that belong to another class of the standard than their names say.
 *
 * @param endpoint the endpoints, by stored name
 * @param className the class they belong to
 * @param reason why, for whoever reads the report
 */
public record ClassOverride(EndpointPattern endpoint, String className, String reason) {

    /** Refuses null. */
    public ClassOverride {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(reason, "reason");
    }
}
