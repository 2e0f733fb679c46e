package io.github.sre4j.improve.propose;

import java.util.Objects;

/**
 * A line of a sketch.
 *
 * @param mark {@code ' '} for code that stays, {@code '-'} for what goes, {@code '+'} for what comes, {@code '@'} for the name of a file
 * @param text the line; code of the product, or of ours
 */
public record SketchLine(char mark, String text) {

    /** Refuses null and other marks. */
    public SketchLine {
        Objects.requireNonNull(text, "text");
        if (" -+@".indexOf(mark) < 0) {
            throw new IllegalArgumentException("no mark of a sketch: " + mark);
        }
    }
}
