package io.github.sre4j.fix;

/**
 * Lines of a file as it is now that a change touches. Where lines were only taken out it is empty and stands between the line before, {@code last},
 * and the line after, {@code first}.
 *
 * @param first the first line, from 1
 * @param last the last line, at least {@code first - 1}
 */
public record LineRange(int first, int last) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if there are no such lines
     */
    public LineRange {
        if (first < 1 || last < first - 1) {
            throw new IllegalArgumentException("no such lines: " + first + " to " + last);
        }
    }

    /** Whether it has a line of that stretch, or for an empty one, whether it lies between two of its lines. */
    boolean touches(int from, int to) {
        return from <= last && first <= to;
    }
}
