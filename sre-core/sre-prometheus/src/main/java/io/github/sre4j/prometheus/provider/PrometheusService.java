package io.github.sre4j.prometheus.provider;

import io.github.sre4j.prometheus.PrometheusProbe;
import io.github.sre4j.prometheus.PrometheusTelemetry;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.provider.Capabilities;
import io.github.sre4j.telemetry.provider.ServiceProbe;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.text.Message;
import java.util.Optional;

/** A service in Prometheus with what it offers. Immutable and thread-safe. */
final class PrometheusService implements Telemetry {

    private final PrometheusTelemetry measurements;
    private final Capabilities capabilities;

    PrometheusService(PrometheusConnection connection, PrometheusSettings settings) {
        this.measurements = new PrometheusTelemetry(
                connection.host(), connection.clients(), connection.selector(), settings.errors());
        this.capabilities = Capabilities.builder()
                .add(TelemetrySource.class, () -> measurements)
                .add(ServiceProbe.class, () -> new PrometheusProbe(connection.clients(), connection.selector()))
                .build();
    }

    @Override
    public Message description() {
        return measurements.description();
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        return capabilities.find(type);
    }

    @Override
    public Message reasonWithout(Class<?> type) {
        return type.getName().contains(".trace.") || type.getName().contains(".evidence.")
                ? PrometheusClients.message("no-traces", description())
                : Telemetry.super.reasonWithout(type);
    }
}
