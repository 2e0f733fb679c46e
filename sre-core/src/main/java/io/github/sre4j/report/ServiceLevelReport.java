package io.github.sre4j.report;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.history.Trend;
import io.github.sre4j.sli.Service;
import io.github.sre4j.telemetry.SourceReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param service the service checked
 * @param generatedAt when the check ran
 * @param source what was read, and how well
 * @param assessment the verdicts
 * @param gate what the build does about them
 * @param trend where the product comes from, or null where no history is kept
 */
public record ServiceLevelReport(
        Service service,
        Instant generatedAt,
        SourceReport source,
        Assessment assessment,
        GateDecision gate,
        @Nullable Trend trend) {

    /** A report of a product that keeps no history. */
    public ServiceLevelReport(
            Service service, Instant generatedAt, SourceReport source, Assessment assessment, GateDecision gate) {
        this(service, generatedAt, source, assessment, gate, null);
    }

    /** Refuses null. */
    public ServiceLevelReport {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(generatedAt, "generatedAt");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(assessment, "assessment");
        Objects.requireNonNull(gate, "gate");
    }

    /** This check in one line. */
    public CheckSummary summary() {
        return CheckSummary.of(service, generatedAt, assessment, gate);
    }

    /** The report with the trend of earlier checks of the same service and standard, and of this one. */
    public ServiceLevelReport after(List<CheckSummary> earlier) {
        List<CheckSummary> all = new ArrayList<>(earlier);
        all.add(summary());
        return new ServiceLevelReport(service, generatedAt, source, assessment, gate, Trend.of(all));
    }

    /** Where the product comes from, if a history is kept. */
    public Optional<Trend> history() {
        return Optional.ofNullable(trend);
    }
}
