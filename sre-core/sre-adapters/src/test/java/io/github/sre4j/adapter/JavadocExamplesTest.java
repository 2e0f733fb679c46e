package io.github.sre4j.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.testing.JavadocExamples;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavadocExamplesTest {

    /** Imports of the examples, apart from their own package. */
    private static final String IMPORTS = """
            import com.sun.net.httpserver.*;
            import io.github.sre4j.live.*;
            import io.github.sre4j.recorder.*;
            import jakarta.servlet.DispatcherType;
            import jakarta.servlet.ServletContext;
            import java.util.EnumSet;
            import org.junit.jupiter.api.Test;
            """;

    /** Declarations that the examples take from the code of their reader. */
    private static final String MEMBERS = """
            interface Load { void run(SliRecorder recorder); }
            LiveServiceLevel live;
            ServletContext servletContext;
            HttpServer server;
            HttpHandler handler;
            Load load;
            """;

    @Test
    void examples_compile(@TempDir Path classes) throws IOException {
        assertThat(JavadocExamples.compile(Path.of("src/main/java"), IMPORTS, MEMBERS, classes))
                .isGreaterThanOrEqualTo(3);
    }
}
