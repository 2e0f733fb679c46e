package io.github.sre4j.examples.fuzz;

import io.github.sre4j.trace.read.TraceFiles;
import java.nio.file.Path;

/** Reads traces: {@code a} and a document, {@code b} and lines, {@code c} and a log, {@code d} and a compressed document. */
public final class SpansFuzz {

    private SpansFuzz() {}

    /** Called by Jazzer before its clock runs: loads what the first input would wait for. */
    public static void fuzzerInitialize() throws Exception {
        fuzzerTestOneInput(new byte[] {'a'});
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        Path file = Scratch.file("spans", data, "spans.json", "spans.ndjson", "spans.log", "spans.json.gz");
        Target.expectSentences(input -> TraceFiles.read(file), data);
    }
}
