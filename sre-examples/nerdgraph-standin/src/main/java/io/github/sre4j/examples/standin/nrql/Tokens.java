package io.github.sre4j.examples.standin.nrql;

import java.util.List;

/** A cursor over the tokens of a query. */
final class Tokens {
    private final List<Token> tokens;
    private int at;

    Tokens(String text) {
        this.tokens = Lexer.tokens(text);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    boolean accept(String word) {
        if (peek().is(word)) {
            next();
            return true;
        }
        return false;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw peek().unexpected();
        }
    }

    boolean acceptSymbol(String symbol) {
        if (peek().isSymbol(symbol)) {
            next();
            return true;
        }
        return false;
    }

    void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw peek().unexpected();
        }
    }

    Token expect(Token.Kind kind) {
        Token token = next();
        if (token.kind() != kind) {
            throw token.unexpected();
        }
        return token;
    }
}
