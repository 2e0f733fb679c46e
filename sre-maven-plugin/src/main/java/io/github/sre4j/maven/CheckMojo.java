package io.github.sre4j.maven;

import io.github.sre4j.advisor.check.CandidateContributor;
import io.github.sre4j.advisor.tracking.file.AcceptedCandidatesFile;
import io.github.sre4j.check.CheckResult;
import io.github.sre4j.check.CheckRunBuilder;
import io.github.sre4j.check.PublishMode;
import io.github.sre4j.check.file.CheckReports;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.maven.gate.CheckExecution;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
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
public final class CheckMojo extends AbstractFixMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.check.skip", defaultValue = "false")
    private boolean skipCheck;

    /** Shows all details on the console: every violation up to ten, incidents, waivers, notes, and candidates. The report has them in any case. */
    @Parameter(property = "sre.details", defaultValue = "false")
    private boolean details;

    /**
     * What becomes of the build if New Relic cannot be reached: {@code warn} or {@code fail}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.onUnavailable", defaultValue = "warn")
    private String onUnavailable = "warn";

    /**
     * How many checks in a row New Relic may be out of reach before the build fails even so; 0 for any number. They are counted in {@code
     * sre.cacheDirectory}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.maxStaleRuns", defaultValue = "10")
    private int maxStaleRuns = 10;

    /**
     * Folder that is kept between builds, for the last result: it is shown while New Relic is out of reach. Default: the output directory, which
     * {@code mvn clean} removes.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.cacheDirectory")
    private @Nullable File cacheDirectory;

    /**
     * What a miss does to the build: {@code ratchet} fails on a miss that {@code sre.baseline} does not know, or that is worse than known,
     * {@code observe} reports and passes, {@code enforce} fails. Default: the standard's.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.enforcement")
    private @Nullable String enforcement;

    /**
     * The misses known before, as {@code sre:baseline} writes them. It may be missing: then the ratchet fails no build, and says so.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.baseline", defaultValue = "${project.basedir}/sre-baseline.json")
    private @Nullable File baseline;

    /**
     * Why this one build is to pass although it misses, such as {@code -Dsre.override="carries the fix of SHOP-12"}; at least ten characters. The
     * report shows it in capital letters. It opens nothing else: a build without telemetry fails all the same.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.override")
    private @Nullable String override;

    /**
     * File to which each check appends one line, and from which the report tells what remained week by week and when the goal may be reached.
     * Default: none is kept.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.history")
    private @Nullable File history;

    /**
     * Whether the summary of each check is sent to New Relic as an {@code SreCheck} event: {@code true}, {@code dry-run} shows it instead, {@code
     * false}. It needs a licence (ingest) key in the environment variable {@code NEW_RELIC_LICENSE_KEY}, and the account.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.publish", defaultValue = "false")
    private String publish = "false";

    /**
     * Where events are sent, where that is not the region's own address.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.publish.url")
    private @Nullable String publishUrl;

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
     * How many improvement candidates the report shows in full; 0 for none, which saves the queries that find out why endpoints miss.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.top", defaultValue = "3")
    private int top = 3;

    /**
     * The proposals that were taken, as {@code sre:suggest} notes them; the check says what became of them.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.proposals", defaultValue = "${project.basedir}/sre-proposals.json")
    private @Nullable File proposals;

    /** Made by Maven. */
    @Inject
    public CheckMojo(KeyFinder keys) {
        super(keys);
    }

    @Override
    String goalSkipProperty() {
        return "sre.check.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipCheck;
    }

    /** A check that does not run leaves no result of an earlier one, and is not told in passing. */
    @Override
    void skipped(String property) throws MojoExecutionException {
        CheckExecution.mark(module());
        removeOld(Objects.requireNonNull(outputDirectory).toPath());
        tell().warn("check-skipped", property);
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        CheckExecution.mark(module());
        if (!hasService()) {
            return;
        }
        Path output = Objects.requireNonNull(outputDirectory).toPath();
        removeOld(output);
        Instant now = Instant.now();
        Texts texts = texts();
        Standard held = standard();
        Product product = product(now, held);
        CheckRunBuilder check = new CheckRunBuilder(held, product)
                .telemetry(request(product).withSetting("publish.url", publishUrl))
                .service(service(product))
                .window(window(held, now))
                .enforcement(enforcement(held))
                .onNoData(parameter("sre.onNoData", () -> OnNoData.of(onNoData)))
                .onUnavailable(parameter("sre.onUnavailable", () -> OnNoData.of(onUnavailable)), maxStaleRuns)
                .baseline(knownViolations(baseline))
                .override(override)
                .fixes(fixSettings())
                .sources(this::sources)
                .contributor(new CandidateContributor(
                        this::sources, ownHosts(), top, file(proposals, AcceptedCandidatesFile.NAME)))
                .history(history == null ? null : history.toPath())
                .buildId(build().getStartTime().toInstant().toEpochMilli() + "-"
                        + ProcessHandle.current().pid())
                .publish(PublishMode.of(publish))
                .output(output)
                .cache(cacheDirectory == null ? null : cacheDirectory.toPath())
                .display(this::shown)
                .texts(texts)
                .listener(new GoalListener(tell(), showsProgress()));
        CheckResult result;
        try {
            result = check.run();
        } catch (TelemetryException | IOException | IllegalArgumentException e) {
            getLog().debug(e);
            throw GoalException.of(e);
        }
        new ConsolePrinter(getLog(), Ansi.enabled(build()))
                .print(details ? result.lines(texts) : result.summary(texts));
        if (result instanceof CheckResult.Completed completed && !completed.passed()) {
            String verdict = completed.verdict(texts);
            if (completed.isViolation()) {
                throw new MojoFailureException(verdict);
            }
            throw new MojoExecutionException(verdict);
        }
    }

    /** A check that fails early, such as by a wrong setting, must not leave the result of another one. */
    private static void removeOld(Path output) throws MojoExecutionException {
        try {
            CheckReports.removeOld(output);
        } catch (IOException e) {
            throw GoalException.of(e);
        }
    }

    private Path file(@Nullable File given, String name) {
        return given == null ? base().resolve(name) : given.toPath();
    }

    private boolean showsProgress() {
        return build().getRequest().isInteractiveMode() && Ansi.onTerminal();
    }

    private Enforcement enforcement(Standard held) throws MojoExecutionException {
        String given = enforcement;
        return given == null ? held.enforcement() : parameter("sre.enforcement", () -> Enforcement.of(given));
    }
}
