package io.github.sre4j.maven;

import io.github.sre4j.baseline.file.BaselineFile;
import io.github.sre4j.check.file.ProductFile;
import io.github.sre4j.lint.Finding;
import io.github.sre4j.lint.Lint;
import io.github.sre4j.lint.LintReport;
import io.github.sre4j.lint.Traffic;
import io.github.sre4j.lint.sarif.SarifFile;
import io.github.sre4j.maven.gate.BuildCache;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.yaml.Place;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.provider.ProviderConfig;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says what in {@code sre.yaml}, the standard and the baseline cannot work, with file and line, on the console and as SARIF. Needs no telemetry;
 * with traffic it also says which targets that traffic cannot prove, and what matches nothing.
 *
 * @since 0.1
 */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class LintMojo extends AbstractServiceMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.lint.skip", defaultValue = "false")
    private boolean skipLint;

    /**
     * What fails the build: {@code error}, {@code warning} (these and errors) or {@code never}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.lint.failOn", defaultValue = "error")
    private String failOn = "error";

    /**
     * Whether the telemetry backend is queried for traffic, if there is a key. Event files, if any are given, are always looked at.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.lint.traffic", defaultValue = "false")
    private boolean traffic;

    /**
     * The baseline. It may be missing.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.baseline", defaultValue = "${project.basedir}/sre-baseline.json")
    private @Nullable File baseline;

    /**
     * Folder for {@code sre-lint.sarif}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.outputDirectory", defaultValue = "${project.build.directory}/sre")
    private @Nullable File outputDirectory;

    /** Made by Maven. */
    @Inject
    public LintMojo(KeyFinder keys) {
        super(keys);
    }

    @Override
    String goalSkipProperty() {
        return "sre.lint.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipLint;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        LintFailOn fails = parameter("sre.lint.failOn", () -> LintFailOn.of(failOn));
        Texts texts = texts();
        Instant now = Instant.now();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Path sarif = Objects.requireNonNull(outputDirectory).toPath().resolve(SarifFile.NAME);
        remove(sarif);
        LintFiles files = new LintFiles(
                productFile(),
                standardName(),
                base(),
                baseline == null ? base().resolve(BaselineFile.NAME) : baseline.toPath());
        if (!files.hasProduct() && anotherModuleHasProduct()) {
            tell().info("no-service-here", ProductFile.NAME);
            return;
        }
        Optional<BuildCache> cache = skippingCache();
        if (!files.any() && cache.isEmpty()) {
            tell().warn("nothing-to-lint", ProductFile.NAME);
            return;
        }
        Lint lint = new Lint(today, texts);
        cache.ifPresent(found -> lint.buildCache(new Place(shown(found.declaration()), found.line(), 1)));
        files.tell(lint, this::shown);
        Traffic measured = null;
        MojoExecutionException unread = null;
        try {
            measured = traffic(lint, now);
        } catch (MojoExecutionException e) {
            // What the files say is worth hearing all the same.
            unread = e;
        }
        LintReport report = lint.report(measured);
        write(report, texts, sarif);
        report.findings().forEach(this::print);
        cache.ifPresent(found -> BuildCache.configuration().forEach(getLog()::info));
        report.summary(texts).forEach(getLog()::info);
        getLog().info("SARIF: " + shown(sarif));
        if (fails.fails(report)) {
            throw new MojoFailureException(report.failure(texts, fails.id()));
        }
        if (unread != null) {
            throw unread;
        }
    }

    private boolean anotherModuleHasProduct() {
        return build().getProjects().stream()
                .filter(other -> !other.equals(module()))
                .map(other -> other.getBasedir().toPath().resolve(ProductFile.NAME))
                .anyMatch(Files::isRegularFile);
    }

    private @Nullable Traffic traffic(Lint lint, Instant now) throws MojoExecutionException {
        if (lint.effective().isEmpty() || lint.product().isEmpty()) {
            return null;
        }
        Standard held = lint.effective().get();
        Product product = lint.product().get();
        Window window = window(held, now);
        TelemetryRequest request = request(product);
        boolean local = request.location().isPresent();
        try {
            if (!local && namesService(request)) {
                lint.readsNewRelic(window.length());
            }
            return local || (traffic && canQuery(request)) ? measured(held, product, window) : null;
        } catch (TelemetryException e) {
            getLog().debug(e);
            if (e.kind() != TelemetryException.Kind.UNREACHABLE && e.kind() != TelemetryException.Kind.INCOMPLETE) {
                throw GoalException.of(e);
            }
            getLog().warn(texts().say(Message.of(e)));
            return null;
        }
    }

    private Traffic measured(Standard held, Product product, Window window) throws TelemetryException {
        return new Traffic(
                window,
                telemetry(product)
                        .require(TelemetrySource.class)
                        .measure(held.plan(window), new MavenProgress(tell(), System::nanoTime)));
    }

    private static boolean namesService(TelemetryRequest request) {
        return request.application().isPresent()
                || request.setting("guid").isPresent()
                || request.configs().values().stream().anyMatch(ProviderConfig::namesService);
    }

    /** A lint is for every build, also for those without a key or a network; it says what it leaves out. */
    private boolean canQuery(TelemetryRequest request) throws TelemetryException {
        Optional<Message> obstacle = provider(request).obstacle(request);
        obstacle.ifPresent(reason -> tell().warn("lint-no-traffic", reason));
        return obstacle.isEmpty();
    }

    private void print(Finding finding) {
        switch (finding.severity()) {
            case ERROR -> getLog().error(finding.line());
            case WARNING -> getLog().warn(finding.line());
            case NOTE -> getLog().info(finding.line());
        }
    }

    private static void remove(Path old) throws MojoExecutionException {
        try {
            Files.deleteIfExists(old);
        } catch (IOException e) {
            throw GoalException.of("cannot-remove", old, Message.of(e));
        }
    }

    private void write(LintReport report, Texts texts, Path file) throws MojoExecutionException {
        String version = execution().getPlugin().getVersion();
        try {
            ReportFiles.write(file, out -> SarifFile.write(report, version, texts, out));
        } catch (IOException e) {
            throw GoalException.of("cannot-write-output", file, Message.of(e));
        }
    }
}
