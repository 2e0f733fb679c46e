package io.github.sre4j.telemetry.recordings;

import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.events.EventFiles;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder of telemetry, whichever it is: recordings where there are {@code .hlog} files, else event files. Both in one folder are refused,
 * since nobody could tell whether they are of the same requests. Immutable.
 */
public final class TelemetryFiles implements TelemetrySource {

    private final Path root;
    private final EventFiles events;
    private final Recordings recordings;

    /**
     * Telemetry in files.
     *
     * @param root a file or a folder
     * @param shownAs what people know it as
     * @param app the application or service that counts; null if there is only one
     * @param threads how many threads read event files, at least 1
     */
    public TelemetryFiles(Path root, String shownAs, @Nullable String app, int threads) {
        this.root = root;
        this.events = new EventFiles(root, shownAs, app, threads);
        this.recordings = new Recordings(root, shownAs, app);
    }

    @Override
    public Message description() {
        return hasRecordings() ? recordings.description() : events.description();
    }

    @Override
    public Measurements measure(MeasurementPlan plan, ProgressListener progress) throws TelemetryException {
        if (!hasRecordings()) {
            return events.measure(plan, progress);
        }
        if (hasEvents()) {
            throw new TelemetryException(Kind.MISCONFIGURED, Message.of(SourceReport.class, "folder.mixed", root));
        }
        return recordings.measure(plan, progress);
    }

    private boolean hasRecordings() {
        return areRecordings(root);
    }

    /** Whether a file or folder holds recordings, which say how many requests were bad, and never why. */
    public static boolean areRecordings(Path root) {
        try {
            return !RecordingFolder.find(root).isEmpty();
        } catch (TelemetryException e) {
            // Whoever reads the folder next says what is wrong with it.
            return false;
        }
    }

    private boolean hasEvents() throws TelemetryException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .anyMatch(name -> !name.startsWith(".") && name.matches("(?i).*\\.(ndjson|jsonl|json)(\\.gz)?"));
        } catch (IOException e) {
            throw new TelemetryException(
                    Kind.UNREADABLE, Message.of(SourceReport.class, "folder.unreadable", root, Message.of(e)), e);
        }
    }
}
