package io.github.sre4j.report;

import io.github.sre4j.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes files so that a reader sees the old one or the new one whole, never half of it. Thread-safe. */
public final class ReportFiles {

    private ReportFiles() {}

    /**
     * Writes a file, making its folder if needed. Several builds may write the same file at the same time: the last one wins.
     *
     * @throws IOException if it cannot be written; it is then as before
     */
    public static void write(Path file, AtomicFile.Content content) throws IOException {
        AtomicFile.write(file, content);
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
