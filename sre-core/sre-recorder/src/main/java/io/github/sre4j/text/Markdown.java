package io.github.sre4j.text;

/**
 * Makes text from outside safe inside Markdown as GitHub and GitLab read it.
 *
 * <p>An escaped {@code @} alone does not hold: mentions, issue numbers and bare addresses are looked for in the text that is left once Markdown
 * and its entities are resolved, everywhere but in code. So names go into code spans, and in either form a zero-width space breaks a mention,
 * also for an answer by mail that quotes the text without its markup.
 */
public final class Markdown {

    private static final String BREAK = "\u200B";

    private Markdown() {}

    /** A name, as a code span outside of tables. */
    public static String code(String text) {
        String plain = TextEscaping.forTerminal(text).replace("@", "@" + BREAK);
        String fence = "`".repeat(longestRunOfBackticks(plain) + 1);
        // Without these spaces a backtick at an end would belong to the fence; both are dropped when shown.
        boolean apart = plain.startsWith("`") || plain.endsWith("`") || plain.startsWith(" ") || plain.endsWith(" ");
        return fence + (apart ? " " + plain + " " : plain) + fence;
    }

    /** A name, as a code span in a table, where a pipe ends the cell even inside code. */
    public static String codeInTable(String text) {
        // A backslash just before the pipe would eat the escape.
        return code(text.replace("\\|", "\\ |")).replace("|", "\\|");
    }

    /** A sentence or reason: nothing in it is markup, a link, a mention or an issue. Fits tables too. */
    public static String prose(String text) {
        StringBuilder safe = new StringBuilder();
        String plain = TextEscaping.forTerminal(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '@', '#' -> safe.append(c).append(BREAK);
                case ':' -> safe.append(plain.startsWith("://", i) ? ":" + BREAK : ":");
                case '.' -> safe.append(endsInWww(safe) ? BREAK + "." : ".");
                case '\\', '`', '*', '_', '[', ']', '|', '~', '!', '$' ->
                    safe.append('\\').append(c);
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    private static int longestRunOfBackticks(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static boolean endsInWww(StringBuilder text) {
        return text.length() >= 3 && text.substring(text.length() - 3).equalsIgnoreCase("www");
    }
}
