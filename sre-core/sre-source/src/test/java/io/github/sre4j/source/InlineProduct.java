package io.github.sre4j.source;

import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.source.scan.SourceLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A product whose files are written in a test. */
final class InlineProduct {

    private final Path root;

    InlineProduct(Path root) {
        this.root = root;
    }

    /** Writes a file below {@code src/main}. */
    InlineProduct with(String name, String text) {
        return with(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    InlineProduct with(String name, byte[] bytes) {
        try {
            Path file = root.resolve("src/main").resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InlineProduct java(String className, String text) {
        return with("java/acme/" + className + ".java", "package acme;\n" + text);
    }

    InlineProduct kotlin(String fileName, String text) {
        return with("kotlin/acme/" + fileName + ".kt", "package acme\n" + text);
    }

    SourceIndex index() {
        Path main = root.resolve("src/main");
        List<Path> sources = List.of(main.resolve("java"), main.resolve("kotlin"), main.resolve("groovy"));
        SourceLayout layout = new SourceLayout(
                root, sources, List.of(main.resolve("resources")), List.of(root.resolve("target/classes")));
        return ProductSources.read(layout, null, null).index();
    }

    /** The handlers of an endpoint: {@code ShelfController.one:8}. */
    static List<String> handlers(SourceIndex index, String endpoint) {
        return index.handlers(new EndpointName(endpoint)).stream()
                .map(Shop::shown)
                .toList();
    }

    static List<SourceLocation> places(SourceIndex index, String endpoint) {
        return index.handlers(new EndpointName(endpoint));
    }
}
