package io.github.sre4j.source.scan;

import io.github.sre4j.source.model.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** A place among the tokens of a Kotlin file, and what every reader of them needs: names, types and brackets. Not thread-safe. */
final class KotlinCursor {

    private final List<KotlinTokens.Token> tokens;
    private int at;

    KotlinCursor(List<KotlinTokens.Token> tokens) {
        this.tokens = tokens;
    }

    int at() {
        return at;
    }

    void to(int index) {
        at = index;
    }

    void go(int more) {
        at += more;
    }

    /** Whether there is a token so many behind the one at hand. */
    boolean has(int ahead) {
        return at + ahead < tokens.size();
    }

    /** The token at hand. */
    KotlinTokens.Token here() {
        return tokens.get(at);
    }

    KotlinTokens.Token token(int index) {
        return tokens.get(index);
    }

    /** The token at hand, and goes behind it. */
    KotlinTokens.Token take() {
        return tokens.get(at++);
    }

    /** Reads a type. */
    TypeRef ref() {
        String name = qualified();
        List<TypeRef> arguments = new ArrayList<>();
        if (is("<")) {
            int end = angleEnd();
            at++;
            while (at < end) {
                if (tokens.get(at).isWord() && !is("out") && !is("in")) {
                    arguments.add(ref());
                } else {
                    at++;
                }
            }
            at = Math.min(end + 1, tokens.size());
        }
        if (is("?")) {
            at++;
        }
        return new TypeRef(name, arguments);
    }

    /** Reads a name with its dots. */
    String qualified() {
        StringBuilder name = new StringBuilder();
        while (at < tokens.size() && tokens.get(at).isWord()) {
            name.append(tokens.get(at).text());
            at++;
            if (!is(".")) {
                break;
            }
            name.append('.');
            at++;
        }
        return name.toString();
    }

    /** Whether the token at hand is that word or sign. */
    boolean is(String text) {
        return at < tokens.size()
                && !tokens.get(at).isText()
                && tokens.get(at).text().equals(text);
    }

    /** Goes behind the bracket that closes the one at hand. */
    void skip() {
        at = Math.min(closing(at) + 1, tokens.size());
    }

    /** Goes behind the type parameters at hand. */
    void angle() {
        at = Math.min(angleEnd() + 1, tokens.size());
    }

    private int angleEnd() {
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            if (text.equals("<")) {
                depth++;
            } else if (text.equals(">") && --depth == 0) {
                return i;
            } else if (text.equals("{") || text.equals(";")) {
                return i - 1;
            }
        }
        return tokens.size() - 1;
    }

    /** Where the bracket that opens at a token closes. */
    int closing(int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).isText()) {
                continue;
            }
            switch (tokens.get(i).text()) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> {
                    if (--depth == 0) {
                        return i;
                    }
                }
                default -> {
                    continue;
                }
            }
        }
        return tokens.size() - 1;
    }
}
