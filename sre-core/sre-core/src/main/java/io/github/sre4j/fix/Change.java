package io.github.sre4j.fix;

import io.github.sre4j.code.SourceLocation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The change under build.
 *
 * @param commit the commit that is built, in hexadecimal digits
 * @param merged whether it is part of the default branch; else it is a branch that production does not run yet
 * @param from for a merged one, the instant after which its commits came into the default branch; else when the build looks
 * @param lines the lines that it touches, by path from the root of the repository
 */
public record Change(String commit, boolean merged, Instant from, Map<String, List<LineRange>> lines) {

    /** Copies the map. */
    public Change {
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(from, "from");
        Map<String, List<LineRange>> copy = new HashMap<>();
        lines.forEach((file, ranges) -> copy.put(file, List.copyOf(ranges)));
        lines = Map.copyOf(copy);
    }

    /** Whether it touches the method or field a place stands in. */
    public boolean touches(SourceLocation place) {
        return lines.getOrDefault(place.file(), List.of()).stream()
                .anyMatch(range -> range.touches(place.firstLine(), place.lastLine()));
    }
}
