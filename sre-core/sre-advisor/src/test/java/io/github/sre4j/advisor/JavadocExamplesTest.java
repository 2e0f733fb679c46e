package io.github.sre4j.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.testing.JavadocExamples;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavadocExamplesTest {

    /** Imports of the examples, apart from their own package. */
    private static final String IMPORTS = """
            import io.github.sre4j.advisor.cause.OwnHosts;
            import io.github.sre4j.advisor.evidence.EvidenceSource;
            import io.github.sre4j.advisor.evidence.files.EventFileEvidence;
            import io.github.sre4j.advisor.report.*;
            import io.github.sre4j.code.SourceIndex;
            import io.github.sre4j.report.ServiceLevelReport;
            import io.github.sre4j.text.Texts;
            import io.github.sre4j.trace.error.ApplicationCode;
            import java.nio.file.Path;
            """;

    /** Declarations that the examples take from the code of their reader. */
    private static final String MEMBERS = """
            ServiceLevelReport report;
            """;

    @Test
    void examples_compile(@TempDir Path classes) throws IOException {
        assertThat(JavadocExamples.compile(Path.of("src/main/java"), IMPORTS, MEMBERS, classes))
                .isGreaterThanOrEqualTo(1);
    }
}
