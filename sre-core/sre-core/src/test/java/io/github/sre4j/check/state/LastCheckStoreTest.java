package io.github.sre4j.check.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastCheckStoreTest {

    @TempDir
    Path folder;

    private final List<Message> warnings = new ArrayList<>();

    private LastCheckStore store() {
        return new LastCheckStore(folder, "orders", warnings::add);
    }

    @Test
    void counts_modules_of_one_build_once() {
        int most = IntStream.range(0, 40)
                .parallel()
                .map(module -> store().countFailure("build " + module % 4))
                .max()
                .orElseThrow();
        assertThat(most).isBetween(4, 40);
        assertThat(IntStream.range(0, 8).map(module -> store().countFailure("last")))
                .containsOnly(store().countFailure("last"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void counts_every_check_without_a_build() {
        assertThat(store().countFailure(null)).isEqualTo(1);
        assertThat(store().countFailure(null)).isEqualTo(2);
        assertThat(store().countFailure("b")).isEqualTo(3);
        assertThat(store().countFailure("b")).isEqualTo(3);
    }

    @Test
    void restarts_after_damaged_count_with_a_warning() throws IOException {
        Files.writeString(folder.resolve("sre-last-orders.failures"), "\u0000\u0000garbage");
        assertThat(store().countFailure("b")).isEqualTo(1);
        assertThat(warnings).singleElement().asString().contains("does not contain a number");
    }
}
