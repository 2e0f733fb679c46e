package io.github.sre4j.source.scan;

import io.github.sre4j.code.Libraries;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a product's files lie.
 *
 * @param root root of the repository, or of the build where there is no repository
 * @param sources folders of Java and Kotlin sources
 * @param resources folders of resources: configuration, migrations, templates
 * @param classes folders and JAR files of compiled classes, which need not exist
 * @param libraries the libraries of the product
 */
public record SourceLayout(
        Path root, List<Path> sources, List<Path> resources, List<Path> classes, Libraries libraries) {

    /** A layout of a product of which no library is known. */
    public SourceLayout(Path root, List<Path> sources, List<Path> resources, List<Path> classes) {
        this(root, sources, resources, classes, Libraries.UNKNOWN);
    }

    /** Copies the lists. */
    public SourceLayout {
        sources = List.copyOf(sources);
        resources = List.copyOf(resources);
        classes = List.copyOf(classes);
    }

    /** A file under its path from the root. */
    public SourceFile file(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path from = root.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(from) ? from.relativize(absolute) : absolute.getFileName();
        return new SourceFile(absolute, shown.toString().replace('\\', '/'));
    }
}
