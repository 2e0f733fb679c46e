package io.github.sre4j.telemetry.provider;

import java.util.Optional;

/**
 * Derives a capability from telemetry whose provider does not know it. Implementations have a public constructor without parameters, are found by
 * {@link java.util.ServiceLoader}, and are thread-safe.
 *
 * @param <T> the capability
 */
public interface CapabilityFactory<T> {

    /** The capability's interface. */
    Class<T> type();

    /** Returns the capability of that telemetry; empty if it cannot be derived. */
    Optional<T> create(Telemetry telemetry);
}
