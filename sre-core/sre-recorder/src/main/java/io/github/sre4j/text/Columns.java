package io.github.sre4j.text;

/** Lays text out in terminal columns, where East Asian characters take two. */
public final class Columns {

    private Columns() {}

    /** How many columns a text takes. */
    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /** The text, followed by spaces up to a width. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** The text, preceded by spaces up to a width. */
    public static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** The text, cut in its middle to a width: both ends of an endpoint's name tell it from others. */
    public static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        int head = 0;
        int used = 1;
        while (used + width(points[head]) <= 1 + (width - 1) / 2) {
            used += width(points[head++]);
        }
        int tail = points.length;
        while (used + width(points[tail - 1]) <= width) {
            used += width(points[--tail]);
        }
        return new String(points, 0, head) + "…" + new String(points, tail, points.length - tail);
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return wide(c) ? 2 : 1;
    }

    /** The ranges of Unicode's EastAsianWidth W and F that matter: Hangul, CJK, Kana, full-width forms, emoji. */
    private static boolean wide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0x303E)
                || (c >= 0x3041 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}
