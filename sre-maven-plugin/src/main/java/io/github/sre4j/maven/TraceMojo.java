package io.github.sre4j.maven;

import io.github.sre4j.advisor.place.IndexedPlaces;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.file.AtomicFile;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.standard.Product;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.LocalizedFailure;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceNote;
import io.github.sre4j.trace.period.PeriodComparison;
import io.github.sre4j.trace.period.PeriodSelection;
import io.github.sre4j.trace.period.TimeRange;
import io.github.sre4j.trace.render.HtmlStory;
import io.github.sre4j.trace.render.MarkdownStory;
import io.github.sre4j.trace.render.PeriodStory;
import io.github.sre4j.trace.render.TerminalStory;
import io.github.sre4j.trace.render.json.JsonPeriod;
import io.github.sre4j.trace.render.json.JsonStory;
import io.github.sre4j.trace.render.json.StoryStream;
import io.github.sre4j.trace.source.RequestId;
import io.github.sre4j.trace.source.TraceSource;
import io.github.sre4j.trace.story.TraceAnalyzer;
import io.github.sre4j.trace.story.TraceStory;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Tells the story of one request: what was asked, what took the time, what failed first and where, what the logs say, what to look at next. From New
 * Relic, or from files: New Relic's event files, OTLP JSON, Jaeger JSON, Zipkin v2 JSON. Or what differs between two requests, or between the slow and the
 * normal requests of an endpoint. Secrets and people's data are masked before anything is printed or written. Needs no project.
 *
 * @since 0.1
 */
