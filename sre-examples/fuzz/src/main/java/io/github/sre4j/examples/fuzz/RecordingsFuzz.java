package io.github.sre4j.examples.fuzz;

import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.recordings.Recordings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Reads a recording. */
public final class RecordingsFuzz {

    private static final Window WINDOW =
            new Window(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));

    private RecordingsFuzz() {}

    /** Called by Jazzer before its clock runs: loads what the first input would wait for. */
    public static void fuzzerInitialize() throws Exception {
        fuzzerTestOneInput(new byte[] {'a'});
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        Path folder = Scratch.directory("recordings");
        Files.write(folder.resolve("orders.hlog"), data);
        Target.expectSentences(
                input -> new Recordings(folder, "recordings", null)
                        .measure(DefaultStandard.get().plan(WINDOW), ProgressListener.NONE),
                data);
    }
}
