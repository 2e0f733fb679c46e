package io.github.sre4j.advisor.evidence.files;

import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.telemetry.provider.CapabilityFactory;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.telemetry.provider.TelemetryFolder;
import java.util.Optional;

/** Derives evidence from telemetry that lies in event files. */
public final class EventFileEvidenceFactory implements CapabilityFactory<EvidenceSource> {

    @Override
    public Class<EvidenceSource> type() {
        return EvidenceSource.class;
    }

    @Override
    public Optional<EvidenceSource> create(Telemetry telemetry) {
        return telemetry.capability(TelemetryFolder.class).map(EventFileEvidenceFactory::evidence);
    }

    private static EvidenceSource evidence(TelemetryFolder folder) {
        return new EventFileEvidence(folder.root(), folder.app());
    }
}
