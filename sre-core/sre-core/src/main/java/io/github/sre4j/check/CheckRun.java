package io.github.sre4j.check;

import io.github.sre4j.assess.RegressionDeployments;
import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.check.file.CheckReports;
import io.github.sre4j.check.state.CheckHistory;
import io.github.sre4j.check.state.LastCheckStore;
import io.github.sre4j.check.state.PendingFixStore;
import io.github.sre4j.fix.FixReviewer;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.history.file.HistoryFile;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.telemetry.Deployment;
import io.github.sre4j.telemetry.DeploymentSource;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One whole check of a build: measures the service, decides about the build, keeps what later checks need, and writes the report files.
 *
 * <pre>{@code
 * CheckResult result = CheckRun.ofProduct(Path.of("."))
 *         .telemetry(TelemetryRequest.ofFiles(Path.of("build/events")))
 *         .output(Path.of("build/sre"))
 *         .run();
 * System.exit(result.passed() ? 0 : 1);
 * }</pre>
 *
 * <p>Not thread-safe. A {@link ServiceLevelCheck} does the measuring and deciding alone.
 */
public final class CheckRun {

    private final CheckSettings settings;
    private final CheckListener listener;
    private final LastCheckStore lastCheck;
    private final PendingFixStore pendingFixes;
    private @Nullable Telemetry telemetry;

    CheckRun(CheckSettings settings) {
        this.settings = settings;
        this.listener = settings.listener();
        String service = settings.service().name();
        this.lastCheck = new LastCheckStore(settings.cache(), service, listener::warn);
        this.pendingFixes = new PendingFixStore(settings.cache(), service, listener::warn);
    }

    /**
     * Returns a builder for the product in a folder, by the built-in standard.
     *
     * @throws IllegalArgumentException if a file of the product is not valid; the message says where and what to do
     */
    public static CheckRunBuilder ofProduct(Path folder) {
        return CheckRunBuilder.ofProduct(folder);
    }

    /** Runs the check. */
    CheckResult run() throws TelemetryException, IOException {
        CheckReports.removeOld(settings.output());
        Instant now = settings.clock().instant();
        Baseline baseline = settings.baseline();
        FixReviewer reviewer = reviewer(baseline, now);
        ServiceLevelReport report;
        try {
            report = new ServiceLevelCheck(settings.standard(), settings.product(), settings.clock())
                    .run(telemetry().require(TelemetrySource.class), options(baseline, reviewer), listener);
        } catch (TelemetryException e) {
            return unavailable(e, now);
        }
        report = withDeployments(report);
        boolean judged = Sentences.judged(report.gate());
        if (judged) {
            report = kept(report, reviewer);
            report = contributed(
                    EndpointLocations.addTo(report, settings.sources().get()));
        }
        CheckReports.write(report, settings.texts(), settings.output());
        if (judged) {
            // A network that hangs or fails takes nothing of what has been written.
            publish(report.summary());
        }
        return new CheckResult.Completed(
                report, settings.display().apply(settings.output().resolve(CheckReports.HTML)));
    }

    private CheckOptions options(@Nullable Baseline baseline, @Nullable FixReviewer reviewer) {
        return new CheckOptions(
                settings.service(),
                settings.window(),
                settings.enforcement(),
                settings.onNoData(),
                baseline,
                settings.override(),
                reviewer);
    }

    private @Nullable FixReviewer reviewer(@Nullable Baseline baseline, Instant now) {
        return settings.fixes() == null
                ? null
                : settings.fixes()
                        .reviewer(
                                pendingFixes.recorded(baseline),
                                settings.window(),
                                now,
                                this::deployments,
                                listener::debug);
    }

    /** Asks for deployments only if there is a regression; one that cannot be asked for costs its name, not the check. */
    private ServiceLevelReport withDeployments(ServiceLevelReport report) {
        if (!RegressionDeployments.isNeeded(report.assessment())) {
            return report;
        }
        try {
            Window window = report.assessment().window();
            return report.with(RegressionDeployments.addTo(report.assessment(), deployments(window)));
        } catch (TelemetryException e) {
            listener.debug(e);
            return report;
        }
    }

    private List<Deployment> deployments(Window window) throws TelemetryException {
        Optional<DeploymentSource> source = telemetry().capability(DeploymentSource.class);
        return source.isPresent() ? source.get().deployments(window) : List.of();
    }

    /** Keeps what later checks need, and adds to the report what earlier ones have kept. */
    private ServiceLevelReport kept(ServiceLevelReport judged, @Nullable FixReviewer reviewer)
            throws TelemetryException {
        ServiceLevelReport report = settings.history() == null
                ? judged
                : new CheckHistory(settings.history(), settings.buildId(), listener::warn).add(judged);
        if (settings.request().location().isEmpty()) {
            lastCheck.save(report);
        }
        if (reviewer != null) {
            pendingFixes.save(reviewer, report.gate().fixes(), report.assessment(), settings.baseline());
        }
        return report;
    }

    private void publish(CheckSummary summary) throws TelemetryException {
        switch (settings.publish()) {
            case OFF -> {}
            case DRY_RUN -> listener.info(message("would-send", TextEscaping.printable(HistoryFile.json(summary))));
            case SEND -> {
                try {
                    settings.providers().eventSink(settings.request()).send(HistoryFile.json(summary));
                    listener.info(message("sent"));
                } catch (IOException e) {
                    listener.warn(message("not-sent", Message.of(e)));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    listener.warn(message("not-sent-interrupted"));
                }
            }
        }
    }

    private ServiceLevelReport contributed(ServiceLevelReport judged) throws IOException {
        ServiceLevelReport report = judged;
        for (CheckContributor contributor : settings.contributors()) {
            try {
                report = contributor.contribute(report, telemetry());
            } catch (TelemetryException e) {
                listener.debug(e);
                listener.warn(message("no-candidates", Message.of(e)));
            }
        }
        return report;
    }

    private CheckResult unavailable(TelemetryException e, Instant now) throws TelemetryException {
        boolean goesOn = e.kind() == TelemetryException.Kind.UNREACHABLE
                || (e.kind() == TelemetryException.Kind.INCOMPLETE && settings.enforcement() != Enforcement.ENFORCE);
        if (!goesOn || settings.onUnavailable() == OnNoData.FAIL) {
            throw e;
        }
        listener.debug(e);
        int inARow = lastCheck.countFailure(settings.buildId());
        int tolerated = settings.maxStaleRuns();
        if (tolerated > 0 && inARow > tolerated) {
            throw new TelemetryException(e.kind(), message("too-many-stale", inARow, tolerated, Message.of(e)), e);
        }
        return new CheckResult.Unavailable(Message.of(e), lastCheck.load(), now, inARow, tolerated);
    }

    private Telemetry telemetry() throws TelemetryException {
        Telemetry opened = telemetry;
        if (opened == null) {
            opened = Objects.requireNonNull(settings.providers().open(settings.request()));
            telemetry = opened;
        }
        return opened;
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(CheckRun.class, key, arguments);
    }
}
