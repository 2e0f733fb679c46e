package io.github.sre4j.trace.render;

import io.github.sre4j.text.Columns;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a paragraph into lines of so many columns: at blanks and between East Asian characters, inside a word only if it is too long for
 * a line. Closing punctuation never begins a line.
 */
final class Wrapping {

    /** Stands for a blank at which no line ends; written as a blank. */
    static final char HARD_BLANK = '\u00A0';

    private static final String CLOSING = "、。，．・：；！？）」』】〕〉》”’),.;:!?%";

    private final int width;
    private final List<String> lines = new ArrayList<>();
    private StringBuilder line = new StringBuilder();

    private Wrapping(int width) {
        this.width = width;
    }

    static List<String> of(String text, int width) {
        Wrapping wrapping = new Wrapping(width);
        boolean blank = false;
        for (String unit : units(text)) {
            if (unit.equals(" ")) {
                blank = true;
            } else {
                wrapping.add(unit, blank);
                blank = false;
            }
        }
        wrapping.end();
        return wrapping.lines;
    }

    /** Words, single wide characters with the punctuation that closes them, and blanks. */
    private static List<String> units(String text) {
        List<String> units = new ArrayList<>();
        StringBuilder unit = new StringBuilder();
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            String character = new String(Character.toChars(points[i]));
            boolean wide = Columns.width(character) > 1;
            boolean closing = CLOSING.contains(character);
            if (points[i] == ' ' || (wide && !closing)) {
                flush(unit, units);
            }
            if (points[i] == ' ') {
                units.add(" ");
                continue;
            }
            unit.append(character);
            boolean closedNext =
                    i + 1 < points.length && CLOSING.contains(new String(Character.toChars(points[i + 1])));
            if (wide && !closedNext) {
                flush(unit, units);
            }
        }
        flush(unit, units);
        return units;
    }

    private static void flush(StringBuilder unit, List<String> units) {
        if (!unit.isEmpty()) {
            units.add(unit.toString());
            unit.setLength(0);
        }
    }

    private void add(String unit, boolean blankBefore) {
        boolean blank = blankBefore && !line.isEmpty();
        if (Columns.width(line.toString()) + (blank ? 1 : 0) + Columns.width(unit) <= width) {
            line.append(blank ? " " : "").append(unit);
            return;
        }
        if (Columns.width(unit) <= width) {
            end();
            line.append(unit);
            return;
        }
        line.append(blank ? " " : "");
        for (int c : unit.codePoints().toArray()) {
            String character = new String(Character.toChars(c));
            if (Columns.width(line + character) > width) {
                end();
            }
            line.append(character);
        }
    }

    private void end() {
        if (!line.isEmpty()) {
            lines.add(line.toString().replace(HARD_BLANK, ' ').stripTrailing());
        }
        line = new StringBuilder();
    }
}
