package io.github.sre4j.trace.place;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of source code.
 *
 * @param file path from the root of the repository, with {@code /}
 * @param line the line, ≥ 1
 * @param name class and method, such as {@code OwnerController.showOwner}; the class alone outside of methods
 * @param url permalink at the code host, or null
 */
public record SourcePlace(
        String file, int line, String name, @Nullable String url) {

    /** Validates the components. */
    public SourcePlace {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(name, "name");
    }
}
