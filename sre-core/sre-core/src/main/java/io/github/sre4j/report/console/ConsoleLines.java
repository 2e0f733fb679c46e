package io.github.sre4j.report.console;

import io.github.sre4j.report.console.ConsoleLine.Level;
import io.github.sre4j.report.console.ConsoleLine.Segment;
import io.github.sre4j.report.console.ConsoleLine.Style;
import java.util.ArrayList;
import java.util.List;

/** Collects lines of a width. */
final class ConsoleLines {

    /** What is too long for one line goes on a little further in. */
    private static final int INDENT = 4;

    private final int columns;
    private final List<ConsoleLine> lines = new ArrayList<>();

    ConsoleLines(int columns) {
        this.columns = columns;
    }

    int columns() {
        return columns;
    }

    void add(Level level, Style style, String text) {
        add(level, List.of(new Segment(style, text)));
    }

    void add(Level level, List<Segment> text) {
        add(level, text, INDENT);
    }

    void add(Level level, List<Segment> text, int indent) {
        for (List<Segment> line : new LineBreaker(columns).lines(text, indent)) {
            lines.add(new ConsoleLine(level, line));
        }
    }

    /** A line that is not broken, however long: code, or the name of a file. */
    void whole(Style style, String text) {
        lines.add(new ConsoleLine(Level.INFO, List.of(new Segment(style, text))));
    }

    List<ConsoleLine> all() {
        return List.copyOf(lines);
    }
}
