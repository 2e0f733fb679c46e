package io.github.sre4j.maven;

import io.github.sre4j.calibrate.BrowserEvidence;
import io.github.sre4j.calibrate.Calibration;
import io.github.sre4j.calibrate.CalibrationChart;
import io.github.sre4j.calibrate.CalibrationText;
import io.github.sre4j.calibrate.Calibrator;
import io.github.sre4j.calibrate.Portfolio;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.report.json.StoredReport;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.VisitSource;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says what each possible latency threshold would mean: how many endpoints miss it, how long users wait beyond it, and where the curve bends. For one
 * product by measuring it once for each threshold (in New Relic three queries each), or for many by their reports.
 *
 * @since 0.1
 */
@Mojo(name = "calibrate", requiresProject = false, threadSafe = true)
public final class CalibrateMojo extends AbstractServiceMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.calibrate.skip", defaultValue = "false")
    private boolean skipCalibrate;

    /**
     * A folder in which every {@code sre-report.json}, however deep, counts as one product: then these are read, and no product is measured.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.calibrate.reports")
    private @Nullable File reports;

    /**
     * Where {@code sre-calibrate.html} goes. Default: {@code sre} in the build directory, or here without a project.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.outputDirectory")
    private @Nullable File outputDirectory;

    /** Made by Maven. */
    @Inject
    public CalibrateMojo(KeyFinder keys) {
        super(keys);
    }

    @Override
    String goalSkipProperty() {
        return "sre.calibrate.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipCalibrate;
    }

    @Override
    void run() throws MojoExecutionException {
        Texts texts = texts();
        if (reports != null) {
            Portfolio portfolio = Portfolio.of(read(reports.toPath()));
            new CalibrationText(texts).lines(portfolio).forEach(getLog()::info);
            write(new CalibrationChart(texts).page(portfolio));
        } else if (hasService()) {
            product(texts);
        }
    }

    private void product(Texts texts) throws MojoExecutionException {
        Instant now = Instant.now();
        Standard held = standard();
        Product product = product(now, held);
        Optional<Calibration> calibration;
        BrowserEvidence evidence;
        try {
            Telemetry telemetry = telemetry(product);
            Calibrator calibrator = new Calibrator(telemetry.require(TelemetrySource.class), held);
            tell().info("measuring", calibrator.measurements());
            Window tried = window(held, now);
            calibration = calibrator.run(tried, ProgressListener.NONE);
            Optional<VisitSource> visits = telemetry.capability(VisitSource.class);
            evidence = visits.isPresent() ? BrowserEvidence.of(visits.get().visits(tried)) : BrowserEvidence.NONE;
        } catch (TelemetryException e) {
            getLog().debug(e);
            throw GoalException.of(e);
        }
        if (calibration.isEmpty()) {
            throw GoalException.of("no-latency", held.name());
        }
        if (calibration.get().requests() == 0) {
            throw GoalException.of("no-request");
        }
        new CalibrationText(texts).lines(calibration.get(), evidence).forEach(getLog()::info);
        write(new CalibrationChart(texts).page(serviceName(product), calibration.get(), evidence));
    }

    private void write(String html) throws MojoExecutionException {
        Path page = output().resolve("sre-calibrate.html");
        try {
            ReportFiles.write(page, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw GoalException.of("cannot-write", page, Message.of(e));
        }
        getLog().info(shown(page));
    }

    private List<StoredReport> read(Path folder) throws MojoExecutionException {
        List<StoredReport> read = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.endsWith("sre-report.json"))
                    .sorted()
                    .toList()) {
                read.add(JsonReport.read(file));
            }
        } catch (IOException e) {
            throw GoalException.of("reports-unreadable", folder, Message.of(e));
        }
        if (read.isEmpty()) {
            throw GoalException.of("no-report-files", folder);
        }
        return read;
    }

    private Path output() {
        if (outputDirectory != null) {
            return outputDirectory.toPath();
        }
        return module().getFile() == null
                ? base()
                : Path.of(module().getBuild().getDirectory()).resolve("sre");
    }
}
