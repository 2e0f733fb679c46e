package io.github.sre4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what people read with a file that people have read. {@code -Dgolden.update=true} writes the files anew, to be read again. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/io/github/sre4j/report");

    private Golden() {}

    public static void holds(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
        }
        assertThat(actual).as("the golden file %s", name).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }
}
