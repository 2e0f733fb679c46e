package io.github.sre4j.advisor.remedy;

import java.util.Objects;

/**
 * A line of a sketch. Where the file is at hand, the lines behind its name are the hunks of a patch that can be applied.
 *
 * @param mark {@code ' '} for code that stays, {@code '-'} for what goes, {@code '+'} for what comes, {@code '@'} for the name of a file, {@code '~'} for
 *     the line numbers of the hunk that follows: {@code -37,4 +37,5}
 * @param text the line; code of the product, or of ours
 */
public record SketchLine(char mark, String text) {

    /** Refuses null and other marks. */
    public SketchLine {
        Objects.requireNonNull(text, "text");
        if (" -+@~".indexOf(mark) < 0) {
            throw new IllegalArgumentException("no mark of a sketch: " + mark);
        }
    }

    /** The line as patches write it; a file's name as it is. */
    public String inPatch() {
        return switch (mark) {
            case '@' -> text;
            case '~' -> "@@ " + text + " @@";
            default -> mark + text;
        };
    }
}
