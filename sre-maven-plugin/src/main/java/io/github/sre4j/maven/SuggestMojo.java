package io.github.sre4j.maven;

import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.advisor.CandidatePlan;
import io.github.sre4j.advisor.CandidateTracking;
import io.github.sre4j.advisor.check.CandidateContributor;
import io.github.sre4j.advisor.evidence.EvidenceSource;
import io.github.sre4j.advisor.narration.ChatEndpoint;
import io.github.sre4j.advisor.narration.Narration;
import io.github.sre4j.advisor.narration.Narrator;
import io.github.sre4j.advisor.report.CandidateLines;
import io.github.sre4j.advisor.report.CandidatePart;
import io.github.sre4j.advisor.report.CandidateSentences;
import io.github.sre4j.advisor.report.CandidatesDocument;
import io.github.sre4j.advisor.report.CandidatesSarif;
import io.github.sre4j.advisor.report.GitHubDocument;
import io.github.sre4j.advisor.tracking.AcceptedCandidate;
import io.github.sre4j.advisor.tracking.file.AcceptedCandidatesFile;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.EndpointLocations;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.check.file.CheckReports;
import io.github.sre4j.code.HandlerCoverage;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.file.FileLock;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.sli.EndpointName;
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
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the few changes that give users most time back: for every endpoint that misses the standard the cause, what it rests on, the place in the
 * source, a proposal, what it gives back at most, and when it is done. Writes {@code sre-candidates.md}, {@code sre-candidates.sarif} and {@code
 * sre-report.json}. Fails no build because of what it finds.
 *
 * @since 0.1
 */
@Mojo(name = "suggest", threadSafe = true)
public final class SuggestMojo extends AbstractServiceMojo {

    private static final List<String> FORMATS = List.of("markdown", "github", "sarif", "json");

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.suggest.skip", defaultValue = "false")
    private boolean skipSuggest;

    /**
     * How many candidates are shown in full; the others get a line each.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.top", defaultValue = "3")
    private int top = 3;

    /**
     * Rank of the candidate that somebody is going to follow: what it promises is noted in {@code sre.fixes}, and later checks say what became
     * of it.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.take")
    private @Nullable Integer take;

    /**
     * The change that {@code sre.take} is about, as the version control names it.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.commit")
    private @Nullable String commit;

    /**
     * The proposals that were taken; kept in version control, beside the baseline.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.proposals", defaultValue = "${project.basedir}/sre-proposals.json")
    private @Nullable File fixes;

    /**
     * Address of a chat endpoint that speaks the OpenAI protocol, up to and including {@code /chat/completions}: its model writes words around the
     * candidates that are shown in full. It gets masked facts and nothing else; findings, ranking and places are the same without. Default: none
     * is asked. Its key, if it needs one, stands in the environment variable {@code SRE_LLM_API_KEY}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.llm.url")
    private @Nullable String llmUrl;

    /**
     * The model behind {@code sre.llm.url}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.llm.model")
    private @Nullable String llmModel;

    /**
     * Tokens to spend on words in a run, at most.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.llm.maxTokens", defaultValue = "8000")
    private long llmMaxTokens = 8_000;

    /**
     * What is written, divided by commas: {@code markdown} (sre-candidates.md, all candidates), {@code github} (sre-candidates.github.md, no longer than an issue or
     * comment of GitHub may be), {@code sarif} (sre-candidates.sarif) and {@code json} (sre-report.json).
     *
     * @since 0.1
     */
    @Parameter(property = "sre.format", defaultValue = "markdown,sarif,json")
    private String format = "markdown,sarif,json";

    /**
     * Where the files go. Default: {@code sre} in the build directory.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.outputDirectory", defaultValue = "${project.build.directory}/sre")
    private @Nullable File outputDirectory;

    /** Made by Maven. */
    @Inject
    public SuggestMojo(KeyFinder keys) {
        super(keys);
    }

    @Override
    String goalSkipProperty() {
        return "sre.suggest.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipSuggest;
    }

    @Override
    void run() throws MojoExecutionException {
        if (!hasService()) {
            return;
        }
        if (top < 1) {
            throw GoalException.of("top-too-small", Integer.toString(top));
        }
        formats();
        Texts texts = texts();
        Instant now = Instant.now();
        Standard held = standard();
        Product product = product(now, held);
        Path output = output();
        removeOld(output);
        ServiceLevelReport report = measured(held, product, now);
        if (!Sentences.judged(report.gate())) {
            throw new MojoExecutionException(new Sentences(texts, TextEscaping::forTerminal).verdict(report.gate()));
        }
        List<EndpointName> endpoints = report.assessment().endpoints().stream()
                .map(each -> each.endpoint().name())
                .toList();
        SourceIndex sources = sources().withEndpoints(endpoints);
        try {
            report = EndpointLocations.addTo(report, sources);
            report = report.with(new CandidateContributor(() -> sources, ownHosts(), top, proposalsFile())
                    .candidates(report, telemetry(product)));
        } catch (TelemetryException | IOException e) {
            getLog().debug(e);
            throw GoalException.of(e);
        }
        report = told(report, texts, output);
        if (take != null) {
            note(report, product, texts, take);
        }
        write(report, texts, sources, output);
        productSources().notes().forEach(note -> getLog().info(note.in(texts)));
        if (sources != SourceIndex.NONE) {
            String coverage = HandlerCoverage.of(sources, endpoints).summary(texts);
            getLog().info(TextEscaping.forTerminal(coverage));
        }
        new ConsolePrinter(getLog(), Ansi.enabled(build()))
                .print(new CandidateLines(texts)
                        .lines(
                                report.service(),
                                report.assessment(),
                                CandidatePart.planOf(report).orElseThrow(),
                                sources != SourceIndex.NONE,
                                shown(output.resolve(CandidatesDocument.NAME))));
    }

