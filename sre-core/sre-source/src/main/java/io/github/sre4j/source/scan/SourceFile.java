package io.github.sre4j.source.scan;

import java.nio.file.Path;

/**
 * A file of the product.
 *
 * @param path where it lies
 * @param name its path from the root of the repository, or of the build, with {@code /}
 */
public record SourceFile(Path path, String name) {

    /** The file's name without folders and ending: of a Java file, the name of its public type. */
    public String baseName() {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.indexOf('.');
        return dot < 0 ? last : last.substring(0, dot);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile that && that.name.equals(name) && that.path.equals(path);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
