package io.github.sre4j.report.console;

import java.util.Objects;

/**
 * One line for a terminal. Its text is safe to print: text from telemetry has been made harmless.
 *
 * @param level how much it matters
 * @param style how it looks where there are colours
 * @param text the line
 */
public record ConsoleLine(Level level, Style style, String text) {

    /** How much a line matters. */
    public enum Level {
        /** For information. */
        INFO,
        /** Somebody should look at it. */
        WARN,
        /** It fails the build. */
        ERROR
    }

    /** How a line looks. */
    public enum Style {
        /** As it is. */
        PLAIN,
        /** What is read first. */
        STRONG,
        /** Good news. */
        GOOD,
        /** Bad news. */
        BAD
    }

    /** Refuses null. */
    public ConsoleLine {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(style, "style");
        Objects.requireNonNull(text, "text");
    }
}
