package io.github.sre4j.telemetry.files;

import io.github.sre4j.telemetry.DeploymentSource;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.VisitSource;
import io.github.sre4j.telemetry.events.DeploymentRows;
import io.github.sre4j.telemetry.events.EventFiles;
import io.github.sre4j.telemetry.events.PageViews;
import io.github.sre4j.telemetry.provider.Capabilities;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.telemetry.provider.TelemetryFolder;
import io.github.sre4j.telemetry.provider.TelemetryProvider;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.telemetry.recordings.Recordings;
import java.nio.file.Path;

/** Event files: requests, page views and deployments as rows. Immutable and thread-safe. */
public final class EventFileProvider implements TelemetryProvider {

    /** A build shares its machine; more threads read files no faster. */
    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

    @Override
    public String id() {
        return "event-files";
    }

    @Override
    public boolean accepts(TelemetryRequest request) {
        return request.location().isPresent()
                && !Recordings.existIn(request.location().get());
    }

    @Override
    public Telemetry open(TelemetryRequest request) {
        Path root = request.location().orElseThrow();
        String app = request.application().orElse(null);
        EventFiles events = new EventFiles(root, request.environment().display(root), app, THREADS);
        return new FileTelemetry(
                events.description(),
                Capabilities.builder()
                        .add(TelemetrySource.class, () -> events)
                        .add(
                                VisitSource.class,
                                () -> new PageViews(
                                        root, request.browserApplication().orElse(null)))
                        .add(DeploymentSource.class, () -> new DeploymentRows(root))
                        .add(TelemetryFolder.class, () -> new TelemetryFolder(root, app))
                        .build());
    }
}
