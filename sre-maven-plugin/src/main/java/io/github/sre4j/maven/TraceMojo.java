package io.github.sre4j.maven;

import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.trace.RequestId;
import io.github.sre4j.newrelic.trace.RequestSearch;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Product;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.read.TraceFiles;
import io.github.sre4j.trace.read.UnreadableTraceException;
import io.github.sre4j.trace.render.HtmlStory;
import io.github.sre4j.trace.render.MarkdownStory;
import io.github.sre4j.trace.render.TerminalStory;
import io.github.sre4j.trace.render.json.JsonStory;
import io.github.sre4j.trace.story.TraceReading;
import io.github.sre4j.trace.story.TraceStory;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Tells the story of one request: what was asked, what took the time, what failed first and where, what the logs say, what to look at next. From New
 * Relic, or from event files. Secrets and people's data are masked before anything is printed or written. Needs no project.
 *
 * @since 0.1
 */
@Mojo(name = "trace", requiresProject = false, aggregator = true, threadSafe = true)
public final class TraceMojo extends AbstractServiceMojo {

    /** New Relic keeps spans for eight days. */
    private static final Duration KEPT = Duration.ofDays(8);

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.trace.skip", defaultValue = "false")
    private boolean skipTrace;

    /**
     * The trace id, the guid of a transaction, or an address of New Relic that holds one of them.
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
     * Folder for the files. Default: {@code sre} in the build directory, or {@code sre-trace} here without a project.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.outputDirectory")
    private @Nullable File outputDirectory;

    /**
     * Language: {@code en} or {@code ja}.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.locale", defaultValue = "en")
    private String locale = "en";

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
        Texts texts = parameter("sre.locale", () -> Texts.of(locale));
        if (all && traceId == null) {
            everyTrace(texts);
            return;
        }
        String pasted = traceId;
        if (pasted == null) {
            throw new MojoExecutionException("nothing says which request to tell of; set sre.traceId to a trace id");
        }
        RequestId request = parameter("sre.traceId", () -> RequestId.in(pasted));
        TraceStory story = TraceReading.DEFAULT.read(eventFiles().isPresent() ? fromFiles(request) : ask(request));
        if (!story.known()) {
            throw new MojoExecutionException("there is nothing of the request " + request
                    + "; check the id, the account and the region, and if it is younger than two minutes try again: spans take about 90"
                    + " seconds to arrive");
        }
        Path folder = output();
        write(folder.resolve("sre-trace.json"), JsonStory.of(story, texts));
        write(folder.resolve("sre-trace.md"), MarkdownStory.of(story, texts));
        write(folder.resolve("sre-trace.html"), HtmlStory.of(story, texts));
        TerminalStory.of(story, texts, TerminalStory.WIDTH, Ansi.enabled(build()))
                .lines()
                .forEach(getLog()::info);
        getLog().info("");
        getLog().info(shown(folder.resolve("sre-trace.html")));
    }

    private void everyTrace(Texts texts) throws MojoExecutionException {
        StringBuilder lines = new StringBuilder();
        int count = 0;
        for (TraceData data : files().traces()) {
            lines.append(JsonStory.line(TraceReading.DEFAULT.read(data), texts)).append('\n');
            count++;
        }
        if (count == 0) {
            throw new MojoExecutionException("there is no span in the event files; sre.events must hold Span rows");
        }
        Path file = output().resolve("sre-traces.ndjson");
        write(file, lines.toString());
        getLog().info(count + " traces: " + shown(file));
    }

    private TraceData fromFiles(RequestId request) throws MojoExecutionException {
        TraceFiles files = files();
        return request.transaction() ? files.transaction(request.id()) : files.trace(request.id());
    }

    private TraceFiles files() throws MojoExecutionException {
        Path files = eventFiles()
                .orElseThrow(() -> new MojoExecutionException(
                        "sre.all tells of every trace of event files; set sre.events to a file or folder"));
        try {
            return TraceFiles.read(files);
        } catch (UnreadableTraceException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "the event files '" + shown(files) + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private TraceData ask(RequestId request) throws MojoExecutionException {
        NewRelicParameters where = newRelic(Product.UNSAID);
        try {
            return new RequestSearch(nerdGraph(where), where.accountId()).find(request, lookedBack());
        } catch (NerdGraphException e) {
            getLog().debug(e);
            throw new MojoExecutionException(e.getMessage());
        }
    }

    /** As far as New Relic keeps spans, unless the build asks for another window. */
    private Window lookedBack() throws MojoExecutionException {
        return window(KEPT, Instant.now());
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
        try {
            ReportFiles.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new MojoExecutionException("'" + file + "' cannot be written: " + e.getMessage(), e);
        }
    }
}
