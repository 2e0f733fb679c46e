package io.github.sre4j.telemetry.provider;

import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.Message;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The environment of a process that has nothing but its environment variables. Thread-safe. */
final class ProcessEnvironment implements TelemetryEnvironment {

    private final UnaryOperator<String> variables;
    private final Map<Class<?>, Object> shared = new ConcurrentHashMap<>();

    ProcessEnvironment(UnaryOperator<String> variables) {
        this.variables = variables;
    }

    @Override
    public Optional<Secret> secret(String variable) {
        return Optional.ofNullable(variables.apply(variable))
                .filter(value -> !value.isBlank())
                .map(value -> new Secret(value, Message.plain(variable)));
    }

    @Override
    public Message secretPlaces(String variable) {
        return Message.of(SourceReport.class, "secret.variable", variable);
    }

    @Override
    public Optional<ProxySettings> proxy(URI address) {
        return Optional.empty();
    }

    @Override
    public boolean isOffline() {
        return false;
    }

    @Override
    public void warn(Message message) {}

    @Override
    public String display(Path path) {
        return path.toString();
    }

    @Override
    public <T> T shared(Class<T> type, Supplier<? extends T> factory) {
        return type.cast(shared.computeIfAbsent(type, key -> factory.get()));
    }
}
