package io.github.sre4j.source.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts Kotlin text into words, strings and signs; comments vanish. */
final class KotlinTokens {

    static final Set<String> MODIFIERS = Set.of(
            "public",
            "private",
            "protected",
            "internal",
            "open",
            "abstract",
            "final",
            "sealed",
            "data",
            "override",
            "suspend",
            "inline",
            "operator",
            "lateinit",
            "const",
            "companion",
            "enum",
            "value",
            "inner",
            "infix",
            "tailrec",
            "external");

    /** Words that begin a declaration. */
    static final Set<String> STARTS = Set.of(
            "fun",
            "val",
            "var",
            "class",
            "interface",
            "object",
            "public",
            "private",
            "protected",
            "internal",
            "open",
            "abstract",
            "override",
            "suspend",
            "lateinit",
            "companion",
            "data",
            "init",
            "enum",
            "sealed");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private KotlinTokens(String text) {
        this.text = text;
    }

    /**
     * A token.
     *
     * @param text the word, the sign, or the content of the string
     * @param line from 1
     * @param kind what it is
     */
    record Token(String text, int line, Kind kind) {
        boolean isWord() {
            return kind == Kind.WORD;
        }

        boolean isText() {
            return kind == Kind.TEXT;
        }
    }

    /** Kinds of tokens. */
    enum Kind {
        WORD,
        TEXT,
        SIGN
    }

    static List<Token> of(String text) {
        KotlinTokens reader = new KotlinTokens(text);
        reader.read();
        return reader.tokens;
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                at++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                to("*/", 2);
            } else if (text.startsWith("\"\"\"", at)) {
                int start = line;
                int from = at + 3;
                to("\"\"\"", 3);
                tokens.add(new Token(text.substring(from, Math.max(from, at - 3)), start, Kind.TEXT));
            } else if (c == '"') {
                string();
            } else if (c == '\'') {
                at = Math.min(text.length(), at + (text.startsWith("\\", at + 1) ? 4 : 3));
            } else if (c == '`') {
                int end = text.indexOf('`', at + 1);
                end = end < 0 ? text.length() : end;
                tokens.add(new Token(text.substring(at + 1, end), line, Kind.WORD));
                at = end + 1;
            } else if (Character.isJavaIdentifierStart(c)) {
                int from = at;
                while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                    at++;
                }
                tokens.add(new Token(text.substring(from, at), line, Kind.WORD));
            } else {
                boolean safe = text.startsWith("?.", at);
                tokens.add(new Token(safe ? "?." : String.valueOf(c), line, Kind.SIGN));
                at += safe ? 2 : 1;
            }
        }
    }

    private void to(String end, int skip) {
        int found = text.indexOf(end, at + skip);
        int stop = found < 0 ? text.length() : found + end.length();
        for (int i = at; i < stop; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        at = stop;
    }

    private void string() {
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            content.append(text.charAt(at));
            at++;
        }
        at++;
        tokens.add(new Token(content.toString(), line, Kind.TEXT));
    }
}
