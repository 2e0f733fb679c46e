package io.github.sre4j.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.testing.JavadocExamples;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavadocExamplesTest {

    /** Imports of the examples, apart from their own package. */
    private static final String IMPORTS = """
            import java.nio.file.Path;
            import java.time.Duration;
            import java.util.Optional;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;
            import io.github.sre4j.recorder.*;
            """;

    /** Declarations that the examples take from the code of their reader. */
    private static final String MEMBERS = """
            record Order(int id) {}
            record Receipt(int id) {}
            SliRecorder recorder;
            ScheduledExecutorService executor;
            Order order;
            long durationNanos;
            long nanos;
            abstract boolean accept(Order order);
            abstract Receipt receipt(Order order);
            """;

    @Test
    void examples_compile(@TempDir Path classes) throws IOException {
        assertThat(JavadocExamples.compile(Path.of("src/main/java"), IMPORTS, MEMBERS, classes))
                .isGreaterThanOrEqualTo(5);
    }
}
