package io.github.sre4j.report.console;

import io.github.sre4j.report.console.ConsoleLine.Level;
import io.github.sre4j.report.console.ConsoleLine.Segment;
import io.github.sre4j.report.console.ConsoleLine.Style;
import io.github.sre4j.text.TextEscaping;
import java.util.ArrayList;
import java.util.List;

/** Lines for a terminal under construction; text wider than the terminal is broken. Not thread-safe. */
public final class ConsoleLines {

    /** What is too long for one line goes on a little further in. */
    private static final int INDENT = 4;

    private final int columns;
    private final List<ConsoleLine> lines = new ArrayList<>();

    /**
     * Creates an empty list of lines.
     *
     * @param columns width of the terminal, ≥ 1
     */
    public ConsoleLines(int columns) {
        this.columns = columns;
    }

    /** Returns the width of the terminal. */
    public int columns() {
        return columns;
    }

    /** Adds text in one style. */
    public void add(Level level, Style style, String text) {
        add(level, List.of(new Segment(style, text)));
    }

    /** Adds text in several styles. */
    public void add(Level level, List<Segment> text) {
        add(level, text, INDENT);
    }

    /**
     * Adds text in several styles.
     *
     * @param indent columns by which the second and later lines are indented, ≥ 0
     */
    public void add(Level level, List<Segment> text, int indent) {
        for (List<Segment> line : new LineBreaker(columns).lines(text, indent)) {
            lines.add(new ConsoleLine(level, line));
        }
    }

    /** Adds a line that is never broken: code, or the name of a file. */
    public void whole(Style style, String text) {
        lines.add(new ConsoleLine(Level.INFO, List.of(new Segment(style, text))));
    }

    /** Returns the lines added so far. */
    public List<ConsoleLine> all() {
        return List.copyOf(lines);
    }

    /** Returns text from outside without characters that control a terminal. */
    public static String safe(String text) {
        return TextEscaping.forTerminal(text);
    }

    /** Returns a name from outside without characters that control a terminal; it is broken only if it is wider than a line. */
    public static String safeName(String name) {
        return LineBreaker.glued(TextEscaping.forTerminal(name));
    }
}
