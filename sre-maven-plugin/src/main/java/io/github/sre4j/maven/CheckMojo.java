package io.github.sre4j.maven;

import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.tracking.file.AcceptedCandidatesFile;
import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.file.BaselineFile;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.fix.FixReviewer;
import io.github.sre4j.gate.CheckOutcome;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.console.ConsoleLine;
import io.github.sre4j.report.console.ConsoleReport;
import io.github.sre4j.report.console.OutageLines;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        if (!hasService()) {
            return;
        }
        Clock clock = Clock.systemUTC();
        Instant now = clock.instant();
        Path output = Objects.requireNonNull(outputDirectory).toPath();
        ReportWriter.removeOld(output);
        Texts texts = texts();
        Standard held = standard();
        Product product = product(now, held);
        Service service = service(product);
        Path cache = cacheDirectory != null ? cacheDirectory.toPath() : output;
        LastCheckStore lastCheck = new LastCheckStore(cache, service.name(), tell());
        PendingFixStore fixes = new PendingFixStore(cache, service.name(), tell());
        Window checked = window(held, now);
        Baseline known = BaselineFinder.find(baseline == null ? base().resolve(BaselineFile.NAME) : baseline.toPath());
        FixReviewer book = fixSettings(product).book(fixes.recorded(known), checked, now, tell());
        CheckOptions options = new CheckOptions(
                service,
                checked,
                enforcement(held),
                parameter("sre.onNoData", () -> OnNoData.of(onNoData)),
                known,
                override,
                book);
        ServiceLevelReport report;
        try {
            report = new ServiceLevelCheck(held, product, clock)
                    .run(telemetry(product).require(TelemetrySource.class), options, progress());
        } catch (TelemetryException e) {
            unavailable(e, lastCheck, texts, now);
            return;
        } catch (IllegalArgumentException e) {
            throw GoalException.of(e);
        }
        if (Sentences.judged(report.gate())) {
            if (history != null) {
                report = new History(history.toPath(), tell()).add(report);
            }
            new Publishing(tell()).publish(publish, report.summary(), () -> eventSink(product, publishUrl));
            if (request(product).location().isEmpty()) {
                lastCheck.keep(report);
            }
            fixes.keep(book, report.gate().fixes(), report.assessment(), known);
        }
        report = improvable(report, product);
        ReportWriter.write(report, texts, output);
        String fullReport = shown(output.resolve(ReportWriter.HTML));
        print(new ConsoleReport(texts).lines(report, fullReport));
        conclude(report.gate(), texts, fullReport);
    }

    /** What to change first, where something is missed. A check is none the worse for not knowing. */
    private ServiceLevelReport improvable(ServiceLevelReport report, Product product) throws MojoExecutionException {
        if (!Sentences.judged(report.gate())) {
            return report;
        }
        CandidateEnricher improvements = new CandidateEnricher(sources(), ownHosts(), Math.max(1, top));
        if (top < 1 || report.assessment().goal().missed() == 0) {
            return improvements.places(report);
        }
        try {
            return improvements.add(
                    report,
                    telemetry(product).require(EvidenceSource.class),
                    proposals == null ? base().resolve(AcceptedCandidatesFile.NAME) : proposals.toPath());
        } catch (TelemetryException e) {
            getLog().debug(e);
            tell().warn("no-candidates", Message.of(e));
            return improvements.places(report);
        }
    }

    private ProgressListener progress() {
        return build().getRequest().isInteractiveMode() && Ansi.onTerminal()
                ? new MavenProgress(tell(), System::nanoTime)
                : ProgressListener.NONE;
    }

    private void print(List<ConsoleLine> lines) {
        new ConsolePrinter(getLog(), Ansi.enabled(build())).print(lines);
    }

    /** Fails the build, or says why it goes on without a check. */
    private void unavailable(TelemetryException e, LastCheckStore lastCheck, Texts texts, Instant now)
            throws MojoExecutionException {
        // Maven would append the causes to the sentence; whoever wants them asks with -X.
        getLog().debug(e);
        boolean fails = parameter("sre.onUnavailable", () -> OnNoData.of(onUnavailable)) == OnNoData.FAIL;
        if (e.kind() != TelemetryException.Kind.UNREACHABLE || fails) {
            throw GoalException.of(e);
        }
        int inARow = lastCheck.failed();
        if (maxStaleRuns > 0 && inARow > maxStaleRuns) {
            throw GoalException.of("too-many-stale", inARow, maxStaleRuns, Message.of(e));
        }
        print(new OutageLines(texts).lines(texts.say(Message.of(e)), lastCheck.recall(), now, inARow, maxStaleRuns));
    }

    private void conclude(GateDecision gate, Texts texts, String fullReport)
            throws MojoExecutionException, MojoFailureException {
        if (gate.passed()) {
            return;
        }
        Sentences sentences = new Sentences(texts, TextEscaping::forTerminal);
        String message = sentences.verdict(gate) + " " + sentences.text("report.full", fullReport);
        if (gate.outcome() == CheckOutcome.MISSED) {
            throw new MojoFailureException(message);
        }
        throw new MojoExecutionException(message);
    }

    private Enforcement enforcement(Standard held) throws MojoExecutionException {
        String given = enforcement;
        return given == null ? held.enforcement() : parameter("sre.enforcement", () -> Enforcement.of(given));
    }
}
