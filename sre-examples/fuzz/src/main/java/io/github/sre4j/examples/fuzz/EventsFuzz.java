package io.github.sre4j.examples.fuzz;

import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.events.DeploymentRows;
import io.github.sre4j.telemetry.events.EventFiles;
import io.github.sre4j.telemetry.events.PageViews;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/** Reads event files: {@code a} and lines, {@code b} and a document, {@code c} and a compressed file. */
public final class EventsFuzz {

    private static final Window WINDOW =
            new Window(Instant.parse("2026-11-15T00:00:00Z"), Instant.parse("2026-11-22T00:00:00Z"));

    private EventsFuzz() {}

    /** Called by Jazzer before its clock runs: loads what the first input would wait for. */
    public static void fuzzerInitialize() throws Exception {
        fuzzerTestOneInput(new byte[] {'a'});
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        Path file = Scratch.file("events", data, "events.ndjson", "events.json", "events.ndjson.gz");
        Path folder = Objects.requireNonNull(file.getParent());
        Target.expectSentences(
                input -> new EventFiles(folder, null)
                        .measure(DefaultStandard.get().plan(WINDOW), ProgressListener.NONE),
                data);
        Target.expectSentences(input -> new DeploymentRows(folder).deployments(WINDOW), data);
        Target.expectSentences(input -> new PageViews(folder, null).visits(WINDOW), data);
    }
}
