package io.github.sre4j.examples.fuzz;

import io.github.sre4j.source.scan.SourceLayout;
import io.github.sre4j.source.scan.SourceScan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads one file of a product: Java, Kotlin, properties, YAML, SQL, XML, by the first letter from {@code a} on. */
public final class SourcesFuzz {

    private static final String[] NAMES = {
        "Handler.java", "Handler.kt", "application.properties", "application.yml", "V1__a.sql", "changelog.xml"
    };

    private SourcesFuzz() {}

    /** Called by Jazzer before its clock runs: loads what the first input would wait for. */
    public static void fuzzerInitialize() throws Exception {
        fuzzerTestOneInput(new byte[] {'a'});
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        Path root = Scratch.directory("sources");
        Path folder = Files.createDirectories(root.resolve("src/main/java"));
        Scratch.file("sources/src/main/java", data, NAMES);
        SourceLayout layout = new SourceLayout(root, List.of(folder), List.of(folder), List.of());
        Target.expectSentences(input -> SourceScan.read(layout, null), data);
    }
}
