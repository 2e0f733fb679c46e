package io.github.sre4j.source.scan;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a product's files lie.
 *
 * @param root root of the repository, or of the build where there is no repository
 * @param sources folders of Java and Kotlin sources
 * @param resources folders of resources: configuration, migrations, templates
 * @param classes folders of compiled classes, which need not exist
 */
public record SourceLayout(Path root, List<Path> sources, List<Path> resources, List<Path> classes) {

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
