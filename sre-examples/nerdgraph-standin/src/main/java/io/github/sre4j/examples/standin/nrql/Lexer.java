package io.github.sre4j.examples.standin.nrql;

import java.util.ArrayList;
import java.util.List;

/** Cuts NRQL into tokens. Comments ({@code --}, {@code //}, {@code /* *}{@code /}) and white space vanish. */
final class Lexer {
    private static final String TWO_CHARACTERS = "!= <= >=";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private int tokenLine = 1;
    private int tokenColumn = 1;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        return new Lexer(text).run();
    }

    private List<Token> run() {
        while (true) {
            skipBlanks();
            tokenLine = line;
            tokenColumn = at - lineStart + 1;
            if (at >= text.length()) {
                add(Token.Kind.END, "");
                return tokens;
            }
            char c = text.charAt(at);
            if (c == '\'') {
                add(Token.Kind.STRING, quoted(false));
            } else if ((c == 'r' || c == 'R') && peek(1) == '\'') {
                at++;
                add(Token.Kind.STRING, quoted(true));
            } else if (c == '`') {
                add(Token.Kind.QUOTED_NAME, backTicked());
            } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
                add(Token.Kind.NUMBER, number());
            } else if (Character.isLetter(c) || c == '_') {
                add(Token.Kind.WORD, word());
            } else {
                add(Token.Kind.SYMBOL, symbol(c));
            }
        }
    }

    private void add(Token.Kind kind, String value) {
        tokens.add(new Token(kind, value, tokenLine, tokenColumn));
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                newLine();
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if ((c == '-' && peek(1) == '-') || (c == '/' && peek(1) == '/')) {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (c == '/' && peek(1) == '*') {
                skipBlockComment();
            } else {
                return;
            }
        }
    }

    private void skipBlockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw failure("unterminated comment");
        }
        while (at < end) {
            if (text.charAt(at) == '\n') {
                newLine();
            } else {
                at++;
            }
        }
        at = end + 2;
    }

    private void newLine() {
        at++;
        line++;
        lineStart = at;
    }

    /** A string literal. In a raw one ({@code r'...'}) a backslash stays what it is, except that it shields a quote. */
    private String quoted(boolean raw) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\'') {
                return value.toString();
            }
            if (c == '\\' && at < text.length()) {
                char next = text.charAt(at);
                if (next == '\'' || (next == '\\' && !raw)) {
                    value.append(next);
                    at++;
                    continue;
                }
                if (next == '\\') {
                    value.append(c);
                    at++;
                }
            }
            if (c == '\n') {
                line++;
                lineStart = at;
            }
            value.append(c);
        }
        throw new NrqlSyntaxException(tokenLine, tokenColumn, "unterminated string");
    }

    private String backTicked() {
        int end = text.indexOf('`', at + 1);
        if (end <= at + 1) {
            throw failure("unexpected '`'");
        }
        String name = text.substring(at + 1, end);
        at = end + 1;
        return name;
    }

    private String number() {
        int start = at;
        while (isDigit(peek(0))) {
            at++;
        }
        if (peek(0) == '.') {
            at++;
            while (isDigit(peek(0))) {
                at++;
            }
        }
        boolean exponent = peek(0) == 'e' || peek(0) == 'E';
        int sign = peek(1) == '-' || peek(1) == '+' ? 1 : 0;
        if (exponent && isDigit(peek(1 + sign))) {
            at += 1 + sign;
            while (isDigit(peek(0))) {
                at++;
            }
        }
        if (Character.isLetter(peek(0)) || peek(0) == '_') {
            String rest = word();
            throw failure("unexpected '" + rest + "'");
        }
        return text.substring(start, at);
    }

    private String word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(peek(0)) || "_.$".indexOf(peek(0)) >= 0)) {
            at++;
        }
        return text.substring(start, at);
    }

    private String symbol(char c) {
        String two = text.substring(at, Math.min(at + 2, text.length()));
        if (two.length() == 2 && TWO_CHARACTERS.contains(two) && !two.contains(" ")) {
            at += 2;
            return two;
        }
        if ("()[],*+-/%=<>:".indexOf(c) < 0) {
            throw failure("unexpected '" + Character.toString(text.codePointAt(at)) + "'");
        }
        at++;
        return String.valueOf(c);
    }

    private NrqlSyntaxException failure(String what) {
        return new NrqlSyntaxException(line, at - lineStart + 1, what);
    }
}
