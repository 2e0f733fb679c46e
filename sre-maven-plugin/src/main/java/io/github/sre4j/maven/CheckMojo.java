package io.github.sre4j.maven;

import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.gate.Outcome;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
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

    private final ServiceFinder services;

    /** Made by Maven. */
    public CheckMojo() {
        this.services = new ServiceFinder();
    }
}
