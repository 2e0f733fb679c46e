package io.github.sre4j.trace.render.json;

import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.render.StoryText;
import io.github.sre4j.trace.story.TraceAnalyzer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the stories of many traces, one a line, in the order of the traces. Analyses on all processors, with bounded memory. */
public final class StoryStream {

    /** Traces that one task tells: enough that parsed texts pay. */
    private static final int CHUNK = 64;
    /** Tasks of which the lines wait to be written. */
    private static final int CHUNKS_AT_ONCE = 16;

    private StoryStream() {}

    /**
     * Writes the lines.
     *
     * @param traces what to tell
     * @param analyzer tells it
     * @param texts the language
     * @param out gets UTF-8; is not closed
     * @throws IOException if it cannot be written to
     */
    public static void write(List<TraceData> traces, TraceAnalyzer analyzer, Texts texts, OutputStream out)
            throws IOException {
        List<List<TraceData>> chunks = new ArrayList<>();
        for (int from = 0; from < traces.size(); from += CHUNK) {
            chunks.add(traces.subList(from, Math.min(traces.size(), from + CHUNK)));
        }
        for (int from = 0; from < chunks.size(); from += CHUNKS_AT_ONCE) {
            List<ByteArrayOutputStream> lines = IntStream.range(from, Math.min(chunks.size(), from + CHUNKS_AT_ONCE))
                    .parallel()
                    .mapToObj(i -> lines(chunks.get(i), analyzer, texts))
                    .toList();
            for (ByteArrayOutputStream chunk : lines) {
                chunk.writeTo(out);
            }
        }
    }

    private static ByteArrayOutputStream lines(List<TraceData> traces, TraceAnalyzer analyzer, Texts texts) {
        StoryText words = JsonStory.words(texts);
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try {
            for (TraceData trace : traces) {
                JsonStory.line(analyzer.read(trace), words, out);
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }
}
