package io.github.sre4j.recorder.log;

import io.github.sre4j.recorder.IntervalListener;
import io.github.sre4j.recorder.RecordedInterval;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a recorder records into a folder, an interval at a time, and keeps the newest files.
 *
 * <p>An interval is one write to the end of a file. A process that is killed loses the interval it was in, nothing before it; a machine that loses power
 * may lose what its operating system had not yet stored, unless {@link Options#forced} asks for it at every interval.
 *
 * <p>Thread-safe. Never throws into the service: while a disk is full, intervals are kept, merged, and written when there is room;
 * {@link #failure} tells.
 */
public final class RecordingLog implements IntervalListener, Closeable {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Options options;
    private final Clock clock;
    private final String run = UUID.randomUUID().toString();
    private @Nullable FileChannel channel;
    private long written;
    private long number;
    private @Nullable RecordedInterval pending;
    private @Nullable IOException failure;
    private boolean closed;

    private RecordingLog(Options options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    /**
     * Options with the usual values: an interval a minute, files of 16 MB, 30 of them, instance {@code 1}.
     *
     * @param folder where the files are; made if it is not there
     * @param service the service's name, by which a check finds it
     */
    public static Options options(Path folder, String service) {
        return new Options(folder, service, "1", Duration.ofMinutes(1), 16L << 20, 30, false);
    }

    /**
     * Opens a log and begins its first file, so that a wrong folder is found at once.
     *
     * @throws IOException if the folder cannot be written to
     */
    public static RecordingLog open(Options options, Clock clock) throws IOException {
        RecordingLog log = new RecordingLog(Objects.requireNonNull(options, "options"), clock);
        log.begin();
        return log;
    }

    @Override
    public synchronized void cut(RecordedInterval interval) {
        if (closed) {
            return;
        }
        pending = pending == null ? interval : pending.plus(interval);
        if (!pending.to().isBefore(pending.from().plus(options.every()))) {
            flush();
        }
    }

    /** Writes what is there, whether an interval is over or not. */
    public synchronized void flush() {
        RecordedInterval ready = pending;
        if (ready == null || closed) {
            return;
        }
        if (ready.endpoints().isEmpty()) {
            pending = null;
            return;
        }
        try {
            append(LogText.interval(number + 1, ready));
            number++;
            pending = null;
            failure = null;
        } catch (IOException e) {
            failure = e;
        }
    }

    /** What went wrong with the last write; empty if nothing did. */
    public synchronized Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Writes what is left and closes the file; further intervals are not written.
     *
     * @throws IOException if what is left cannot be written
     */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        flush();
        closed = true;
        end();
        IOException last = failure;
        if (last != null) {
            throw last;
        }
    }

    private void append(byte[] bytes) throws IOException {
        FileChannel open = channel;
        if (open == null || (written > 0 && written + bytes.length > options.maxFileBytes())) {
            end();
            open = begin();
        }
        long before = open.position();
        try {
            writeAll(open, bytes);
            if (options.forced()) {
                open.force(false);
            }
            written += bytes.length;
        } catch (IOException e) {
            undo(open, before);
            throw e;
        }
    }

    /** Takes half a record out of the file again; if that cannot be done, the file is left and another begun. */
    private void undo(FileChannel open, long before) {
        try {
            open.truncate(before);
            open.position(before);
        } catch (IOException e) {
            channel = null;
            closeQuietly(open);
        }
    }

    private FileChannel begin() throws IOException {
        Files.createDirectories(options.folder());
        Instant now = clock.instant();
        Path file = create(options.prefix() + STAMP.format(now));
        FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            writeAll(open, LogText.header(options.service(), run, now));
        } catch (IOException e) {
            // A full disk would be tried again at every interval: each time with a file that says nothing.
            closeQuietly(open);
            Files.deleteIfExists(file);
            throw e;
        }
        channel = open;
        written = 0;
        removeOldest();
        return open;
    }

    private Path create(String name) throws IOException {
        for (int attempt = 0; ; attempt++) {
            Path file = options.folder().resolve(name + (attempt == 0 ? "" : "-" + attempt) + ".hlog");
            try {
                return Files.createFile(file);
            } catch (FileAlreadyExistsException e) {
                if (attempt == 1_000) {
                    throw e;
                }
            }
        }
    }

    private void end() {
        FileChannel open = channel;
        channel = null;
        if (open == null) {
            return;
        }
        try {
            writeAll(open, (LogText.END + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The end mark only says that nothing is missing. Without it, a reader says that something may be.
            failure = failure == null ? e : failure;
        } finally {
            closeQuietly(open);
        }
    }

    private void removeOldest() throws IOException {
        List<Path> own;
        try (Stream<Path> files = Files.list(options.folder())) {
            own = files.filter(file -> options.owns(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
        for (Path old : own.subList(0, Math.max(0, own.size() - options.maxFiles()))) {
            Files.deleteIfExists(old);
        }
    }

    private static void writeAll(FileChannel to, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
    }

    private static void closeQuietly(FileChannel open) {
        try {
            open.close();
        } catch (IOException e) {
            // Every interval was written by its own call; closing adds nothing.
        }
    }

    /**
     * How a log is written. Immutable.
     *
     * @param folder where the files are
     * @param service the service's name, not blank
     * @param instance which of several instances writes; two that share a folder need two names. Letters, digits, dots, underscores and hyphens
     * @param every how long an interval is at least, which is also what a kill may lose; positive
     * @param maxFileBytes how large a file may grow, at least 64 kB
     * @param maxFiles how many files of this instance are kept, at least 2
     * @param forced whether every interval is forced to the disk, which takes milliseconds
     */
    public record Options(
            Path folder,
            String service,
            String instance,
            Duration every,
            long maxFileBytes,
            int maxFiles,
            boolean forced) {

        /**
         * Checks the options.
         *
         * @throws IllegalArgumentException if one is outside its range; the message says which
         */
        public Options {
            Objects.requireNonNull(folder, "folder");
            if (service.isBlank()) {
                throw new IllegalArgumentException("recordings need the name of their service");
            }
            if (!instance.matches("[A-Za-z0-9._-]{1,100}")) {
                throw new IllegalArgumentException("instance '" + instance
                        + "' is to be part of a file's name: 1 to 100 letters, digits, dots, underscores and hyphens");
            }
            if (every.isZero() || every.isNegative()) {
                throw new IllegalArgumentException("an interval must be longer than " + every);
            }
            if (maxFileBytes < 64 << 10 || maxFiles < 2) {
                throw new IllegalArgumentException(
                        "recordings need 2 files of 65536 bytes at least, not " + maxFiles + " of " + maxFileBytes);
            }
        }

        /** The same for another instance of the service. */
        public Options instance(String name) {
            return new Options(folder, service, name, every, maxFileBytes, maxFiles, forced);
        }

        /** The same with intervals of at least that length. */
        public Options every(Duration length) {
            return new Options(folder, service, instance, length, maxFileBytes, maxFiles, forced);
        }

        /** The same with that many files of that size. */
        public Options keeping(int files, long bytes) {
            return new Options(folder, service, instance, every, bytes, files, forced);
        }

        /** The same, with every interval forced to the disk. */
        public Options forcing() {
            return new Options(folder, service, instance, every, maxFileBytes, maxFiles, true);
        }

        private String prefix() {
            return service.replaceAll("[^A-Za-z0-9._]", "_") + "-" + instance + "-";
        }

        private boolean owns(String file) {
            return file.startsWith(prefix())
                    && file.substring(prefix().length()).matches("\\d{8}T\\d{9}(-\\d+)?\\.hlog");
        }
    }
}
