package io.github.sre4j.examples.standin.nrql;

import java.util.Locale;

/** A lexical unit with the place it came from; line and column count from 1. */
record Token(Kind kind, String text, int line, int column) {
    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        SYMBOL,
        END
    }

    /** Whether this is the bare word given, in either case. */
    boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    NrqlSyntaxException unexpected() {
        return new NrqlSyntaxException(
                line, column, kind == Kind.END ? "unexpected end of query" : "unexpected '" + text + "'");
    }

    NrqlSyntaxException error(String what) {
        return new NrqlSyntaxException(line, column, what);
    }
}
