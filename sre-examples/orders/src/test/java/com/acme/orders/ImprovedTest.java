package com.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImprovedTest {

    @Test
    void the_changed_files_compile_in_place_of_those_they_change(@TempDir Path classes) throws IOException {
        Path overlay = Path.of("improved/src/main/java");
        List<String> files;
        try (Stream<Path> sources = Files.walk(overlay)) {
            files = sources.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .toList();
        }
        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Path.of("src/main/java").resolve(overlay.relativize(Path.of(file))))
                        .exists());
        String[] arguments = Stream.concat(
                        Stream.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                        files.stream())
                .toArray(String[]::new);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments);
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }
}
