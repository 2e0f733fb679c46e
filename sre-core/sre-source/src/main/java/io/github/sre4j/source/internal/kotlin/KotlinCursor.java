package io.github.sre4j.source.internal.kotlin;

import io.github.sre4j.source.internal.kotlin.KotlinToken.Kind;
import java.util.List;

/** A position among the tokens of a Kotlin file. Behind the last token stands an empty sign. Not thread-safe. */
final class KotlinCursor {

    private final List<KotlinToken> tokens;
    private final KotlinToken end;
    private int at;

    KotlinCursor(List<KotlinToken> tokens) {
        this.tokens = tokens;
        int last = tokens.isEmpty() ? 1 : tokens.get(tokens.size() - 1).line();
        end = new KotlinToken(Kind.SIGN, "", last, true, List.of());
    }

    int at() {
        return at;
    }

    void to(int index) {
        at = Math.min(index, tokens.size());
    }

    boolean isAtEnd() {
        return at >= tokens.size();
    }

    KotlinToken here() {
        return token(at);
    }

    /** Returns the token so many positions ahead. */
    KotlinToken ahead(int count) {
        return token(at + count);
    }

    KotlinToken token(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : end;
    }

    /** Returns the token here and moves behind it. */
    KotlinToken take() {
        KotlinToken token = here();
        to(at + 1);
        return token;
    }

    boolean is(String text) {
        return here().is(text);
    }

    /** Moves behind this keyword or sign; false if another one stands here. */
    boolean skip(String text) {
        if (!is(text)) {
            return false;
        }
        take();
        return true;
    }

    /** Returns the line of the token before this one. */
    int lineBefore() {
        return at == 0 ? 1 : token(at - 1).line();
    }

    /** Returns whether the token here begins a new line. */
    boolean startsLine() {
        return here().line() > lineBefore();
    }

    /** Moves behind the bracket that closes the one here. */
    void skipBrackets() {
        to(closing(at) + 1);
    }

    /** Returns the index of the bracket that closes the one at an index; the last index if none does. */
    int closing(int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            KotlinToken token = tokens.get(i);
            if (token.is("(") || token.is("[") || token.is("{")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                if (--depth <= 0) {
                    return i;
                }
            }
        }
        return Math.max(from, tokens.size() - 1);
    }
}
