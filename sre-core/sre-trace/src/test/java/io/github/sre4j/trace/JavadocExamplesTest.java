package io.github.sre4j.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.testing.JavadocExamples;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavadocExamplesTest {

    /** Imports of the examples, apart from their own package. */
    private static final String IMPORTS = """
            import io.github.sre4j.text.Texts;
            import io.github.sre4j.trace.*;
            import io.github.sre4j.trace.read.TraceFiles;
            import io.github.sre4j.trace.render.MarkdownStory;
            import java.nio.file.Path;
            import java.util.List;
            import java.util.stream.Stream;
            """;

    /** Declarations that the examples take from the code of their reader. */
    private static final String MEMBERS = """
            Path folder;
            String traceId;
            long nanos;
            Stream<TraceAnalysis> analyses;
            """;

    @Test
    void examples_compile(@TempDir Path classes) throws IOException {
        assertThat(JavadocExamples.compile(Path.of("src/main/java"), IMPORTS, MEMBERS, classes))
                .isGreaterThanOrEqualTo(2);
    }
}
