package io.github.sre4j.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.testing.JavadocExamples;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavadocExamplesTest {

    /** Imports of the examples, apart from their own package. */
    private static final String IMPORTS = """
            import io.github.sre4j.code.*;
            import io.github.sre4j.sli.EndpointName;
            import io.github.sre4j.source.scan.SourceLayout;
            import java.nio.file.Path;
            import java.util.List;
            """;

    /** Declarations that the examples take from the code of their reader. */
    private static final String MEMBERS = """
            SourceLayout layout;
            EndpointName endpoint;
            """;

    @Test
    void examples_compile(@TempDir Path classes) throws IOException {
        assertThat(JavadocExamples.compile(Path.of("src/main/java"), IMPORTS, MEMBERS, classes))
                .isGreaterThanOrEqualTo(1);
    }
}
