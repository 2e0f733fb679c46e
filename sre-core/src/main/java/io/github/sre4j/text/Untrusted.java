package io.github.sre4j.text;

/** Makes text from telemetry safe for the place it goes to. */
public final class Untrusted {

    private static final int LONGEST = 200;

    private Untrusted() {}

    /**
     * For a terminal or a log: one line, without characters that colour, move or hide text (controls, escape sequences, direction overrides,
     * line separators), and at most 200 characters.
     */
    public static String forTerminal(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> safe.appendCodePoint(visible(c) ? c : '\uFFFD'));
        return text.codePointCount(0, text.length()) > LONGEST
                ? safe.append('…').toString()
                : safe.toString();
    }

    /** For Markdown inside a table or a list: as {@link #forTerminal}, and nothing in it is markup, a link or a mention. */
    public static String forMarkdown(String text) {
        StringBuilder safe = new StringBuilder();
        String plain = forTerminal(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '@' -> safe.append("&#64;");
                case ':' -> safe.append("&#58;");
                case '#' -> safe.append("&#35;");
                case '.' -> safe.append(endsInWww(safe) ? "&#46;" : ".");
                case '\\', '`', '*', '_', '[', ']', '|', '~', '!', '$' ->
                    safe.append('\\').append(c);
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** For XML 1.0: characters that XML cannot hold are replaced; markup is left to the XML writer. */
    public static String forXml(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> safe.appendCodePoint(inXml(c) ? c : '\uFFFD'));
        return safe.toString();
    }

    /** GitHub makes links of bare host names that begin so. */
    private static boolean endsInWww(StringBuilder text) {
        return text.length() >= 3 && text.substring(text.length() - 3).equalsIgnoreCase("www");
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

    private static boolean inXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