@Mojo(name = "trace", requiresProject = false, aggregator = true, threadSafe = true)
public final class TraceMojo extends AbstractServiceMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.trace.skip", defaultValue = "false")
    private boolean skipTrace;

    /**
     * The trace id, the guid of a transaction, or an address of New Relic that holds one of them. Event files that hold one trace alone need
     * none.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.traceId")
    private @Nullable String traceId;

    /**
     * With {@code sre.events} and without a trace id: writes one story a line for every trace of the files, to {@code sre-traces.ndjson}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.all", defaultValue = "false")
    private boolean all;

    /**
     * Another request, named as in {@code sre.traceId}: what differs between the two is told.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.compareTo")
    private @Nullable String compareTo;

    /**
     * With {@code sre.events}: an endpoint, such as {@code GET /owners/{ownerId}}, whose slow requests are compared with its normal ones.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.endpoint")
    private @Nullable String endpoint;

    /**
     * With {@code sre.endpoint}: requests that take longer, such as {@code 500ms}, are the slow ones, all others normal. Default: the slowest
     * tenth (at least 20) against the faster half.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.slowerThan")
    private @Nullable String slowerThan;

    /**
     * Start of a period that is compared with a reference, up to {@code sre.until}: a time of day such as {@code 10:02}, in the time zone of the machine, or
     * an instant such as {@code 2026-11-22T10:02:00Z}. The causes of what differs are ranked. Reads {@code sre.events} or New Relic.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.from")
    private @Nullable String from;

    /**
     * With {@code sre.from}: the reference, such as {@code 09:00-09:30} or two instants with a slash between them. Default: the hour before, the hour around
     * the same time a day or a week before, or all other requests of the files: the first with at least 20 requests.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.reference")
    private @Nullable String reference;

    /**
     * Folder for the files. Default: {@code sre} in the build directory, or {@code sre-trace} here without a project.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.outputDirectory")
    private @Nullable File outputDirectory;

    /** Made by Maven. */
    @Inject
    public TraceMojo(KeyFinder keys) {
        super(keys);
    }

    @Override
    String goalSkipProperty() {
        return "sre.trace.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipTrace;
    }

    @Override
    void run() throws MojoExecutionException {
        Texts texts = texts();
        if (from != null) {
            period(TracePeriods.range(from, untilParameter()), texts);
            return;
        }
        if (endpoint != null) {
            compared(TraceComparisons.slowAgainstNormal(traces(), endpoint, slowerThan, texts));
            return;
        }
        if (all && traceId == null) {
            everyTrace(texts);
            return;
        }
        TraceData data = traceId == null ? onlyTrace() : request(traceId, "sre.traceId");
        if (compareTo != null) {
            compared(TraceComparisons.pair(data, request(compareTo, "sre.compareTo"), texts));
            return;
        }
        TraceStory story = analyzer().read(data);
        Path folder = output();
        write(folder.resolve("sre-trace.json"), JsonStory.of(story, texts));
        write(folder.resolve("sre-trace.md"), MarkdownStory.of(story, texts));
        write(folder.resolve("sre-trace.html"), HtmlStory.of(story, texts));
        TerminalStory.brief(story, texts, TerminalStory.WIDTH, Ansi.enabled(build()))
                .lines()
                .forEach(getLog()::info);
        getLog().info(shown(folder.resolve("sre-trace.html")));
    }

    private void period(TimeRange window, Texts texts) throws MojoExecutionException {
        TimeRange usual = reference == null ? null : TracePeriods.reference(reference);
        PeriodSelection selection = read(source(), each -> each.period(window, usual));
        TracePeriods.requireRequests(selection);
        PeriodComparison comparison = selection.compare();
        PeriodStory story = new PeriodStory(selection, comparison);
        Path folder = output();
        write(folder.resolve("sre-period.json"), JsonPeriod.of(selection, comparison));
        write(folder.resolve("sre-period.md"), story.markdown(texts));
        write(folder.resolve("sre-period.html"), story.html(texts));
        story.terminal(texts, TerminalStory.WIDTH).lines().forEach(getLog()::info);
        getLog().info("");
        getLog().info(shown(folder.resolve("sre-period.html")));
    }

    private void compared(TraceComparisons.Result result) throws MojoExecutionException {
        Path folder = output();
        write(folder.resolve("sre-compare.json"), result.json());
        write(folder.resolve("sre-compare.md"), result.markdown());
        result.terminal().lines().forEach(getLog()::info);
        getLog().info("");
        getLog().info(shown(folder.resolve("sre-compare.json")));
    }

    /** Reads stories with their places in the sources of the product, if there are any. */
    private TraceAnalyzer analyzer() {
        SourceIndex sources = sources();
        return sources == SourceIndex.NONE
                ? TraceAnalyzer.DEFAULT
                : TraceAnalyzer.DEFAULT.withPlaces(new IndexedPlaces(sources));
    }

    /** What is known of a request, if anything is, and if it is no half of it. */
    private TraceData request(String pasted, String property) throws MojoExecutionException {
        RequestId request = parameter(property, () -> RequestId.in(pasted));
        TraceSource source = source();
        TraceData data = read(source, each -> each.find(request, window(each.retention(), Instant.now())));
        Optional<TraceNote> fresh = data.readNotes().stream()
                .filter(note -> note.kind() == TraceNote.Kind.TOO_FRESH)
                .findFirst();
        if (fresh.isPresent()) {
            Duration age = Duration.ofNanos(fresh.get().nanos());
            throw GoalException.of(
                    "too-fresh",
                    request,
                    age.toSeconds(),
                    source.arrival().toSeconds(),
                    source.arrival().minus(age).toSeconds() + 1);
        }
        if (data.spans().isEmpty()
                && data.transactions().isEmpty()
                && data.logs().isEmpty()) {
            throw GoalException.of("nothing-of-request", request);
        }
        return data;
    }

    /** The trace of files that hold one alone needs no id. */
    private TraceData onlyTrace() throws MojoExecutionException {
        if (request(Product.NOT_CONFIGURED).location().isEmpty()) {
            throw GoalException.of("which-request");
        }
        List<TraceData> traces = traces();
        if (traces.size() == 1) {
            return traces.get(0);
        }
        throw traces.isEmpty()
                ? GoalException.of("no-traces")
                : GoalException.of("which-trace", traces.size(), traces.get(0).traceId());
    }

    private void everyTrace(Texts texts) throws MojoExecutionException {
        List<TraceData> traces = traces();
        if (traces.isEmpty()) {
            throw GoalException.of("no-traces");
        }
        Path file = output().resolve("sre-traces.ndjson");
        TraceAnalyzer analyzer = analyzer();
        write(file, out -> StoryStream.write(traces, analyzer, texts, out));
        tell().info("traces-written", traces.size(), shown(file));
    }

    /** Reads from a source of traces. */
    @FunctionalInterface
    private interface Reading<T> {
        T from(TraceSource source) throws IOException, MojoExecutionException;
    }

    private List<TraceData> traces() throws MojoExecutionException {
        if (request(Product.NOT_CONFIGURED).location().isEmpty()) {
            throw GoalException.of("all-needs-files");
        }
        return read(source(), TraceSource::traces).orElseThrow(() -> GoalException.of("all-needs-files"));
    }

    private TraceSource source() throws MojoExecutionException {
        try {
            return telemetry(Product.NOT_CONFIGURED).require(TraceSource.class);
        } catch (TelemetryException e) {
            throw GoalException.of(e);
        }
    }

    private <T> T read(TraceSource source, Reading<T> reading) throws MojoExecutionException {
        try {
            return reading.from(source);
        } catch (IOException e) {
            getLog().debug(e);
            if (e instanceof LocalizedFailure) {
                throw GoalException.of(e);
            }
            Path files = request(Product.NOT_CONFIGURED).location().orElse(Path.of(""));
            throw GoalException.of("cannot-read", shown(files), Message.of(e));
        }
    }

    private Path output() {
        if (outputDirectory != null) {
            return outputDirectory.toPath();
        }
        return module().getFile() == null
                ? base().resolve("sre-trace")
                : Path.of(module().getBuild().getDirectory()).resolve("sre");
    }

    private static void write(Path file, String text) throws MojoExecutionException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void write(Path file, AtomicFile.Content content) throws MojoExecutionException {
        try {
            ReportFiles.write(file, content);
        } catch (IOException e) {
            throw GoalException.of("cannot-write", file, Message.of(e));
        }
    }
}
