package io.github.sre4j.telemetry.provider;

import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Message;
import java.util.Optional;

/** The telemetry of one service, as its provider opened it. Immutable and thread-safe; its capabilities need not be thread-safe. */
public interface Telemetry {

    /** Returns what is read, for people. Holds no secret. */
    Message description();

    /**
     * Returns a capability.
     *
     * @param type the capability, such as {@code TelemetrySource}
     * @param <T> the capability
     * @return the capability; empty if this telemetry does not have it
     */
    <T> Optional<T> capability(Class<T> type);

    /** Returns why this telemetry lacks a capability, and what to do about it. */
    default Message reasonWithout(Class<?> type) {
        return Message.of(SourceReport.class, "provider.no-capability", description(), type.getSimpleName());
    }

    /**
     * Returns a capability that a caller cannot do without.
     *
     * @param type the capability
     * @param <T> the capability
     * @throws TelemetryException {@linkplain TelemetryException.Kind#MISCONFIGURED misconfigured}, if this telemetry does not have it
     */
    default <T> T require(Class<T> type) throws TelemetryException {
        Optional<T> present = capability(type);
        if (present.isEmpty()) {
            throw new TelemetryException(TelemetryException.Kind.MISCONFIGURED, reasonWithout(type));
        }
        return present.get();
    }
}
