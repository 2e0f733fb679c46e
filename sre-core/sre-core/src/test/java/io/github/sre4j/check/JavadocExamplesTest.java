package io.github.sre4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.testing.JavadocExamples;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavadocExamplesTest {

    /** Imports of the examples, apart from their own package. */
    private static final String IMPORTS = """
            import io.github.sre4j.gate.OnNoData;
            import io.github.sre4j.recorder.*;
            import io.github.sre4j.report.ServiceLevelReport;
            import io.github.sre4j.report.json.JsonReport;
            import io.github.sre4j.sli.*;
            import io.github.sre4j.standard.*;
            import io.github.sre4j.telemetry.*;
            import io.github.sre4j.telemetry.events.EventFiles;
            import io.github.sre4j.telemetry.provider.*;
            import java.io.Closeable;
            import java.nio.file.Path;
            import java.time.Clock;
            import java.time.Duration;
            import java.time.Instant;
            import java.util.concurrent.ScheduledExecutorService;
            """;

    /** Declarations that the examples take from the code of their reader. */
    private static final String MEMBERS = """
            ScheduledExecutorService executor;
            long nanos;
            Service service;
            Window window;
            TelemetrySource source;
            abstract void alert(io.github.sre4j.live.ServiceLevelChange change);
            """;

    @Test
    void examples_compile(@TempDir Path classes) throws IOException {
        assertThat(JavadocExamples.compile(Path.of("src/main/java"), IMPORTS, MEMBERS, classes))
                .isGreaterThanOrEqualTo(2);
    }
}
