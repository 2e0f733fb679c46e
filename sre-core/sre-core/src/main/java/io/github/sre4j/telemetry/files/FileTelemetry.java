package io.github.sre4j.telemetry.files;

import io.github.sre4j.telemetry.provider.Capabilities;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.text.Message;
import java.util.Optional;

/**
 * Telemetry in files.
 *
 * @param description what is read, for people
 * @param capabilities what these files offer
 */
record FileTelemetry(Message description, Capabilities capabilities) implements Telemetry {

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        return capabilities.find(type);
    }
}
