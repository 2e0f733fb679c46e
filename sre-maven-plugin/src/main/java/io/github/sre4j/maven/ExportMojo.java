package io.github.sre4j.maven;

import io.github.sre4j.newrelic.ServiceReference;
import io.github.sre4j.newrelic.export.Export;
import io.github.sre4j.newrelic.export.ExportLines;
import io.github.sre4j.newrelic.export.ExportRequest;
import io.github.sre4j.newrelic.export.ExportResult;
import io.github.sre4j.newrelic.export.Exporter;
import io.github.sre4j.newrelic.provider.NewRelicConnection;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of a window from New Relic as event files, so that any check can be replayed offline with {@code sre.events} and attached to a
 * bug report. Personal data and secrets are masked. An interrupted export goes on where it stopped when the command is repeated. Needs no
 * project; {@code sre.events} means nothing to it.
 *
 * @since 0.1
 */
@Mojo(name = "export", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExportMojo extends AbstractServiceMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.export.skip", defaultValue = "false")
    private boolean skipExport;

    /**
     * Event types to export, such as {@code Transaction,Span}. {@code Metric} stands for how often each transaction ran, by hours. Default:
     * {@code Transaction,TransactionError,Span,Log,PageView,PageViewTiming,Metric}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.export.types")
    private @Nullable List<String> types;

    /**
     * Folder for the files. Default: {@code sre/export} in the build directory, or {@code sre-export} here without a project.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.export.output")
    private @Nullable File output;

    /**
     * Whether query strings, e-mail addresses, tokens, keys, IP addresses, card numbers, headers and the like are replaced by placeholders.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.export.mask", defaultValue = "true")
    private boolean mask = true;

    /**
     * The most events to export; a window with more is refused.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.export.maxRows", defaultValue = "1000000")
    private long maxRows = 1_000_000;

    /** Made by Maven. */
    @Inject
    public ExportMojo(KeyFinder keys) {
        super(keys);
    }

    @Override
    String goalSkipProperty() {
        return "sre.export.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipExport;
    }

    @Override
    void run() throws MojoExecutionException {
        Texts language = texts();
        ExportLines lines = new ExportLines(language);
        Clock clock = Clock.systemUTC();
        Instant now = clock.instant();
        Standard held = standard();
        Product product = product(now, held);
        try {
            NewRelicConnection connection = newRelic(product);
            ExportRequest request = request(connection.service(), window(held, now));
            if (!mask) {
                getLog().warn(lines.unmasked());
            }
            Export export = new Exporter(connection.client(), clock).prepare(request);
            lines.begin(export).forEach(getLog()::info);
            ExportResult result = export.run(new MavenProgress(tell(), System::nanoTime), lines::summary);
            lines.written(result).forEach(getLog()::info);
            lines.warnings(result).forEach(getLog()::warn);
            getLog().info(lines.replay(result, shown(request.folder())));
        } catch (TelemetryException e) {
            getLog().debug(e);
            throw GoalException.of(e);
        }
    }

    private ExportRequest request(ServiceReference service, Window window) throws MojoExecutionException {
        List<String> wanted = types == null || types.isEmpty()
                ? ExportRequest.DEFAULT_TYPES
                : types.stream().map(String::strip).toList();
        if (maxRows < 1) {
            throw GoalException.of("max-rows", Long.toString(maxRows));
        }
        return parameter(
                "sre.export.types",
                () -> new ExportRequest(
                        service, window.length(), endsNow() ? null : window.to(), wanted, mask, maxRows, folder()));
    }

    private Path folder() {
        if (output != null) {
            return output.toPath();
        }
        return module().getBasedir() == null
                ? base().resolve("sre-export")
                : Path.of(module().getBuild().getDirectory()).resolve("sre").resolve("export");
    }
}
