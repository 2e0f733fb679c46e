package io.github.sre4j.advisor.evidence.files;

import io.github.sre4j.telemetry.provider.CapabilityFactory;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.telemetry.provider.TelemetryFolder;
import io.github.sre4j.trace.source.FileTraces;
import io.github.sre4j.trace.source.TraceSource;
import java.util.Optional;

/** Derives traces from telemetry that lies in files. */
public final class FileTraceFactory implements CapabilityFactory<TraceSource> {

    @Override
    public Class<TraceSource> type() {
        return TraceSource.class;
    }

    @Override
    public Optional<TraceSource> create(Telemetry telemetry) {
        return telemetry.capability(TelemetryFolder.class).map(folder -> new FileTraces(folder.root()));
    }
}
