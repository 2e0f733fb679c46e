package io.github.sre4j.source.internal.kotlin;

import io.github.sre4j.source.internal.kotlin.KotlinToken.Kind;
import io.github.sre4j.source.internal.kotlin.KotlinToken.Part;
import java.util.ArrayList;
import java.util.List;

/** Splits Kotlin text into tokens; comments vanish. Not thread-safe. */
final class KotlinLexer {

    /** Signs of several characters, longer ones first. {@code >} stays single: it closes type arguments. */
    private static final List<String> SIGNS = List.of(
            "!==", "===", "..<", "?.", "?:", "::", "!!", "->", "..", "==", "!=", "<=", "&&", "||", "+=", "-=", "*=",
            "/=", "%=", "++", "--");

    private static final String RAW = "\"\"\"";

    private final String text;
    private int at;
    private int line = 1;
    private boolean spaced;

    private KotlinLexer(String text) {
        this.text = text;
    }

    static List<KotlinToken> tokens(String text) {
        KotlinLexer lexer = new KotlinLexer(text);
        if (text.startsWith("#!")) {
            lexer.skipLine();
        }
        return lexer.read(false);
    }

    /** Reads to the end, or to the brace that closes a template. */
    private List<KotlinToken> read(boolean template) {
        List<KotlinToken> tokens = new ArrayList<>();
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                line += c == '\n' ? 1 : 0;
                at++;
                spaced = true;
            } else if (text.startsWith("//", at)) {
                skipLine();
            } else if (text.startsWith("/*", at)) {
                skipComment();
            } else {
                if (template && c == '}' && depth == 0) {
                    at++;
                    return tokens;
                }
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                boolean before = spaced;
                spaced = false;
                tokens.add(token(c, before));
            }
        }
        return tokens;
    }

    private KotlinToken token(char c, boolean before) {
        int start = line;
        int from = at;
        if (text.startsWith(RAW, at)) {
            at += RAW.length();
            return new KotlinToken(Kind.TEXT, "", start, before, parts(true));
        }
        if (c == '"') {
            at++;
            return new KotlinToken(Kind.TEXT, "", start, before, parts(false));
        }
        if (c == '\'') {
            at = Math.min(text.length(), at + 1);
            while (at < text.length() && text.charAt(at) != '\'' && text.charAt(at) != '\n') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            at = Math.min(text.length(), at + 1);
            return new KotlinToken(Kind.LITERAL, text.substring(from, at), start, before, List.of());
        }
        if (c == '`') {
            int end = text.indexOf('`', at + 1);
            at = end < 0 ? text.length() : end + 1;
            return new KotlinToken(
                    Kind.QUOTED, text.substring(from + 1, Math.max(from + 1, at - 1)), start, before, List.of());
        }
        if (Character.isDigit(c)) {
            number();
            return new KotlinToken(Kind.LITERAL, text.substring(from, at), start, before, List.of());
        }
        if (Character.isJavaIdentifierStart(c) && c != '$') {
            while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at)) && text.charAt(at) != '$') {
                at++;
            }
            return new KotlinToken(Kind.WORD, text.substring(from, at), start, before, List.of());
        }
        String sign = SIGNS.stream()
                .filter(each -> text.startsWith(each, from))
                .findFirst()
                .orElse(String.valueOf(c));
        at += sign.length();
        return new KotlinToken(Kind.SIGN, sign, start, before, List.of());
    }

    private void number() {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean fraction = c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
            if (!Character.isLetterOrDigit(c) && c != '_' && !fraction) {
                return;
            }
            at++;
        }
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
        spaced = true;
    }

    /** Block comments of Kotlin nest. */
    private void skipComment() {
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                line += text.charAt(at) == '\n' ? 1 : 0;
                at++;
            }
        } while (depth > 0 && at < text.length());
        spaced = true;
    }

    /** Reads the parts of a string literal behind its opening quotes, and the closing quotes. */
    private List<Part> parts(boolean raw) {
        List<Part> parts = new ArrayList<>();
        StringBuilder fixed = new StringBuilder();
        while (at < text.length() && !ends(raw)) {
            char c = text.charAt(at);
            if (c == '$' && at + 1 < text.length() && templateStarts(text.charAt(at + 1))) {
                add(parts, fixed);
                at++;
                parts.add(new KotlinToken.Template(template()));
            } else if (c == '\\' && !raw && at + 1 < text.length()) {
                fixed.append(escaped());
            } else {
                line += c == '\n' ? 1 : 0;
                fixed.append(c);
                at++;
            }
        }
        if (at < text.length() && text.charAt(at) == '"') {
            at += raw ? RAW.length() : 1;
            while (raw && at < text.length() && text.charAt(at) == '"') {
                // Quotes in front of the closing ones belong to the text.
                fixed.append('"');
                at++;
            }
        }
        add(parts, fixed);
        spaced = false;
        return parts;
    }

    private boolean ends(boolean raw) {
        return raw ? text.startsWith(RAW, at) : text.charAt(at) == '"' || text.charAt(at) == '\n';
    }

    private static boolean templateStarts(char c) {
        return c == '{' || c == '`' || (Character.isJavaIdentifierStart(c) && c != '$');
    }

    private List<KotlinToken> template() {
        char c = text.charAt(at);
        if (c == '{') {
            at++;
            return read(true);
        }
        return List.of(token(c, false));
    }

    private String escaped() {
        char c = text.charAt(at + 1);
        at += 2;
        if (c == 'u' && at + 4 <= text.length()) {
            try {
                String character = String.valueOf((char) Integer.parseInt(text.substring(at, at + 4), 16));
                at += 4;
                return character;
            } catch (NumberFormatException e) {
                return "u";
            }
        }
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'b' -> "\b";
            default -> String.valueOf(c);
        };
    }

    private static void add(List<Part> parts, StringBuilder fixed) {
        if (!fixed.isEmpty()) {
            parts.add(new KotlinToken.Fixed(fixed.toString()));
            fixed.setLength(0);
        }
    }
}
