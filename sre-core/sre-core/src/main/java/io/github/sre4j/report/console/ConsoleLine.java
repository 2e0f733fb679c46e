package io.github.sre4j.report.console;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One line for a terminal. Its text is safe to print: text from telemetry has been made harmless.
 *
 * @param level how much it matters
 * @param segments its parts from left to right, spaces included
 */
public record ConsoleLine(Level level, List<Segment> segments) {

    /** How much a line matters. */
    public enum Level {
        /** For information. */
        INFO,
        /** Somebody should look at it. */
        WARN,
        /** It fails the build. */
        ERROR
    }

    /** What a part of a line means; whoever prints it chooses the colour. */
    public enum Style {
        /** As it is. */
        PLAIN,
        /** What is read first. */
        STRONG,
        /** Good news. */
        GOOD,
        /** Bad news. */
        BAD,
        /** Something to look at. */
        WARN,
        /** What is read last. */
        DIM
    }

    /**
     * A part of a line in one style.
     *
     * @param style what it means
     * @param text the part
     */
    public record Segment(Style style, String text) {

        /** Refuses null. */
        public Segment {
            Objects.requireNonNull(style, "style");
            Objects.requireNonNull(text, "text");
        }
    }

    /** Copies the list. */
    public ConsoleLine {
        Objects.requireNonNull(level, "level");
        segments = List.copyOf(segments);
    }

    /** The whole line without styles. */
    public String text() {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }
}
