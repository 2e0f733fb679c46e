package io.github.sre4j.source.scan;

import io.github.sre4j.source.model.Expr;
import io.github.sre4j.source.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads calls in the bodies of Kotlin functions, in the order they stand, without the nesting of expressions. */
final class KotlinCalls {

    private static final Set<String> NO_CALLS = Set.of(
            "if", "for", "while", "when", "catch", "fun", "return", "throw", "in", "is", "as", "super", "constructor");

    private KotlinCalls() {}

    /** The calls between two tokens. */
    static List<Step> between(KotlinCursor cursor, int from, int to) {
        List<Step> steps = new ArrayList<>();
        for (int i = from; i + 1 < to; i++) {
            KotlinTokens.Token token = cursor.token(i);
            String next = cursor.token(i + 1).text();
            if (!token.isWord() || NO_CALLS.contains(token.text()) || !(next.equals("(") || next.equals("{"))) {
                continue;
            }
            Expr receiver = null;
            if (i >= 2
                    && (cursor.token(i - 1).text().equals(".")
                            || cursor.token(i - 1).text().equals("?."))) {
                receiver = cursor.token(i - 2).isWord()
                        ? new Expr.Name(cursor.token(i - 2).text())
                        : new Expr.Other(List.of());
            }
            List<Expr> arguments = new ArrayList<>();
            if (next.equals("(")) {
                int end = Math.min(cursor.closing(i + 1), to);
                for (int each = i + 2; each < end; each++) {
                    if (cursor.token(each).isText()) {
                        arguments.add(new Expr.Literal(cursor.token(each).text(), true));
                    }
                }
            }
            steps.add(new Step.Eval(new Expr.Call(token.line(), receiver, token.text(), arguments)));
        }
        return steps;
    }
}
