package io.github.sre4j.trace.render.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.CriticalPath;
import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanTimes;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.place.SourcePlace;
import io.github.sre4j.trace.render.CitedLogs;
import io.github.sre4j.trace.render.StoryText;
import io.github.sre4j.trace.render.TerminalStory;
import io.github.sre4j.trace.story.Fact;
import io.github.sre4j.trace.story.StoryLine;
import io.github.sre4j.trace.story.StoryPlace;
import io.github.sre4j.trace.story.TraceStory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The story file, {@code schemaVersion} 1: path, times of every span, error origin, findings, what is missing, the story. */
public final class JsonStory {

    /** Raised when a field is renamed or removed; fields may be added. */
    public static final int SCHEMA_VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonStory() {}

    /** The file, indented. */
    public static String of(TraceStory story, Texts texts) {
        return write(story, texts, true);
    }

    /** The file on one line, for many stories in one file. */
    public static String line(TraceStory story, Texts texts) {
        return write(story, texts, false);
    }

    private static String write(TraceStory story, Texts texts, boolean indented) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            if (indented) {
                json.useDefaultPrettyPrinter();
            }
            document(new Json(json), story, words(texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** How names and sentences stand in files. */
    static StoryText words(Texts texts) {
        return new StoryText(texts, TerminalStory.style());
    }

    /** One story on a line, without its line feed. */
    static void line(TraceStory story, StoryText words, OutputStream out) throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            document(new Json(json), story, words);
        }
    }

    private static void document(Json json, TraceStory story, StoryText words) throws IOException {
        Trace trace = story.trace();
        json.begin();
        json.number("schemaVersion", SCHEMA_VERSION);
        json.text("traceId", trace.id());
        json.millis("durationMs", trace.durationNanos());
        json.texts("services", trace.services());
        json.list("criticalPath");
        for (CriticalPath.Segment segment : story.analysis().path().segments()) {
            json.begin();
            json.text("spanId", segment.spanId());
            json.millis("fromMs", segment.fromNanos());
            json.millis("toMs", segment.toNanos());
            json.flag("assumed", segment.assumed());
            json.end();
        }
        json.endList();
        spans(json, story);
        new JsonFindings(json).write(story.analysis());
        List<StoryLine> missing = story.lines(StoryLine.Part.MISSING);
        json.texts("missing", missing.stream().map(words::of).toList());
        logs(json, story);
        places(json, story);
        json.list("story");
        for (StoryLine line : story.lines()) {
            json.begin();
            json.text("part", line.part().id());
            json.text("key", line.key());
            json.text("text", words.of(line));
            json.texts("facts", line.facts().stream().map(Fact::toString).toList());
            json.end();
        }
        json.endList();
        json.end();
    }

    /** The log lines that facts of the story or its errors name. */
    private static void logs(Json json, TraceStory story) throws IOException {
        json.list("logs");
        for (LogLine line : CitedLogs.of(story)) {
            json.begin();
            json.text("id", line.id());
            json.millis("atMs", line.atNanos() - story.trace().startEpochNanos());
            json.text("severity", line.severity().name());
            json.text("service", line.service());
            json.text("spanId", line.spanId());
            json.text("logger", line.logger());
            json.text("message", line.message());
            json.text("errorClass", line.errorClass());
            json.end();
        }
        json.endList();
    }

    private static void places(Json json, TraceStory story) throws IOException {
        json.list("places");
        for (StoryPlace found : story.places()) {
            for (SourcePlace place : found.places()) {
                json.begin();
                json.text("kind", found.kind().id());
                json.text("fact", found.fact().toString());
                json.text("file", place.file());
                json.number("line", place.line());
                json.text("name", place.name());
                json.text("url", place.url());
                json.end();
            }
        }
        json.endList();
    }

    private static void spans(Json json, TraceStory story) throws IOException {
        Trace trace = story.trace();
        json.list("spans");
        for (int i = 0; i < trace.size(); i++) {
            Span span = trace.span(i);
            SpanTimes times = story.analysis().times().get(i);
            json.begin();
            json.text("spanId", span.id());
            json.text(
                    "parentId",
                    trace.parent(i) < 0 ? null : trace.span(trace.parent(i)).id());
            json.text("service", span.service());
            json.text("name", span.name());
            json.millis("startMs", trace.startNanos(i));
            json.millis("durationMs", trace.durationNanos(i));
            json.millis("selfMs", times.selfNanos());
            json.millis("slackMs", times.slackNanos());
            json.millis("dragMs", times.dragNanos());
            json.flag("failed", span.failed());
            json.flag("asynchronous", trace.asynchronous(i));
            json.end();
        }
        json.endList();
    }
}
