package io.github.sre4j.report.console;

import io.github.sre4j.report.console.ConsoleLine.Segment;
import io.github.sre4j.report.console.ConsoleLine.Style;
import io.github.sre4j.text.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Breaks styled text into lines of a width: at spaces, beside full-width characters, and in the middle of what is longer than a line. */
final class LineBreaker {

    /** Japanese text does not begin a line with these. */
    private static final String NEVER_FIRST = "、。，．）」』】：；！？ー";

    /** Nor end one with these. */
    private static final String NEVER_LAST = "（「『【";

    /** These belong to the number or time before them. */
    private static final Set<String> UNITS = Set.of("%", "ms", "s", "min", "h", "d", "分", "時間", "日", "UTC");

    /** A space at which no line breaks; it is printed as a space. */
    private static final char GLUE = '\u00A0';

    private final int width;

    LineBreaker(int width) {
        this.width = width;
    }

    /** The text, to be kept on one line if it fits on one. */
    static String glued(String text) {
        return text.replace(' ', GLUE);
    }

    /** The lines; from the second on they are indented. */
    List<List<Segment>> lines(List<Segment> text, int indent) {
        List<Glyph> glyphs = new ArrayList<>();
        for (Segment segment : text) {
            segment.text()
                    .codePoints()
                    .forEach(c -> glyphs.add(new Glyph(segment.style(), c, Columns.width(Character.toString(c)))));
        }
        List<List<Segment>> lines = new ArrayList<>();
        int from = 0;
        while (from < glyphs.size()) {
            int room = lines.isEmpty() ? width : width - indent;
            int to = end(glyphs, from, room);
            lines.add(segments(glyphs.subList(from, trimmed(glyphs, from, to)), lines.isEmpty() ? 0 : indent));
            from = to;
            while (from < glyphs.size() && glyphs.get(from).c() == ' ') {
                from++;
            }
        }
        return lines;
    }

    /** Where the line that begins at {@code from} ends. */
    private static int end(List<Glyph> glyphs, int from, int room) {
        int used = 0;
        int breakable = from;
        for (int i = from; i < glyphs.size(); i++) {
            if (i > from && mayBreakBefore(glyphs, i)) {
                breakable = i;
            }
            used += glyphs.get(i).width();
            if (used > room) {
                boolean indentOnly = glyphs.subList(from, breakable).stream().allMatch(glyph -> glyph.c() == ' ');
                return indentOnly ? Math.max(i, from + 1) : breakable;
            }
        }
        return glyphs.size();
    }

    private static boolean mayBreakBefore(List<Glyph> glyphs, int i) {
        Glyph before = glyphs.get(i - 1);
        Glyph here = glyphs.get(i);
        if (here.c() == ' ') {
            return before.c() != ' ' && !UNITS.contains(wordAt(glyphs, i + 1));
        }
        boolean wide = before.width() == 2 || here.width() == 2;
        return wide
                && !Character.isDigit(before.c())
                && NEVER_FIRST.indexOf(here.c()) < 0
                && NEVER_LAST.indexOf(before.c()) < 0
                && before.c() != ' ';
    }

    private static String wordAt(List<Glyph> glyphs, int from) {
        StringBuilder word = new StringBuilder();
        for (int i = from; i < glyphs.size() && glyphs.get(i).partOfUnit(); i++) {
            word.appendCodePoint(glyphs.get(i).c());
        }
        return word.toString();
    }

    private static int trimmed(List<Glyph> glyphs, int from, int to) {
        int end = to;
        while (end > from && glyphs.get(end - 1).c() == ' ') {
            end--;
        }
        return end;
    }

    private static List<Segment> segments(List<Glyph> glyphs, int indent) {
        List<Segment> segments = new ArrayList<>();
        if (indent > 0) {
            segments.add(new Segment(Style.PLAIN, " ".repeat(indent)));
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < glyphs.size(); i++) {
            text.appendCodePoint(glyphs.get(i).c() == GLUE ? ' ' : glyphs.get(i).c());
            if (i + 1 == glyphs.size()
                    || glyphs.get(i + 1).style() != glyphs.get(i).style()) {
                segments.add(new Segment(glyphs.get(i).style(), text.toString()));
                text.setLength(0);
            }
        }
        return segments;
    }

    private record Glyph(Style style, int c, int width) {

        boolean partOfUnit() {
            return c == '%' || Character.isLetter(c);
        }
    }
}
