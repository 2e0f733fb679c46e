package io.github.sre4j.alerts.migrate.query;

import org.jspecify.annotations.Nullable;

/** Characters of a query string, read from left to right. Not thread-safe. */
final class QueryStringLexer {

    private static final String ENDS_WORD = " \t\n\r\u3000()[]{}\"^~:";

    private final String text;
    private int position;

    QueryStringLexer(String text) {
        this.text = text;
        skipBlanks();
    }

    int position() {
        return position;
    }

    boolean isAtEnd() {
        return position >= text.length();
    }

    boolean isNext(String symbol) {
        return text.startsWith(symbol, position);
    }

    boolean accept(String symbol) {
        if (!isNext(symbol)) {
            return false;
        }
        position += symbol.length();
        skipBlanks();
        return true;
    }

    /** Accepts an operator in capitals that stands alone. */
    boolean acceptWord(String word) {
        int end = position + word.length();
        boolean alone = end >= text.length() || ENDS_WORD.indexOf(text.charAt(end)) >= 0;
        return alone && end < text.length() + 1 && isNext(word) && isOperatorHere(end) && accept(word);
    }

    private boolean isOperatorHere(int end) {
        return end >= text.length() || text.charAt(end) != ':';
    }

    /** Returns the name before a colon, or null if the next word has none. */
    @Nullable
    String field() {
        int end = wordEnd(position);
        if (end == position || end >= text.length() || text.charAt(end) != ':') {
            return null;
        }
        String name = unescape(text.substring(position, end));
        position = end + 1;
        skipBlanks();
        return name;
    }

    /** Returns the next word as written, with its escapes. */
    String rawWord() {
        int end = wordEnd(position);
        String word = text.substring(position, end);
        position = end;
        skipBlanks();
        return word;
    }

    String word() {
        return unescape(rawWord());
    }

    /** Returns one end of a range, which may be quoted. */
    String rangeEnd() throws QueryStringException {
        if (isNext("\"")) {
            return quoted();
        }
        int end = position;
        while (end < text.length() && " \t]}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String value = unescape(text.substring(position, end));
        position = end;
        skipBlanks();
        return value;
    }

    String quoted() throws QueryStringException {
        return until('"');
    }

    String regex() throws QueryStringException {
        return until('/');
    }

    private String until(char quote) throws QueryStringException {
        StringBuilder value = new StringBuilder();
        for (int i = position + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                if (quote == '/' && next != '/') {
                    value.append(c);
                }
                value.append(next);
            } else if (c == quote) {
                position = i + 1;
                skipBlanks();
                return value.toString();
            } else {
                value.append(c);
            }
        }
        throw new QueryStringException("query-string.unbalanced", Integer.toString(position + 1));
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && ENDS_WORD.indexOf(text.charAt(end)) < 0) {
            end += text.charAt(end) == '\\' && end + 1 < text.length() ? 2 : 1;
        }
        return Math.min(end, text.length());
    }

    private void skipBlanks() {
        while (position < text.length()
                && (Character.isWhitespace(text.charAt(position)) || text.charAt(position) == '\u3000')) {
            position++;
        }
    }

    static boolean hasWildcard(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '*' || c == '?') {
                return true;
            }
        }
        return false;
    }

    static String unescape(String raw) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '\\' && i + 1 < raw.length()) {
                i++;
            }
            plain.append(raw.charAt(i));
        }
        return plain.toString();
    }
}
