package io.github.sre4j.trace.render;

import io.github.sre4j.text.Columns;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws a waterfall with characters: name, bar, duration, in so many columns. */
public final class WaterfallText {

    private static final int TIME_COLUMNS = 9;
    private static final int MAX_INDENT = 12;
    private static final int LEAST_WIDTH = 40;

    private final Formats formats;
    private final int nameColumns;
    private final int barColumns;

    /**
     * Draws in a language's numbers.
     *
     * @param formats of the language
     * @param width columns, at least 40
     */
    public WaterfallText(Formats formats, int width) {
        if (width < LEAST_WIDTH) {
            throw new IllegalArgumentException("a waterfall needs at least 40 columns, not " + width);
        }
        this.formats = formats;
        this.nameColumns = (width - TIME_COLUMNS - 4) / 2;
        this.barColumns = width - TIME_COLUMNS - 4 - nameColumns;
    }

    /** One line a row. */
    public List<String> lines(Trace trace, Waterfall waterfall) {
        List<String> lines = new ArrayList<>();
        for (WaterfallRow row : waterfall.rows()) {
            String name = row.count() > 1 ? row.count() + "× " + row.name() : row.name();
            String indent = " ".repeat(Math.min(MAX_INDENT, row.depth()));
            String mark = row.failed() ? "! " : "";
            String label = Columns.cut(indent + mark + TextEscaping.forTerminal(name), nameColumns);
            String time = formats.duration(Duration.ofNanos(row.nanos()));
            lines.add(Columns.pad(label, nameColumns) + " |" + bar(trace, row) + "|"
                    + Columns.padLeft(time, TIME_COLUMNS + 1));
        }
        return lines;
    }

    private String bar(Trace trace, WaterfallRow row) {
        long length = Math.max(1, trace.durationNanos());
        char[] bar = new char[barColumns];
        Arrays.fill(bar, ' ');
        for (int span : row.spans()) {
            long begin = trace.startNanos(span);
            long end = trace.endNanos(span);
            int from = (int) Math.max(0, Math.min(barColumns - 1L, begin * barColumns / length));
            int to = (int) Math.max(from + 1L, Math.min(barColumns, (end * barColumns + length - 1) / length));
            Arrays.fill(bar, from, to, row.onPath() ? '#' : '=');
            if (end > length) {
                bar[barColumns - 1] = '>';
            }
        }
        return new String(bar);
    }
}
