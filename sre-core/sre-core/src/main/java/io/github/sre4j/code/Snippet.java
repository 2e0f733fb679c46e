package io.github.sre4j.code;

import java.util.List;
import java.util.Objects;

/**
 * Lines of source code.
 *
 * @param file path from the root of the repository
 * @param firstLine number of the first line, from 1
 * @param lines the lines without line ends
 */
public record Snippet(String file, int firstLine, List<String> lines) {

    /** Copies the list. */
    public Snippet {
        Objects.requireNonNull(file, "file");
        lines = List.copyOf(lines);
    }
}
