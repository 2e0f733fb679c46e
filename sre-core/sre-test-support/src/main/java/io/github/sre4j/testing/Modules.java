package io.github.sre4j.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders of this repository, found from the folder in which a module's tests run. */
public final class Modules {

    private static final List<String> SHELVES = List.of("sre-core", "");

    private Modules() {}

    /** Returns the folder that holds the whole repository. */
    public static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("no folder above the working directory has a .mvn");
            }
        }
        return folder;
    }

    /** Returns the folders of all modules that users get, sorted; tests, examples and the site are none. */
    public static List<Path> published() throws IOException {
        try (Stream<Path> top = Files.list(repository());
                Stream<Path> core = Files.list(repository().resolve("sre-core"))) {
            return Stream.concat(top, core)
                    .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .filter(folder -> folder.getFileName().toString().startsWith("sre-"))
                    .filter(folder -> !folder.endsWith("sre-test-support"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the folder of one module, wherever it lies. */
    public static Path of(String name) {
        return SHELVES.stream()
                .map(shelf -> repository().resolve(shelf).resolve(name))
                .filter(folder -> Files.isDirectory(folder.resolve("src")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no module " + name));
    }
}
