package io.github.sre4j.check;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.Assessor;
import io.github.sre4j.assess.ObservedTime;
import io.github.sre4j.fix.FixReviewer;
import io.github.sre4j.gate.Gate;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.ProductStandard;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.MaintenanceWindow;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.text.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Measures a service, assesses it and decides about the build. Immutable and thread-safe. */
public final class ServiceLevelCheck {

    private final Standard standard;
    private final Product product;
    private final Clock clock;

    /**
     * Makes a check.
     *
     * @param standard the organisation's standard
     * @param product what the product says about itself
     * @param clock decides which waivers still hold and when the report was made
     * @throws IllegalArgumentException if the product loosens the standard
     */
    public ServiceLevelCheck(Standard standard, Product product, Clock clock) {
        this.product = Objects.requireNonNull(product, "product");
        this.standard = ProductStandard.of(Objects.requireNonNull(standard, "standard"), product);
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Runs the check.
     *
     * @param source measures the service
     * @param options what to look at and how strict to be
     * @param progress told how far the reading is
     * @return the report, also when there was no telemetry: the gate's outcome says so
     * @throws TelemetryException if the source could not be read
     * @throws IllegalArgumentException if the options name an override without a reason
     */
    public ServiceLevelReport run(TelemetrySource source, CheckOptions options, ProgressListener progress)
            throws TelemetryException {
        Instant now = clock.instant();
        Assessor assessor = new Assessor(standard, product.waivers(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        MaintenancePolicy maintenance = maintenance(options.window(), List.of());
        MeasurementPlan plan = standard.plan(options.window()).excluding(maintenance.excluded());
        Measurements measurements = source.measure(plan, progress);
        Assessment assessment = assessor.assess(options.window(), measurements);
        if (isOpen(assessment, measurements)) {
            List<MaintenanceWindow> known = source.maintenance(options.window());
            if (!known.isEmpty()) {
                maintenance = maintenance(options.window(), known);
                plan = plan.excluding(maintenance.excluded());
                measurements = source.measure(plan, progress);
                assessment = assessor.assess(options.window(), measurements);
            }
            List<EndpointName> open = HourSelection.of(assessment, measurements.endpoints());
            if (!open.isEmpty()) {
                measurements = source.measureHours(plan, measurements, open, progress);
                assessment = assessor.assess(options.window(), measurements);
            }
        }
        // What maintenance hides is no evidence, whatever a build without evidence may do.
        Gate gate = new Gate(
                options.enforcement(),
                measurements.excludedRequests() > 0 ? OnNoData.FAIL : options.onNoData(),
                options.override());
        SourceReport read = withNotes(measurements.source(), assessment, maintenance.notes(measurements));
        return new ServiceLevelReport(
                options.service(),
                now,
                read,
                assessment,
                gate.decide(
                        read,
                        assessment,
                        options.baseline(),
                        options.fixes(),
                        sinceDeployment(source, options, assessment, progress)));
    }

    private MaintenancePolicy maintenance(Window window, List<MaintenanceWindow> known) {
        List<MaintenanceWindow> declared = new ArrayList<>(product.maintenance());
        declared.addAll(known);
        return MaintenancePolicy.of(window, declared, standard.limits().maintenance());
    }

    private static boolean isOpen(Assessment assessment, Measurements measurements) {
        return assessment.goal().missed() > 0
                || !HourSelection.of(assessment, measurements.endpoints()).isEmpty();
    }

    /** Costs a second measurement, so only where something misses and a fix of something is deployed. */
    private List<EndpointMeasurement> sinceDeployment(
            TelemetrySource source, CheckOptions options, Assessment assessment, ProgressListener progress)
            throws TelemetryException {
        FixReviewer fixes = options.fixes();
        if (fixes == null || assessment.goal().missed() == 0) {
            return List.of();
        }
        Optional<Window> since = fixes.sinceDeployment(options.window().to());
        return since.isEmpty()
                ? List.of()
                : source.measure(standard.plan(since.get()), progress).endpoints();
    }

    /** What the product changed of the standard is nothing to hide, nor is it where telemetry covers little of the window. */
    private SourceReport withNotes(SourceReport source, Assessment assessment, List<Message> ofMaintenance) {
        List<Message> notes = new ArrayList<>(ofMaintenance);
        notes.addAll(source.notes());
        ObservedTime observed = assessment.observed();
        if (observed.isPartOf(assessment.window())) {
            notes.add(
                    Message.of(SourceReport.class, "observed.part", observed.from(), observed.to(), observed.length()));
        }
        product.stricter()
                .forEach(each -> notes.add(Message.of(SourceReport.class, "product.stricter", each.className())));
        product.moves()
                .forEach(each -> notes.add(Message.of(
                        SourceReport.class, "product.moves", each.endpoint(), each.className(), each.reason())));
        return source.withNotes(notes);
    }
}
