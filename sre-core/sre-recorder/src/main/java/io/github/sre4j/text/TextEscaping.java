package io.github.sre4j.text;

import java.util.regex.Pattern;

/** Makes text from telemetry safe for the place it goes to. */
public final class TextEscaping {

    private static final Pattern SHELL_WORD = Pattern.compile("[A-Za-z0-9_./:@%+,=-]+");
    private static final int LONGEST = 200;
    private static final int HEAD = 139;
    private static final int MOST_MARKS = 3;

    private TextEscaping() {}

    /**
     * For a terminal or a log: one line, without characters that colour, move, hide or overprint text (controls, escape sequences, direction
     * overrides, line separators, piled up marks), and at most 200 characters, of which both ends are kept.
     */
    public static String forTerminal(String text) {
        int[] points = text.codePoints().toArray();
        StringBuilder safe = new StringBuilder();
        int marks = 0;
        for (int i = 0; i < points.length; i++) {
            if (points.length > LONGEST && i == HEAD) {
                safe.append('…');
                i = points.length - (LONGEST - HEAD - 1);
            }
            marks = mark(points[i]) ? marks + 1 : 0;
            safe.appendCodePoint(visible(points[i]) && marks <= MOST_MARKS ? points[i] : '\uFFFD');
        }
        return safe.toString();
    }

    /** One line without characters that a terminal would obey, however long. */
    public static String printable(String text) {
        return text.codePoints()
                .map(c -> visible(c) ? c : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** For an attribute or text of XML 1.0, whose markup is left to the XML writer. */
    public static String forXml(String text) {
        // Every character that XML cannot hold is one that a terminal should not see either.
        return forTerminal(text);
    }

    /** One word of a POSIX shell: as it is where no character has a meaning there, else in single quotes. */
    public static String forShell(String text) {
        return SHELL_WORD.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static boolean mark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean visible(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
