package io.github.sre4j.source.internal.kotlin;

import java.util.List;

/**
 * A token of a Kotlin file.
 *
 * @param kind its kind
 * @param text the word without backticks, the sign, or the literal as written; empty for string literals
 * @param line its line, from 1
 * @param spaced whether white space or a comment precedes it
 * @param parts of a string literal: its fixed texts and templates, in order
 */
record KotlinToken(Kind kind, String text, int line, boolean spaced, List<Part> parts) {

    KotlinToken {
        parts = List.copyOf(parts);
    }

    /** Kinds of tokens. */
    enum Kind {
        /** A keyword or an identifier. */
        WORD,
        /** An identifier in backticks, never a keyword. */
        QUOTED,
        /** A string literal. */
        TEXT,
        /** A number or a character. */
        LITERAL,
        /** An operator or a bracket. */
        SIGN
    }

    /** A part of a string literal. */
    sealed interface Part {}

    /**
     * A fixed part, escapes resolved.
     *
     * @param text its characters
     */
    record Fixed(String text) implements Part {}

    /**
     * A template: {@code $name} or <code>${expression}</code>.
     *
     * @param tokens the tokens of the expression
     */
    record Template(List<KotlinToken> tokens) implements Part {
        /** Copies the list. */
        public Template {
            tokens = List.copyOf(tokens);
        }
    }

    /** Returns whether it is a name or a keyword. */
    boolean isWord() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** Returns whether it is this keyword or sign. */
    boolean is(String expected) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(expected);
    }
}
