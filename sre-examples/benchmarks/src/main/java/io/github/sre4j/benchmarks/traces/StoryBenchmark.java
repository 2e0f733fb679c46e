package io.github.sre4j.benchmarks.traces;

import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.read.TraceFiles;
import io.github.sre4j.trace.render.TerminalStory;
import io.github.sre4j.trace.story.TraceAnalyzer;
import io.github.sre4j.trace.story.TraceStory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * From the file of one trace to its story, once, in a virtual machine that has done nothing before. Arguments: {@code write file spans} makes a file
 * of New Relic rows; {@code tell file} reads it, prints how long that took, and ends.
 */
public final class StoryBenchmark {

    private StoryBenchmark() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        if (args[0].equals("write")) {
            Files.writeString(file, rows(GenerateTraces.request(7, Integer.parseInt(args[2]))));
            return;
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpuBegan = threads.getCurrentThreadCpuTime();
        long began = System.nanoTime();
        TraceData data = TraceFiles.read(file).traces().get(0);
        long read = System.nanoTime();
        TraceStory story = TraceAnalyzer.DEFAULT.read(data);
        long told = System.nanoTime();
        String text = TerminalStory.of(story, Texts.of("en"), TerminalStory.WIDTH, false);
        long ended = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime() - cpuBegan;
        System.out.printf(
                Locale.ROOT,
                "%d spans, %d characters: read %.0f, analysed and masked %.0f, written %.0f, together %.0f ms, of which this thread had a processor for %.0f ms%n",
                data.spans().size(),
                text.length(),
                (read - began) / 1e6,
                (told - read) / 1e6,
                (ended - told) / 1e6,
                (ended - began) / 1e6,
                cpu / 1e6);
    }

    private static String rows(TraceData trace) {
        StringBuilder rows = new StringBuilder();
        for (Span span : trace.spans()) {
            rows.append(String.format(
                    Locale.ROOT,
                    "{\"eventType\":\"Span\",\"traceId\":\"%s\",\"guid\":\"%s\",%s\"name\":\"%s\",\"appName\":\"%s\",\"timestamp\":%d,\"duration\":%.9f,"
                            + "\"thread.id\":55,\"priority\":1.4,\"sampled\":true,\"transactionId\":\"%s\",\"entity.guid\":\"MXxBUE18QVBQTElDQVRJT058MQ\"%s%s%s}%n",
                    trace.traceId(),
                    span.id(),
                    span.parentId() == null ? "" : "\"parentId\":\"" + span.parentId() + "\",",
                    span.name(),
                    span.service(),
                    span.startNanos() / 1_000_000,
                    span.durationNanos() / 1e9,
                    span.service(),
                    span.statement() == null
                            ? ""
                            : ",\"category\":\"datastore\",\"db.system\":\""
                                    + span.statement().system() + "\",\"db.statement\":\""
                                    + span.statement().text() + "\"",
                    span.http() == null
                            ? ""
                            : ",\"http.url\":\"http://" + span.http().host()
                                    + span.http().path() + "\",\"http.method\":\"GET\"",
                    span.entryPoint() ? ",\"nr.entryPoint\":true" : ""));
        }
        return rows.toString();
    }
}
