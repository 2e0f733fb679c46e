package io.github.sre4j.report;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.history.Trend;
import io.github.sre4j.improve.ImprovementPlan;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Service;
import io.github.sre4j.telemetry.SourceReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * @param plan what to change first, or null where nobody asked why endpoints miss
 * @param code where an endpoint is in the product's source, as far as it is at hand and sure
 */
public record ServiceLevelReport(
        Service service,
        Instant generatedAt,
        SourceReport source,
        Assessment assessment,
        GateDecision gate,
        @Nullable Trend trend,
        @Nullable ImprovementPlan plan,
        Map<EndpointName, SourceLocation> code) {

    /** A report of a product that keeps no history. */
    public ServiceLevelReport(
            Service service, Instant generatedAt, SourceReport source, Assessment assessment, GateDecision gate) {
        this(service, generatedAt, source, assessment, gate, null);
    }

    /** A report that says nothing of what to change. */
    public ServiceLevelReport(
            Service service,
            Instant generatedAt,
            SourceReport source,
            Assessment assessment,
            GateDecision gate,
            @Nullable Trend trend) {
        this(service, generatedAt, source, assessment, gate, trend, null, Map.of());
    }

    /** Copies the map. */
    public ServiceLevelReport {
        code = Map.copyOf(code);
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
        return new ServiceLevelReport(service, generatedAt, source, assessment, gate, Trend.of(all), plan, code);
    }

    /** Where the product comes from, if a history is kept. */
    public Optional<Trend> history() {
        return Optional.ofNullable(trend);
    }

    /** The report with what to change. */
    public ServiceLevelReport with(ImprovementPlan improvements) {
        return new ServiceLevelReport(
                service, generatedAt, source, assessment, gate, trend, Objects.requireNonNull(improvements), code);
    }

    /** The report with where endpoints are in the source. */
    public ServiceLevelReport with(Map<EndpointName, SourceLocation> places) {
        return new ServiceLevelReport(service, generatedAt, source, assessment, gate, trend, plan, places);
    }

    /** What to change first, if somebody asked why endpoints miss. */
    public Optional<ImprovementPlan> improvements() {
        return Optional.ofNullable(plan);
    }

    /** Where an endpoint is in the source, if that is at hand and sure. */
    public Optional<SourceLocation> code(EndpointName endpoint) {
        return Optional.ofNullable(code.get(endpoint));
    }
}
