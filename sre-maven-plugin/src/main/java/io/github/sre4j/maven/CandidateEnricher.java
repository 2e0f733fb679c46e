package io.github.sre4j.maven;

import io.github.sre4j.advisor.CandidateFinder;
import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.advisor.CandidateTracking;
import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.report.CandidatePart;
import io.github.sre4j.advisor.tracking.file.AcceptedCandidatesFile;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.trace.error.ApplicationCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/** Adds to a report what to change, and where endpoints are in the source. */
final class CandidateEnricher {

    /** Better than the next by less than this, a handler is not sure. */
    private static final double SURE = 0.1;

    private final SourceIndex sources;
    private final OwnHosts own;
    private final int top;

    CandidateEnricher(SourceIndex sources, OwnHosts own, int top) {
        this.sources = sources;
        this.own = own;
        this.top = top;
    }

    ServiceLevelReport add(ServiceLevelReport report, EvidenceSource evidence, Path proposals)
            throws TelemetryException, MojoExecutionException {
        CandidatePlan plan =
                new CandidateFinder(evidence, sources, ApplicationCode.DEFAULT, own).plan(report.assessment(), top);
        try {
            return places(report)
                    .with(new CandidatePart(plan.with(
                            CandidateTracking.record(AcceptedCandidatesFile.read(proposals), report.assessment()))));
        } catch (IOException e) {
            throw GoalException.of(e);
        }
    }

    /** Where endpoints are, without asking why they miss. */
    ServiceLevelReport places(ServiceLevelReport report) {
        Map<EndpointName, SourceLocation> code = new LinkedHashMap<>();
        report.assessment().endpoints().forEach(result -> {
            List<SourceLocation> handlers = sources.handlers(result.endpoint().name());
            boolean sure = handlers.size() == 1
                    || (handlers.size() > 1
                            && handlers.get(0).score() > handlers.get(1).score() + SURE);
            if (sure) {
                code.put(result.endpoint().name(), handlers.get(0));
            }
        });
        return report.with(code);
    }
}
