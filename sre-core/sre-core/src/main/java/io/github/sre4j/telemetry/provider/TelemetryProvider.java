package io.github.sre4j.telemetry.provider;

import io.github.sre4j.telemetry.TelemetryException;
import java.util.Optional;

/**
 * A kind of telemetry.
 *
 * <p>Implementations have a public constructor without parameters, are found by {@link java.util.ServiceLoader}, and are thread-safe.
 */
public interface TelemetryProvider {

    /** The name of this kind of telemetry: in messages, in {@code sre.provider}, and as the key of its section of {@code sre.yaml}. */
    String id();

    /** The reader of this provider's section of {@code sre.yaml}; empty if it has none. */
    default Optional<ConfigReader> configReader() {
        return Optional.empty();
    }

    /** Returns whether the request is for this kind of telemetry. Opens nothing and fails on nothing. */
    boolean accepts(TelemetryRequest request);

    /**
     * Opens the telemetry of one service.
     *
     * @param request a request that this provider {@linkplain #accepts accepts}
     * @throws TelemetryException if the request lacks something or is wrong
     */
    Telemetry open(TelemetryRequest request) throws TelemetryException;
}
