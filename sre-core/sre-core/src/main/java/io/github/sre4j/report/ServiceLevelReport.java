package io.github.sre4j.report;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.history.Trend;
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
 * @param parts content that other modules contribute, at most one of a class
 * @param code where an endpoint is in the product's source, as far as it is at hand and sure
 */
public record ServiceLevelReport(
        Service service,
        Instant generatedAt,
        SourceReport source,
        Assessment assessment,
        GateDecision gate,
        @Nullable Trend trend,
        List<ReportPart> parts,
        Map<EndpointName, SourceLocation> code) {

    /** A report of a product that keeps no history. */
    public ServiceLevelReport(
            Service service, Instant generatedAt, SourceReport source, Assessment assessment, GateDecision gate) {
        this(service, generatedAt, source, assessment, gate, null);
    }

    /** A report without contributed parts. */
    public ServiceLevelReport(
            Service service,
            Instant generatedAt,
            SourceReport source,
            Assessment assessment,
            GateDecision gate,
            @Nullable Trend trend) {
        this(service, generatedAt, source, assessment, gate, trend, List.of(), Map.of());
    }

    /** Copies the collections. */
    public ServiceLevelReport {
        parts = List.copyOf(parts);
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
        return new ServiceLevelReport(service, generatedAt, source, assessment, gate, Trend.of(all), parts, code);
    }

    /** Where the product comes from, if a history is kept. */
    public Optional<Trend> history() {
        return Optional.ofNullable(trend);
    }

    /** Returns this report with a part; it replaces the part of the same class, if there is one. */
    public ServiceLevelReport with(ReportPart part) {
        Objects.requireNonNull(part, "part");
        List<ReportPart> all = new ArrayList<>(parts);
        all.removeIf(other -> other.getClass() == part.getClass());
        all.add(part);
        return new ServiceLevelReport(service, generatedAt, source, assessment, gate, trend, all, code);
    }

    /** Returns this report with an assessment that knows more of the same verdicts. */
    public ServiceLevelReport with(Assessment informed) {
        return new ServiceLevelReport(service, generatedAt, source, informed, gate, trend, parts, code);
    }

    /** The report with where endpoints are in the source. */
    public ServiceLevelReport with(Map<EndpointName, SourceLocation> places) {
        return new ServiceLevelReport(service, generatedAt, source, assessment, gate, trend, parts, places);
    }

    /** Returns the parts of a type, in the order in which they were added. */
    public <T extends ReportPart> List<T> parts(Class<T> type) {
        return parts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Where an endpoint is in the source, if that is at hand and sure. */
    public Optional<SourceLocation> code(EndpointName endpoint) {
        return Optional.ofNullable(code.get(endpoint));
    }
}
