package io.github.sre4j.standard.yaml;

import java.util.Objects;

/**
 * A place in a file.
 *
 * @param file the file, as it was named by whoever asked for it
 * @param line the line, from 1
 * @param column the column in characters (Unicode code points), from 1
 */
public record Place(String file, int line, int column) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if line or column is below 1
     */
    public Place {
        Objects.requireNonNull(file, "file");
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns begin at 1: " + line + ":" + column);
        }
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
