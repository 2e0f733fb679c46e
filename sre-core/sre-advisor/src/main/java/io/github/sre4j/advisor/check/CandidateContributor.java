package io.github.sre4j.advisor.check;

import io.github.sre4j.advisor.CandidateFinder;
import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.advisor.CandidateTracking;
import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.report.CandidatePart;
import io.github.sre4j.advisor.tracking.file.AcceptedCandidatesFile;
import io.github.sre4j.check.CheckContributor;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.trace.error.ApplicationCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Adds improvement candidates to the report of a check that has violations. Immutable, and thread-safe if the supplier is.
 *
 * @param sources the product's source code
 * @param own recognizes the organization's own hosts
 * @param top how many candidates are shown in full; with 0 none are looked for
 * @param acceptedFile the accepted candidates, whose outcome is reported; it may be missing
 */
public record CandidateContributor(Supplier<SourceIndex> sources, OwnHosts own, int top, Path acceptedFile)
        implements CheckContributor {

    /** Validates the components. */
    public CandidateContributor {
        Objects.requireNonNull(sources, "sources");
        Objects.requireNonNull(own, "own");
        Objects.requireNonNull(acceptedFile, "acceptedFile");
    }

    @Override
    public ServiceLevelReport contribute(ServiceLevelReport report, Telemetry telemetry)
            throws TelemetryException, IOException {
        if (top < 1 || report.assessment().goal().missed() == 0) {
            return report;
        }
        return report.with(candidates(report, telemetry));
    }

    /**
     * Returns the candidates of a report, also if it has no violation.
     *
     * @throws TelemetryException if the telemetry cannot be read, or has no evidence
     * @throws IOException if the file of accepted candidates cannot be read
     */
    public CandidatePart candidates(ServiceLevelReport report, Telemetry telemetry)
            throws TelemetryException, IOException {
        EvidenceSource source = telemetry.require(EvidenceSource.class);
        CandidatePlan plan =
                new CandidateFinder(source, sources.get(), ApplicationCode.DEFAULT, own).plan(report.assessment(), top);
        return new CandidatePart(plan.with(
                CandidateTracking.record(AcceptedCandidatesFile.read(acceptedFile), report.assessment(), source)));
    }
}
