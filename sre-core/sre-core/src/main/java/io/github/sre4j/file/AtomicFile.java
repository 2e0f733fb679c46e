package io.github.sre4j.file;

import io.github.sre4j.text.LocalizedIOException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Replaces files so that readers, and builds after one that was killed, see the old content or the new content, never a part. The content is written to
 * a temporary file of an unpredictable name in the same directory, which is created exclusively, and then moved. A symbolic link is replaced, not
 * followed. Stateless and thread-safe.
 */
public final class AtomicFile {

    /** Temporary files that a killed build left are removed after this time, when no build can be writing them any more. */
    private static final Duration LEFTOVER = Duration.ofMinutes(30);

    private static final String ENDING = ".tmp";

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes to the stream, which the caller closes.
         *
         * @throws IOException if the stream fails
         */
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file, and creates its directory if needed.
     *
     * @throws IOException if it cannot be written; the file is then as before
     */
    public static void write(Path file, Content content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path name = file.getFileName();
        if (directory == null || name == null) {
            throw new LocalizedIOException(Message.of(AtomicFile.class, "no-file-name", file));
        }
        Files.createDirectories(directory);
        String prefix = "." + name + ".";
        removeLeftovers(directory, prefix);
        Path unfinished = create(directory, prefix);
        try {
            try (OutputStream out = Files.newOutputStream(
                    unfinished,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    LinkOption.NOFOLLOW_LINKS)) {
                content.writeTo(out);
            }
            move(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Creates an empty file with the permissions that any new file of this user has. */
    private static Path create(Path directory, String prefix) throws IOException {
        while (true) {
            Path unfinished = directory.resolve(
                    prefix + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ENDING);
            try {
                return Files.createFile(unfinished);
            } catch (FileAlreadyExistsException e) {
                // another name then
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void removeLeftovers(Path directory, String prefix) {
        Instant old = Instant.now().minus(LEFTOVER);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, each -> isLeftover(each, prefix))) {
            for (Path entry : entries) {
                if (Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(old)) {
                    Files.deleteIfExists(entry);
                }
            }
        } catch (IOException e) {
            // another build removes them at the same time, or the next one will
            return;
        }
    }

    private static boolean isLeftover(Path file, String prefix) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(prefix)
                && name.endsWith(ENDING)
                && name.substring(prefix.length(), Math.max(prefix.length(), name.length() - ENDING.length()))
                        .matches("[0-9a-f]{1,16}");
    }
}
