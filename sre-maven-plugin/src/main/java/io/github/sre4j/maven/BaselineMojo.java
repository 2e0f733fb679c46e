package io.github.sre4j.maven;

import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.BaselineComparison.Missed;
import io.github.sre4j.baseline.BaselineUpdate;
import io.github.sre4j.baseline.KnownViolation;
import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.baseline.file.BaselineFile;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.check.file.KnownViolations;
import io.github.sre4j.fix.FixRecording;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.Deployment;
import io.github.sre4j.telemetry.DeploymentSource;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes down the misses that are known, or tightens what was written: takes off what is met or gone, lowers what has become better. A miss that
 * is new or worse is let in only for a reason, which the file records, or for a time if the change under build touches the code behind it. Commit the file; {@code sre:check} reads it under {@code ratchet}.
 *
 * @since 0.1
 */
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends AbstractFixMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.baseline.skip", defaultValue = "false")
    private boolean skipBaseline;

    /**
     * The file.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.baseline", defaultValue = "${project.basedir}/sre-baseline.json")
    private @Nullable File baseline;

    /**
     * Why misses that are new or worse are let in, such as {@code -Dsre.baseline.raise="bulk import until March, SHOP-31"}; at least ten
     * characters. Without it the file only gets tighter.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.baseline.raise")
    private @Nullable String raise;

    /** Made by Maven. */
    @Inject
    public BaselineMojo(KeyFinder keys) {
        super(keys);
    }

    @Override
    String goalSkipProperty() {
        return "sre.baseline.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipBaseline;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        if (!hasService()) {
            return;
        }
        if (raise != null && raise.strip().length() < 10) {
            throw GoalException.of("raise-no-reason", raise);
        }
        Path file = baseline == null ? base().resolve(BaselineFile.NAME) : baseline.toPath();
        Baseline before = Files.exists(file) ? KnownViolations.find(file) : null;
        Texts words = texts();
        Instant now = Instant.now();
        Standard held = standard();
        Product product = product(now, held);
        ServiceLevelReport report = report(held, product, now);
        if (!Sentences.judged(report.gate())) {
            throw new MojoExecutionException(new Sentences(words, TextEscaping::forTerminal).verdict(report.gate()));
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<PendingFix> fixes = before == null ? List.of() : before.fixes();
        BaselineUpdate next = FixRecording.of(
                BaselineUpdate.of(report.assessment(), before, today, raise),
                report.assessment(),
                fixSettings()
                        .reviewer(
                                fixes,
                                report.assessment().window(),
                                now,
                                window -> deployments(product, window),
                                tell()::debug),
                today);
        print(words.of(BaselineMojo.class), next);
        print(words.of(BaselineMojo.class), next.baseline(), fixes);
        write(words.of(BaselineMojo.class), file, before, next.baseline());
        if (!next.refused().isEmpty()) {
            throw new MojoFailureException(words.of(BaselineMojo.class)
                    .get("baseline.refused", next.refused().size()));
        }
    }

    private List<Deployment> deployments(Product product, Window window) throws TelemetryException {
        Optional<DeploymentSource> source = telemetry(product).capability(DeploymentSource.class);
        return source.isPresent() ? source.get().deployments(window) : List.of();
    }

    private ServiceLevelReport report(Standard held, Product product, Instant now) throws MojoExecutionException {
        CheckOptions options =
                new CheckOptions(service(product), window(held, now), Enforcement.OBSERVE, OnNoData.FAIL);
        try {
            return new ServiceLevelCheck(held, product, Clock.systemUTC())
                    .run(telemetry(product).require(TelemetrySource.class), options, ProgressListener.NONE);
        } catch (TelemetryException e) {
            getLog().debug(e);
            throw GoalException.of(e);
        }
    }

    private void print(Texts words, BaselineUpdate next) {
        entries(words, "baseline.added", next.added());
        entries(words, "baseline.raised", next.raised());
        entries(words, "baseline.lowered", next.lowered());
        entries(words, "baseline.removed", next.removed());
        for (Missed missed : next.refused()) {
            getLog().error(words.get(
                    "baseline.not-taken", TextEscaping.forTerminal(missed.label()), kind(words, missed.kind())));
        }
    }

    private void print(Texts words, Baseline next, List<PendingFix> before) {
        for (PendingFix fix : next.fixes()) {
            if (!before.contains(fix)) {
                getLog().info(words.get(
                        "baseline.fix",
                        TextEscaping.forTerminal(Endpoint.of(fix.endpoint()).label()),
                        kind(words, fix.kind()),
                        words.formats().date(fix.until())));
            }
        }
    }

    private void entries(Texts words, String key, List<KnownViolation> entries) {
        for (KnownViolation entry : entries) {
            getLog().info(words.get(
                    key,
                    TextEscaping.forTerminal(Endpoint.of(entry.endpoint()).label()),
                    kind(words, entry.kind()),
                    words.formats().percent(entry.tally().badRatio())));
        }
    }

    private static String kind(Texts words, SliKind kind) {
        return switch (kind) {
            case LATENCY -> words.get("baseline.latency");
            case ERRORS -> words.get("baseline.errors");
            case SHIFT -> words.get("baseline.shift");
        };
    }

    private void write(Texts words, Path file, @Nullable Baseline before, Baseline next) throws MojoExecutionException {
        String shown = shown(file);
        if (next.equals(before)) {
            getLog().info(words.get("baseline.unchanged", shown, next.misses().size()));
            return;
        }
        Baseline now = Files.exists(file) ? KnownViolations.find(file) : null;
        if (!Objects.equals(now, before)) {
            throw GoalException.of("baseline-changed", shown);
        }
        try {
            ReportFiles.write(file, out -> out.write(BaselineFile.text(next).getBytes(StandardCharsets.UTF_8)));
            getLog().info(words.get("baseline.written", shown, next.misses().size()));
            if (GitAttributes.add(file)) {
                getLog().info(words.get("baseline.merge", BaselineFile.GIT_ATTRIBUTE));
            }
        } catch (IOException e) {
            throw GoalException.of("cannot-write", file, Message.of(e));
        }
    }
}
