package io.github.sre4j.report;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.Assessor;
import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.KnownViolation;
import io.github.sre4j.fix.FixReviewer;
import io.github.sre4j.gate.Gate;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.Rejections.Rejection;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes reports for tests: real verdicts and a real decision about made-up measurements. Not thread-safe. */
public final class ReportBuilder {

    /** When every check of a test ran. */
    public static final Instant NOW = Instant.parse("2026-11-22T06:30:00Z");

    private static final Window WINDOW = Window.endingAt(Instant.parse("2026-11-22T00:00:00Z"), Duration.ofDays(7));

    private final List<EndpointMeasurement> measured = new ArrayList<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();
    private Service service = new Service("petclinic", null);
    private Standard standard = DefaultStandard.get();
    private Enforcement enforcement = Enforcement.ENFORCE;
    private OnNoData onNoData = OnNoData.FAIL;
    private Rejections rejections = Rejections.NONE;
    private Sampling sampling = new Sampling.Complete();
    private long outsideWindow;
    private @Nullable Baseline baseline;
    private @Nullable String override;
    private @Nullable FixReviewer fixes;
    private String description = "event files in build/events";

    public ReportBuilder service(String name, @Nullable String account) {
        this.service = new Service(name, account);
        return this;
    }

    public ReportBuilder standard(Standard held) {
        this.standard = held;
        return this;
    }

    public ReportBuilder enforcement(Enforcement given) {
        this.enforcement = given;
        return this;
    }

    public ReportBuilder baseline(KnownViolation... misses) {
        this.enforcement = Enforcement.RATCHET;
        this.baseline = new Baseline("default", "1", List.of(misses));
        return this;
    }

    public ReportBuilder fixes(FixReviewer book) {
        this.fixes = book;
        return this;
    }

    public ReportBuilder override(String reason) {
        this.override = reason;
        return this;
    }

    public ReportBuilder onNoData(OnNoData given) {
        this.onNoData = given;
        return this;
    }

    public ReportBuilder measured(EndpointMeasurement measurement) {
        measured.add(measurement);
        return this;
    }

    public ReportBuilder waiver(String endpoint, @Nullable SliKind only, String reason, String owner, String until) {
        waivers.add(new Waiver(new EndpointPattern(endpoint), only, reason, owner, LocalDate.parse(until)));
        return this;
    }

    public ReportBuilder rejected(long total, String where, long line, String why) {
        this.rejections = new Rejections(total, List.of(new Rejection(where, line, Message.plain(why))));
        return this;
    }

    public ReportBuilder sampled(double keptShare) {
        this.sampling = new Sampling.Sampled(keptShare);
        return this;
    }

    public ReportBuilder outsideWindow(long events) {
        this.outsideWindow = events;
        return this;
    }

    public ReportBuilder description(String given) {
        this.description = given;
        return this;
    }

    public ReportBuilder note(String note) {
        return note(Message.plain(note));
    }

    public ReportBuilder note(Message note) {
        notes.add(note);
        return this;
    }

    public ServiceLevelReport build() {
        Assessment assessment =
                new Assessor(standard, waivers, LocalDate.ofInstant(NOW, ZoneOffset.UTC)).assess(WINDOW, measured);
        SourceReport source = new SourceReport(
                "event-files",
                Message.plain(description),
                measured.stream().mapToLong(each -> each.whole().requests()).sum(),
                outsideWindow,
                seen(),
                rejections,
                sampling,
                notes);
        return new ServiceLevelReport(
                service,
                NOW,
                source,
                assessment,
                new Gate(enforcement, onNoData, override).decide(source, assessment, baseline, fixes, List.of()));
    }

    private @Nullable Window seen() {
        if (measured.isEmpty()) {
            return outsideWindow == 0 ? null : Window.endingAt(WINDOW.from(), Duration.ofHours(3));
        }
        return WINDOW;
    }
}
