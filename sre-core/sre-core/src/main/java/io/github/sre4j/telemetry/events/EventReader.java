package io.github.sre4j.telemetry.events;

import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import io.github.sre4j.text.BoundedInput;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads files one after the other into one collector; large plain ones in parts side by side, large compressed ones decompressed on another
 * thread.
 */
final class EventReader {

    /** Below this size a thread to decompress costs more than it brings. */
    static final long GZIPPED_AHEAD = 1L << 18;

    private final Supplier<RowCollector> collectors;
    private final int threads;
    private final ProgressListener progress;
    private final List<String> withoutRows = new ArrayList<>();
    private long done;
    private long total;

    EventReader(Supplier<RowCollector> collectors, int threads, ProgressListener progress) {
        this.collectors = collectors;
        this.threads = threads;
        this.progress = progress;
    }

    RowCollector read(List<EventFile> files) throws TelemetryException {
        RowCollector all = collectors.get();
        try {
            for (EventFile file : files) {
                total += Files.size(file.path());
            }
        } catch (IOException e) {
            throw unreadable(files.get(0), e);
        }
        for (EventFile file : files) {
            try {
                one(file, all);
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        return all;
    }

    /** JSON documents that held no rows. */
    List<String> withoutRows() {
        return withoutRows;
    }

    private void one(EventFile file, RowCollector all) throws IOException {
        long size = Files.size(file.path());
        if (file.form() == EventFile.Form.LINES && !file.gzipped() && threads > 1 && size > ParallelLines.PART) {
            new ParallelLines(file, size, threads, collectors).read(all, this::advance);
            return;
        }
        try (InputStream raw = new CountingStream(Files.newInputStream(file.path()), this::advance);
                InputStream in = file.gzipped() ? decompressed(raw, size) : raw) {
            if (file.form() == EventFile.Form.LINES) {
                new LineReader().read(file, in, all, ignored -> {});
            } else if (!DocumentReader.read(file, () -> opened(file), in, all)) {
                withoutRows.add(file.name());
            }
        }
    }

    /** Opens a file, decompressed. */
    static InputStream opened(EventFile file) throws IOException {
        InputStream raw = Files.newInputStream(file.path());
        return file.gzipped() ? BoundedInput.gunzip(raw) : raw;
    }

    private InputStream decompressed(InputStream raw, long size) throws IOException {
        InputStream in = BoundedInput.gunzip(raw);
        return threads > 1 && size > GZIPPED_AHEAD ? new ReadAhead(in) : in;
    }

    private void advance(long bytes) {
        done += bytes;
        progress.advanced(done, total);
    }

    private static TelemetryException unreadable(EventFile file, IOException e) {
        return new TelemetryException(
                Kind.UNREADABLE,
                Message.of(
                        SourceReport.class,
                        file.gzipped() ? "events.damaged" : "events.broken",
                        file.path(),
                        Message.of(e)),
                e);
    }
}
