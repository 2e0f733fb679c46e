package io.github.sre4j.prometheus.provider;

import io.github.sre4j.prometheus.api.PrometheusClient;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.provider.ConfigReader;
import io.github.sre4j.telemetry.provider.ResolvedSetting;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.telemetry.provider.TelemetryProvider;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Prometheus, Mimir, Thanos, VictoriaMetrics and other servers of its HTTP API. Immutable and thread-safe. */
public final class PrometheusProvider implements TelemetryProvider {

    /** The id of the provider, and the key of its section. */
    public static final String ID = "prometheus";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<ConfigReader> configReader() {
        return Optional.of(PrometheusConfig::read);
    }

    /** Accepts a request without files whose server is configured. */
    @Override
    public boolean accepts(TelemetryRequest request) {
        return request.location().isEmpty()
                && (request.configs().containsKey(ID)
                        || (request.configs().isEmpty()
                                && request.setting(PrometheusSettings.URL).isPresent()));
    }

    @Override
    public Telemetry open(TelemetryRequest request) throws TelemetryException {
        try {
            PrometheusSettings settings = PrometheusSettings.of(request);
            Supplier<PrometheusClient> clients = PrometheusClients.of(settings, request.environment());
            return new PrometheusService(
                    new PrometheusConnection(clients.get().host(), clients, settings.requiredSelector()), settings);
        } catch (IllegalArgumentException e) {
            throw misconfigured(e);
        }
    }

    @Override
    public Optional<Message> obstacle(TelemetryRequest request) {
        return request.environment().isOffline() ? Optional.of(PrometheusClients.message("offline")) : Optional.empty();
    }

    @Override
    public List<ResolvedSetting> settings(TelemetryRequest request) throws TelemetryException {
        try {
            return PrometheusSettings.of(request).resolved(request);
        } catch (IllegalArgumentException e) {
            throw misconfigured(e);
        }
    }

    private static TelemetryException misconfigured(IllegalArgumentException e) {
        return new TelemetryException(TelemetryException.Kind.MISCONFIGURED, Message.of(e), e);
    }
}
