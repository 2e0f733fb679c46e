package io.github.sre4j.newrelic.provider;

import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.newrelic.BrowserVisits;
import io.github.sre4j.newrelic.NewRelicTelemetry;
import io.github.sre4j.newrelic.ServiceDeployments;
import io.github.sre4j.newrelic.evidence.NewRelicEvidence;
import io.github.sre4j.newrelic.trace.NewRelicTraces;
import io.github.sre4j.telemetry.DeploymentSource;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.VisitSource;
import io.github.sre4j.telemetry.provider.Capabilities;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.text.Message;
import io.github.sre4j.trace.source.TraceSource;
import java.util.Optional;

/** A service in New Relic with what it offers. Immutable and thread-safe. */
final class NewRelicService implements Telemetry {

    private final TelemetrySource measurements;
    private final Capabilities capabilities;

    NewRelicService(NewRelicConnection connection) {
        this.measurements = measurements(connection);
        Capabilities.Builder offered = Capabilities.builder()
                .add(TelemetrySource.class, () -> measurements)
                .add(EvidenceSource.class, () -> new NewRelicEvidence(connection.client(), connection.service()))
                .add(DeploymentSource.class, () -> new ServiceDeployments(connection.client(), connection.service()))
                .add(TraceSource.class, () -> new NewRelicTraces(connection.client(), connection.account()))
                .add(NewRelicConnection.class, () -> connection);
        connection
                .browser()
                .ifPresent(pages -> offered.add(
                        VisitSource.class, () -> new BrowserVisits(connection.client(), pages, connection.account())));
        this.capabilities = offered.build();
    }

    private static TelemetrySource measurements(NewRelicConnection connection) {
        NewRelicTelemetry service = new NewRelicTelemetry(connection.client(), connection.service());
        return connection
                .browser()
                .map(pages -> service.withPages(pages, connection.account()))
                .orElse(service);
    }

    @Override
    public Message description() {
        return measurements.description();
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        return capabilities.find(type);
    }
}
