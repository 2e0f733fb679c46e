package io.github.sre4j.alerts.migrate.trigger;

import java.util.List;

/** Tokens with a position. Not thread-safe. */
final class ScriptTokens {

    /** Root of a path that begins at the bucket of a loop or lambda. */
    static final String BUCKET = "bucket";

    private final List<String> tokens;
    private int position;

    ScriptTokens(List<String> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    boolean isAtEnd() {
        return position >= tokens.size();
    }

    /** Returns a token ahead, empty after the last. */
    String peek(int ahead) {
        return position + ahead < tokens.size() ? tokens.get(position + ahead) : "";
    }

    boolean isNext(String token) {
        return peek(0).equals(token);
    }

    boolean accept(String token) {
        boolean found = isNext(token);
        if (found) {
            position++;
        }
        return found;
    }

    void expect(String token) throws ScriptException {
        if (!accept(token)) {
            throw unexpected();
        }
    }

    String next() throws ScriptException {
        if (isAtEnd()) {
            throw unexpected();
        }
        return tokens.get(position++);
    }

    ScriptException unexpected() {
        return new ScriptException(isAtEnd() ? "…" : peek(0));
    }
}
