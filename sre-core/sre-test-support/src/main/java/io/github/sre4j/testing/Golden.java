package io.github.sre4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what people read with a file that people have read. {@code -Dgolden.update=true} writes the files anew, to be read again. */
public final class Golden {

    private static final Path ROOT = Path.of("src/test/resources/io/github/sre4j");

    private Golden() {}

    public static void holds(String name, String actual) throws IOException {
        holds("report", name, actual);
    }

    /** A file of another room. */
    public static void holds(String room, String name, String actual) throws IOException {
        Path file = ROOT.resolve(room).resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual).as("the golden file %s", name).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }
}
