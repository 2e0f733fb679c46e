package io.github.sre4j.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes files so that a reader sees the old one or the new one whole, never half of it. Thread-safe. */
public final class ReportFiles {

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

    private ReportFiles() {}

    /**
     * Writes a file, making its folder if needed.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("'" + file + "' is not a file name");
        }
        Files.createDirectories(folder);
        Path unfinished = folder.resolve("." + file.getFileName() + ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                content.writeTo(out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Removes what an earlier check left, so that a check that fails early cannot be mistaken for it.
     *
     * @throws IOException if a file is there and cannot be removed
     */
    public static void removeOld(Path folder, List<String> names) throws IOException {
        for (String name : names) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }
}
