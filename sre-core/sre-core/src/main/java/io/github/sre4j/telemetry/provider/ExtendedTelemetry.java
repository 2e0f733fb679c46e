package io.github.sre4j.telemetry.provider;

import io.github.sre4j.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * Telemetry with the capabilities that modules above its provider derive.
 *
 * @param telemetry as the provider opened it
 * @param factories the derived capabilities; the provider's own win
 */
record ExtendedTelemetry(Telemetry telemetry, List<CapabilityFactory<?>> factories) implements Telemetry {

    ExtendedTelemetry {
        factories = List.copyOf(factories);
    }

    @Override
    public Message description() {
        return telemetry.description();
    }

    @Override
    public Message reasonWithout(Class<?> type) {
        return telemetry.reasonWithout(type);
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        Optional<T> own = telemetry.capability(type);
        return own.isPresent() ? own : derived(type);
    }

    private <T> Optional<T> derived(Class<T> type) {
        return factories.stream()
                .filter(factory -> factory.type().equals(type))
                .flatMap(factory -> factory.create(telemetry).stream())
                .map(type::cast)
                .findFirst();
    }
}
