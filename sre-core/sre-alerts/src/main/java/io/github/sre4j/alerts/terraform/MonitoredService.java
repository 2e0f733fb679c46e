package io.github.sre4j.alerts.terraform;

import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.telemetry.EndpointMeasurement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Service with what its alerts depend on.
 *
 * @param name name of the product
 * @param application name of the application in telemetry
 * @param guid entity, or null to find it by the application's name
 * @param standard standard of the product, with its own stricter targets
 * @param waivers waivers of the product
 * @param endpoints measured endpoints with their hours; empty if nothing was measured
 * @param from start of the measured window
 * @param until end of the measured window, exclusive
 */
public record MonitoredService(
        String name,
        String application,
        @Nullable String guid,
        Standard standard,
        List<Waiver> waivers,
        List<EndpointMeasurement> endpoints,
        Instant from,
        Instant until) {

    /** Copies the lists. */
    public MonitoredService {
        Objects.requireNonNull(name, "name");
        waivers = List.copyOf(waivers);
        endpoints = List.copyOf(endpoints);
    }
}