    /** The report with a model's words, where one is configured. */
    private ServiceLevelReport told(ServiceLevelReport report, Texts texts, Path output) throws MojoExecutionException {
        if (llmUrl == null) {
            return report;
        }
        String url = llmUrl;
        String model = llmModel;
        if (model == null || model.isBlank()) {
            throw GoalException.of("which-model");
        }
        ChatEndpoint endpoint = parameter(
                "sre.llm.url",
                () -> new ChatEndpoint(URI.create(url), model, System.getenv("SRE_LLM_API_KEY"), ANSWER_WITHIN));
        Narrator narrator = new Narrator(endpoint, llmMaxTokens, output.resolve("words"));
        CandidatePlan plan = CandidatePart.planOf(report).orElseThrow();
        CandidateSentences sentences =
                new CandidateSentences(texts, UnaryOperator.identity(), UnaryOperator.identity());
        String language = texts.locale().getDisplayLanguage(Locale.ENGLISH);
        List<Narration> narrations = new ArrayList<>();
        for (Candidate candidate : plan.first()) {
            narrations.add(
                    narrator.tell(candidate.rank(), sentences.factLines(candidate, plan.windowDays()), language));
        }
        narrations.stream()
                .filter(each -> each.sentences().isEmpty())
                .forEach(each -> tell().info(
                                "no-words", each.rank(), model, each.outcome().id()));
        return report.with(new CandidatePart(plan.with(narrations)));
    }

    private Path output() {
        return outputDirectory == null ? base().resolve("sre") : outputDirectory.toPath();
    }

    private Path proposalsFile() {
        return fixes == null ? base().resolve(AcceptedCandidatesFile.NAME) : fixes.toPath();
    }

    /** Notes what a candidate promises; windows that begin from now on have the change. */
    private void note(ServiceLevelReport report, Product product, Texts texts, int rank) throws MojoExecutionException {
        Candidate candidate = CandidatePart.planOf(report).orElseThrow().candidates().stream()
                .filter(each -> each.rank() == rank)
                .findFirst()
                .orElseThrow(() -> GoalException.of(
                        "no-such-candidate",
                        Integer.toString(rank),
                        CandidatePart.planOf(report).orElseThrow().candidates().size()));
        CandidateSentences words = new CandidateSentences(texts, TextEscaping::forTerminal, TextEscaping::forTerminal);
        try {
            List<AcceptedCandidate> taken = CandidateTracking.take(
                    candidate,
                    report.assessment(),
                    telemetry(product).require(EvidenceSource.class),
                    helped -> words.title(candidate, helped),
                    report.generatedAt(),
                    commit);
            FileLock.during(output().resolve(".sre-proposals.lock"), ignored -> {
                List<AcceptedCandidate> all = new ArrayList<>(AcceptedCandidatesFile.read(proposalsFile()));
                all.removeIf(each -> taken.stream().anyMatch(now -> now.key().equals(each.key())));
                all.addAll(taken);
                text(proposalsFile(), AcceptedCandidatesFile.text(all));
                return all;
            });
        } catch (TelemetryException e) {
            throw GoalException.of(e);
        } catch (IOException | IllegalArgumentException e) {
            throw GoalException.of("sre.take", e);
        }
        tell().info("proposal-noted", shown(proposalsFile()), words.title(candidate));
    }

    /** What a check would find; whether the build would pass is not asked. */
    private ServiceLevelReport measured(Standard held, Product product, Instant now) throws MojoExecutionException {
        CheckOptions options =
                new CheckOptions(service(product), window(held, now), Enforcement.OBSERVE, OnNoData.FAIL);
        try {
            return new ServiceLevelCheck(held, product, Clock.systemUTC())
                    .run(telemetry(product).require(TelemetrySource.class), options, ProgressListener.NONE);
        } catch (TelemetryException e) {
            getLog().debug(e);
            throw GoalException.of(e);
        } catch (IllegalArgumentException e) {
            throw GoalException.of(e);
        }
    }

    private static void removeOld(Path output) throws MojoExecutionException {
        try {
            ReportFiles.removeOld(output, List.of(CandidatesDocument.NAME, GitHubDocument.NAME, CandidatesSarif.NAME));
        } catch (IOException e) {
            throw cannotWrite(output, e);
        }
    }

    private void write(ServiceLevelReport report, Texts texts, SourceIndex sources, Path output)
            throws MojoExecutionException {
        String version = execution().getPlugin().getVersion();
        try {
            for (String each : formats()) {
                switch (each) {
                    case "markdown" ->
                        text(
                                output.resolve(CandidatesDocument.NAME),
                                new CandidatesDocument(texts).render(report, sources));
                    case "github" ->
                        text(output.resolve(GitHubDocument.NAME), new GitHubDocument(texts).render(report, sources));
                    case "sarif" ->
                        ReportFiles.write(
                                output.resolve(CandidatesSarif.NAME),
                                out -> CandidatesSarif.write(report, version, texts, out));
                    default -> JsonReport.write(report, output.resolve(CheckReports.JSON));
                }
            }
        } catch (IOException e) {
            throw cannotWrite(output, e);
        }
    }

    private static void text(Path file, String text) throws IOException {
        ReportFiles.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> formats() throws MojoExecutionException {
        List<String> formats = Arrays.stream(format.split(",", -1))
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        for (String each : formats) {
            if (!FORMATS.contains(each)) {
                throw GoalException.of("no-such-format", each, String.join(", ", FORMATS));
            }
        }
        return formats;
    }

    private static MojoExecutionException cannotWrite(Path output, IOException e) {
        return GoalException.of("cannot-write-output", output, Message.of(e));
    }
}
