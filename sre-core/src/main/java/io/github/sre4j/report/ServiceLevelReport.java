package io.github.sre4j.report;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.sli.Service;
import io.github.sre4j.telemetry.SourceReport;
import java.time.Instant;
import java.util.Objects;

/**
 * What a check found.
 *
 * @param service the service checked
 * @param generatedAt when the check ran
 * @param source what was read, and how well
 * @param assessment the verdicts
 * @param gate what the build does about them
 */
public record ServiceLevelReport(
        Service service, Instant generatedAt, SourceReport source, Assessment assessment, GateDecision gate) {

    /** Refuses null. */
    public ServiceLevelReport {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(generatedAt, "generatedAt");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(assessment, "assessment");
        Objects.requireNonNull(gate, "gate");
    }
}
