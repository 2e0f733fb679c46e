package io.github.sre4j.code;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in the product's own source code.
 *
 * @param file path from the root of the repository, or of the build where there is no repository, with {@code /}
 * @param line the line to look at, from 1
 * @param firstLine first line of the method or field it stands in, from 1
 * @param lastLine last line of that method or field
 * @param className fully qualified, nested classes with {@code $}
 * @param method the method's name, or null for a place outside of methods
 * @param score how sure it is, above 0 up to 1
 * @param rule how it was found
 * @param names the code's own names that a proposal can use, as far as found
 * @param url permalink at the code host, or null
 */
public record SourceLocation(
        String file,
        int line,
        int firstLine,
        int lastLine,
        String className,
        @Nullable String method,
        double score,
        SourceRule rule,
        Map<SourceName, String> names,
        @Nullable String url) {

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if a line or the score is out of range
     */
    public SourceLocation {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(rule, "rule");
        names = Map.copyOf(names);
        if (line < 1 || firstLine < 1 || lastLine < firstLine) {
            throw new IllegalArgumentException("no such lines in " + file + ": " + firstLine + " to " + lastLine);
        }
        if (!(score > 0 && score <= 1)) {
            throw new IllegalArgumentException("a score is above 0 and at most 1: " + score);
        }
    }

    /** One of the code's own names, if found. */
    public Optional<String> name(SourceName which) {
        return Optional.ofNullable(names.get(which));
    }

    /** The permalink, if there is a code host. */
    public Optional<String> permalink() {
        return Optional.ofNullable(url);
    }
}
