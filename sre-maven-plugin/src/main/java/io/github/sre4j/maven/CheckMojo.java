package io.github.sre4j.maven;

import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.gate.Outcome;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.console.ConsoleReport;
import io.github.sre4j.sli.Service;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.events.EventFiles;
import io.github.sre4j.text.Texts;
import io.github.sre4j.text.Untrusted;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Measures the service in production, holds it against the standard, writes the report files, and passes or fails the build.
 *
 * <p>In a reactor it runs once for each module that has a service: one with an {@code sre.yaml}, or with {@code sre.app} or {@code
 * sre.events} set while it is not a {@code pom} module.
 *
 * @since 0.1
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractSreMojo {

    /** A build has the machine for itself less often than it thinks; beyond four threads files are read no faster anyway. */
    private static final int READING_THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.check.skip", defaultValue = "false")
    private boolean skipCheck;

    /**
     * File or folder of event files ({@code .ndjson}, {@code .json}, and {@code .gz} of these).
     *
     * @since 0.1
     */
    @Parameter(property = "sre.events")
    private @Nullable File events;

    /**
     * Application name as telemetry knows it. Default: {@code newrelic.app} in {@code sre.yaml}. With event files, needed only where they hold
     * more than one application.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.app")
    private @Nullable String app;

    /**
     * New Relic account id. Default: {@code newrelic.account} in {@code sre.yaml}; needed only where several accounts have a service of that
     * name.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.account")
    private @Nullable String account;

    /**
     * New Relic region: {@code us}, {@code eu}, {@code jp} or {@code gov}. Default: {@code newrelic.region} in {@code sre.yaml}, else {@code us}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.region")
    private @Nullable String region;

    /**
     * Address of NerdGraph; wins over the region.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.nerdgraphUrl")
    private @Nullable String nerdgraphUrl;

    /**
     * Server of settings.xml whose password is the New Relic user key, where the environment variable {@code NEW_RELIC_API_KEY} is not set.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.serverId", defaultValue = "newrelic")
    private String serverId = "newrelic";

    /**
     * What becomes of the build if New Relic cannot be reached: {@code warn} or {@code fail}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.onUnavailable", defaultValue = "warn")
    private String onUnavailable = "warn";

    /**
     * The product's own file. It may be missing.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.config", defaultValue = "${project.basedir}/sre.yaml")
    private @Nullable File config;

    /**
     * The standard: {@code default} for the one built in, a file, or a resource on the plugin's class path.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.standard", defaultValue = "default")
    private String standard = "default";

    /**
     * How far the check looks back, such as {@code 7d}, {@code 12h} or {@code PT12H}. Default: the standard's window.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.window")
    private @Nullable String window;

    /**
     * The end of the window, such as {@code 2026-11-22T09:00:00Z}. Default: now.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.until")
    private @Nullable String until;

    /**
     * What a miss does to the build: {@code observe} reports and passes, {@code enforce} fails. Default: the standard's.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.enforcement")
    private @Nullable String enforcement;

    /**
     * What becomes of the build if the whole service has no telemetry in the window: {@code fail} or {@code warn}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.onNoData", defaultValue = "fail")
    private String onNoData = "fail";

    /**
     * Where the report files go.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.outputDirectory", defaultValue = "${project.build.directory}/sre")
    private @Nullable File outputDirectory;

    /**
     * Language of console and reports: {@code en} or {@code ja}. Default: {@code en}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.locale", defaultValue = "en")
    private String locale = "en";

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private @Nullable MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private @Nullable MavenSession session;

    private final KeyFinder keys;

    /** Made by Maven. */
    @Inject
    public CheckMojo(KeyFinder keys) {
        this.keys = keys;
    }

    @Override
    String goalSkipProperty() {
        return "sre.check.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipCheck;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        MavenProject module = Objects.requireNonNull(project);
        MavenSession build = Objects.requireNonNull(session);
        Path productFile = Objects.requireNonNull(config).toPath();
        if (!hasService(module, build, productFile)) {
            return;
        }
        Clock clock = Clock.systemUTC();
        Instant now = clock.instant();
        Path output = Objects.requireNonNull(outputDirectory).toPath();
        ReportWriter.removeOld(output);
        Texts texts = parameter("sre.locale", () -> Texts.of(locale));
        Standard held = StandardFinder.find(standard, module.getBasedir().toPath());
        Product product = ProductFinder.find(productFile, LocalDate.ofInstant(now, ZoneOffset.UTC));
        CheckOptions options = new CheckOptions(
                new Service(serviceName(product, module), product.newRelic().account()),
                WindowParameters.window(window, until, held.window(), now),
                enforcement(held),
                parameter("sre.onNoData", () -> OnNoData.of(onNoData)));
        Optional<ServiceLevelReport> checked =
                check(new ServiceLevelCheck(held, product, clock), source(product, build), options, build);
        if (checked.isEmpty()) {
            return;
        }
        ServiceLevelReport report = checked.get();
        ReportWriter.write(report, texts, output);
        String fullReport = shown(output.resolve(ReportWriter.MARKDOWN), build);
        new ConsolePrinter(getLog(), Ansi.enabled(build)).print(new ConsoleReport(texts).lines(report, fullReport));
        conclude(report.gate(), texts, fullReport);
    }

    private boolean hasService(MavenProject module, MavenSession build, Path productFile)
            throws MojoExecutionException {
        List<Path> others = build.getProjects().stream()
                .filter(other -> !other.equals(module))
                .map(other -> other.getBasedir().toPath().resolve(ProductFinder.FILE_NAME))
                .toList();
        return switch (ReactorRule.decide(
                productFile,
                events != null || app != null,
                module.getPackaging().equals("pom"),
                others)) {
            case CHECK -> true;
            case ELSEWHERE -> {
                getLog().info("No service in this module: it has no " + ProductFinder.FILE_NAME + ".");
                yield false;
            }
            case NOWHERE ->
                throw new MojoExecutionException("nothing says which service to check; create '" + productFile
                        + "' or set sre.events to event files of the service");
        };
    }

    private TelemetrySource source(Product product, MavenSession build) throws MojoExecutionException {
        if (events != null) {
            String wanted = app != null ? app : product.newRelic().app();
            return new EventFiles(events.toPath(), shown(events.toPath(), build), wanted, READING_THREADS);
        }
        Optional<UserKey> key = keys.find(build, serverId);
        if (key.isEmpty()) {
            throw new MojoExecutionException(
                    "there is no telemetry to check; set sre.events to a file or folder of event files, or give a New"
                            + " Relic user key in " + KeyFinder.VARIABLE + " or in server '" + serverId
                            + "' of settings.xml");
        }
        if (build.isOffline()) {
            throw new MojoExecutionException(
                    "Maven is offline, so New Relic is not asked; set sre.events to event files, or run without -o");
        }
        if (!key.get().looksLikeUserKey()) {
            getLog().warn(
                            "The New Relic key does not begin as user keys do (NRAK); licence and ingest keys do not open NerdGraph.");
        }
        return new NewRelicParameters(app, account, region, nerdgraphUrl)
                .or(product.newRelic())
                .telemetry(build, key.get());
    }

    /** The report; empty if New Relic is out of reach and the build is to go on. */
    private Optional<ServiceLevelReport> check(
            ServiceLevelCheck check, TelemetrySource source, CheckOptions options, MavenSession build)
            throws MojoExecutionException {
        boolean unavailableFails = parameter("sre.onUnavailable", () -> OnNoData.of(onUnavailable)) == OnNoData.FAIL;
        ProgressListener progress = build.getRequest().isInteractiveMode() && Ansi.onTerminal()
                ? new MavenProgress(getLog(), System::nanoTime)
                : ProgressListener.NONE;
        try {
            return Optional.of(check.run(source, options, progress));
        } catch (TelemetryException e) {
            if (e.kind() == TelemetryException.Kind.UNREACHABLE && !unavailableFails) {
                getLog().warn("NOT CHECKED: " + e.getMessage()
                        + ". The build goes on; sre.onUnavailable=fail would stop it.");
                return Optional.empty();
            }
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void conclude(GateDecision gate, Texts texts, String fullReport)
            throws MojoExecutionException, MojoFailureException {
        if (gate.passed()) {
            return;
        }
        Sentences sentences = new Sentences(texts, Untrusted::forTerminal);
        String message = sentences.verdict(gate) + " " + sentences.text("report.full", fullReport);
        if (gate.outcome() == Outcome.MISSED) {
            throw new MojoFailureException(message);
        }
        throw new MojoExecutionException(message);
    }

    private Enforcement enforcement(Standard held) throws MojoExecutionException {
        String given = enforcement;
        return given == null ? held.enforcement() : parameter("sre.enforcement", () -> Enforcement.of(given));
    }

    private String serviceName(Product product, MavenProject module) {
        return product.serviceName().orElse(app != null ? app : module.getArtifactId());
    }

    /** A path as people find it: relative to where they typed the command. */
    private static String shown(Path file, MavenSession build) {
        Path here = Path.of(build.getExecutionRootDirectory()).toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }

    private static <T> T parameter(String name, Supplier<T> reader) throws MojoExecutionException {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(name + ": " + e.getMessage(), e);
        }
    }
}
