package io.github.sre4j.history.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.history.CheckSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryAppendTest {

    @TempDir
    Path folder;

    private static CheckSummary check(String service, int second) {
        return new CheckSummary(
                Instant.parse("2026-09-07T08:00:00Z").plusSeconds(second),
                service,
                "acme 1",
                10,
                5,
                4,
                1,
                0,
                1.5,
                true,
                null,
                null);
    }

    private Path history() {
        return folder.resolve("history.ndjson");
    }

    @Test
    void counts_a_service_once_a_build() throws IOException {
        assertThat(HistoryAppend.to(history(), check("orders", 0), "b1").added())
                .isTrue();
        assertThat(HistoryAppend.to(history(), check("orders", 1), "b1").added())
                .isFalse();
        assertThat(HistoryAppend.to(history(), check("stock", 2), "b1").added()).isTrue();
        assertThat(HistoryAppend.to(history(), check("orders", 3), "b2").added())
                .isTrue();
        assertThat(HistoryFile.read(history(), "orders", "acme 1").checks())
                .containsExactly(check("orders", 0), check("orders", 3));
    }

    @Test
    void counts_every_check_without_a_build() throws IOException {
        HistoryAppend.to(history(), check("orders", 0), null);
        HistoryAppend.to(history(), check("orders", 1), null);
        assertThat(Files.readAllLines(history())).hasSize(2);
    }

    @Test
    void removes_half_line_of_a_killed_build() throws IOException {
        HistoryAppend.to(history(), check("orders", 0), "b1");
        Files.writeString(history(), "{\"eventType\":\"SreCheck\",\"timest", StandardOpenOption.APPEND);
        HistoryAppend next = HistoryAppend.to(history(), check("orders", 1), "b2");
        assertThat(next.repaired()).isEqualTo(2);
        assertThat(next.before().checks()).containsExactly(check("orders", 0));
        assertThat(next.before().unreadable()).isEmpty();
        assertThat(HistoryAppend.to(history(), check("orders", 2), "b3").repaired())
                .isZero();
        assertThat(Files.readAllLines(history())).hasSize(3).allMatch(line -> line.endsWith("}"));
    }

    @Test
    void keeps_whole_line_that_lacks_only_its_end() throws IOException {
        Files.writeString(history(), HistoryFile.json(check("orders", 0)));
        HistoryAppend next = HistoryAppend.to(history(), check("orders", 1), "b2");
        assertThat(next.repaired()).isZero();
        assertThat(HistoryFile.read(history(), "orders", "acme 1").checks())
                .containsExactly(check("orders", 0), check("orders", 1));
    }

    @Test
    void keeps_lines_of_parallel_builds_whole() throws IOException {
        IntStream.range(0, 100).parallel().forEach(second -> {
            try {
                HistoryAppend.to(history(), check("orders", second), "b" + second / 2);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        HistoryFile.Read read = HistoryFile.read(history(), "orders", "acme 1");
        assertThat(read.unreadable()).isEmpty();
        assertThat(read.checks()).hasSize(50);
    }

    @Test
    void does_not_write_through_symbolic_link() throws IOException {
        Path foreign = Files.writeString(folder.resolve("profile"), "untouched\n");
        Files.createSymbolicLink(history(), foreign);
        assertThatThrownBy(() -> HistoryAppend.to(history(), check("orders", 0), null))
                .hasMessageContaining("is a symbolic link");
        assertThat(Files.readAllLines(foreign)).isEqualTo(List.of("untouched"));
    }
}
