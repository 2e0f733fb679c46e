package io.github.sre4j.telemetry.provider;

import io.github.sre4j.telemetry.EventSink;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Message;
import java.util.List;
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

    /**
     * Returns why the telemetry cannot be opened here, such as a missing key; empty if nothing is known to prevent it. Unlike the failure of {@link
     * #open}, this is no fault to callers that can do without telemetry.
     *
     * @param request a request that this provider accepts
     */
    default Optional<Message> obstacle(TelemetryRequest request) {
        return Optional.empty();
    }

    /**
     * Returns the settings of a request as this provider reads them, for people.
     *
     * @param request a request that this provider accepts
     * @throws TelemetryException if a setting is wrong
     */
    default List<ResolvedSetting> settings(TelemetryRequest request) throws TelemetryException {
        return List.of();
    }

    /**
     * Returns a sink of custom events; empty if this provider has none.
     *
     * @param request the settings; its files do not matter
     * @throws TelemetryException if the request lacks something or is wrong
     */
    default Optional<EventSink> eventSink(TelemetryRequest request) throws TelemetryException {
        return Optional.empty();
    }
}
