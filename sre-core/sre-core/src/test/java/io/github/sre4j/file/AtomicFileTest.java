package io.github.sre4j.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static AtomicFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void creates_directories_and_leaves_only_the_file() throws IOException {
        AtomicFile.write(folder.resolve("a/b/report.json"), text("new"));
        assertThat(folder.resolve("a/b/report.json")).hasContent("new");
        assertThat(folder.resolve("a/b")).isDirectoryContaining(file -> true);
        try (Stream<Path> files = Files.list(folder.resolve("a/b"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void keeps_old_file_when_content_fails() throws IOException {
        Path file = folder.resolve("report.json");
        AtomicFile.write(file, text("old"));
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write('n');
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("report.json");
    }

    @Test
    void replaces_symbolic_link_and_not_its_target() throws IOException {
        Path foreign = Files.writeString(folder.resolve("profile"), "untouched");
        Path file = Files.createSymbolicLink(folder.resolve("report.json"), foreign);
        // The name that versions before this one used for the unfinished file.
        Files.createSymbolicLink(folder.resolve(".report.json.tmp"), foreign);
        AtomicFile.write(file, text("new"));
        assertThat(foreign).hasContent("untouched");
        assertThat(file).isRegularFile().hasContent("new");
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }

    @Test
    void lets_builds_write_the_same_file_at_once() throws Exception {
        Path file = folder.resolve("report.json");
        ExecutorService builds = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> running = IntStream.range(0, 200)
                    .<Future<?>>mapToObj(i -> builds.submit(() -> write(file, "x".repeat(20_000 + i % 8))))
                    .toList();
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            builds.shutdownNow();
        }
        assertThat(Files.readString(file)).matches("x{20000,20007}");
        assertThat(names()).containsExactly("report.json");
    }

    private static void write(Path file, String content) {
        try {
            AtomicFile.write(file, text(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void removes_only_old_temporary_files_of_the_same_name() throws IOException {
        for (String name : List.of(".r.json.1a.tmp", ".r.json.2b.tmp", ".other.json.3c.tmp", ".r.json.mine.tmp")) {
            Files.writeString(folder.resolve(name), "half");
            if (!name.contains("2b")) {
                Files.setLastModifiedTime(
                        folder.resolve(name), FileTime.from(Instant.now().minusSeconds(7_200)));
            }
        }
        AtomicFile.write(folder.resolve("r.json"), text("new"));
        assertThat(names()).containsExactly(".other.json.3c.tmp", ".r.json.2b.tmp", ".r.json.mine.tmp", "r.json");
    }
}
