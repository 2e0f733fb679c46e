package io.github.sre4j.maven;

import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.check.file.CheckReports;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.maven.site.ServiceLevelPage;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.html.HtmlReport;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows how the service does as a page of the Maven site, with the full page beside it. It fails no build: where there is no telemetry, the page
 * says so. Run by itself, it writes {@code sre-report.html}.
 *
 * @since 0.1
 */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends AbstractSiteReportMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.report.skip", defaultValue = "false")
    private boolean skipReport;

    /**
     * How strict the build is, which the page tells: {@code observe}, {@code ratchet} or {@code enforce}. Default: what the standard says.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.enforcement")
    private @Nullable String enforcement;

    /**
     * The misses known before, as {@code sre:baseline} writes them. It may be missing.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.baseline", defaultValue = "${project.basedir}/sre-baseline.json")
    private @Nullable File baseline;

    /** What was measured once for all languages of a site, each of which has a goal object of its own: a report, or why there is none. */
    private record Measured(
            @Nullable ServiceLevelReport report, @Nullable Message failure) {}

    /** Made by Maven. */
    @Inject
    public ReportMojo(KeyFinder keys) {
        super(keys);
    }

    @Override
    String goalSkipProperty() {
        return "sre.report.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipReport;
    }

    @Override
    String page() {
        return "index";
    }

    @Override
    boolean hasReport() throws MojoExecutionException {
        return hasService();
    }

    @Override
    void write(Path folder, Texts texts) throws MojoExecutionException {
        Path page = folder.resolve(CheckReports.HTML);
        writeFull(measure(), page, texts);
        getLog().info(shown(page));
    }

    @Override
    void write(Sink sink, Path folder, Texts texts) throws MojoExecutionException {
        Measured measured = measuredOnce();
        ServiceLevelPage page = new ServiceLevelPage(texts);
        Message failure = measured.failure();
        if (failure != null) {
            page.writeMissing(module().getName(), texts.say(failure), sink);
        } else if (measured.report() != null) {
            writeFull(measured.report(), folder.resolve(CheckReports.HTML), texts);
            page.write(measured.report(), CheckReports.HTML, sink);
        }
    }

    /** Maven keeps what a plugin puts aside for a module as long as the build lasts. */
    @SuppressWarnings("unchecked")
    private Measured measuredOnce() {
        Map<Object, Object> kept = getPluginContext();
        if (kept != null && kept.get(Measured.class.getName()) instanceof Measured earlier) {
            return earlier;
        }
        Measured measured;
        try {
            measured = new Measured(measure(), null);
        } catch (MojoExecutionException e) {
            Message failure = Message.of(e);
            tell().warn("no-report", failure);
            measured = new Measured(null, failure);
        }
        if (kept != null) {
            kept.put(Measured.class.getName(), measured);
        }
        return measured;
    }

    private static void writeFull(ServiceLevelReport report, Path page, Texts texts) throws MojoExecutionException {
        byte[] html = new HtmlReport(texts).render(report).getBytes(StandardCharsets.UTF_8);
        try {
            ReportFiles.write(page, out -> out.write(html));
        } catch (IOException e) {
            throw GoalException.of("cannot-write", page, Message.of(e));
        }
    }

    private ServiceLevelReport measure() throws MojoExecutionException {
        Clock clock = Clock.systemUTC();
        Instant now = clock.instant();
        Standard held = standard();
        Product product = product(now, held);
        String strict = enforcement;
        CheckOptions options = new CheckOptions(
                service(product),
                window(held, now),
                strict == null ? held.enforcement() : parameter("sre.enforcement", () -> Enforcement.of(strict)),
                OnNoData.FAIL,
                knownViolations(baseline),
                null);
        try {
            return new ServiceLevelCheck(held, product, clock)
                    .run(telemetry(product).require(TelemetrySource.class), options, ProgressListener.NONE);
        } catch (TelemetryException e) {
            getLog().debug(e);
            throw GoalException.of(e);
        } catch (IllegalArgumentException e) {
            throw GoalException.of(e);
        }
    }

    @Override
    public String getName(Locale language) {
        return words(language).get("report.name");
    }

    @Override
    public String getDescription(Locale language) {
        return words(language).get("report.description");
    }
}
