package io.github.sre4j.source.internal.kotlin;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.Parameter;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.model.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Reads the operands of expressions: literals, names, lambdas, objects, and statements that are values. Not thread-safe. */
final class KotlinPrimaries {

    private final KotlinCursor cursor;
    private final KotlinTypes types;
    private final KotlinExpressions expressions;
    private final KotlinStatements statements;
    private boolean forbidden;

    KotlinPrimaries(KotlinCursor cursor, KotlinTypes types, KotlinExpressions expressions) {
        this.cursor = cursor;
        this.types = types;
        this.expressions = expressions;
        this.statements = new KotlinStatements(cursor, types, expressions);
    }

    KotlinStatements statements() {
        return statements;
    }

    boolean lambdasForbidden() {
        return forbidden;
    }

    /** Allows or forbids lambdas behind calls, as in {@code class A : B by c {}}; returns whether they were forbidden before. */
    boolean allowLambdas(boolean allowed) {
        boolean before = forbidden;
        forbidden = !allowed;
        return before;
    }

    Expr read() {
        KotlinToken token = cursor.here();
        switch (token.kind()) {
            case TEXT -> {
                cursor.take();
                return KotlinTemplates.text(token);
            }
            case LITERAL -> {
                cursor.take();
                return new Expr.Literal(token.text(), false);
            }
            case QUOTED -> {
                return name();
            }
            case WORD -> {
                return word(token);
            }
            default -> {
                return sign(token);
            }
        }
    }

    private Expr sign(KotlinToken token) {
        if (token.is("(")) {
            List<Expr> inner = expressions.bracketed();
            return inner.size() == 1 ? inner.get(0) : new Expr.Other(inner);
        }
        if (token.is("[")) {
            return new Expr.Items(expressions.bracketed());
        }
        if (token.is("{")) {
            return expressions.inBraces();
        }
        if (token.is("::")) {
            cursor.take();
            return new Expr.Reference(
                    token.line(),
                    new Expr.Name("this"),
                    cursor.here().isWord() ? cursor.take().text() : "");
        }
        if (token.is("@")) {
            cursor.take();
            types.name();
            if (cursor.is("(") && !cursor.here().spaced()) {
                cursor.skipBrackets();
            }
            return read();
        }
        return KotlinExpressions.NOTHING;
    }

    private Expr word(KotlinToken token) {
        switch (token.text()) {
            case "null", "true", "false" -> {
                cursor.take();
                return new Expr.Literal(token.text(), false);
            }
            case "if", "when", "try" -> {
                List<Step> steps = expressions.onOwnLines(() -> statements.asValue(token.text()));
                return new Expr.Other(List.of(new Expr.Function(token.line(), cursor.lineBefore(), List.of(), steps)));
            }
            case "return", "throw", "break", "continue" -> {
                cursor.take();
                skipLabel();
                boolean value = !cursor.startsLine() && !endsHere();
                return value ? new Expr.Other(List.of(expressions.expression())) : KotlinExpressions.NOTHING;
            }
            case "object" -> {
                return object();
            }
            case "fun" -> {
                return statements.function();
            }
            case "this", "super" -> {
                cursor.take();
                if (cursor.is("<")) {
                    types.skipArguments();
                }
                skipLabel();
                return new Expr.Name(token.text());
            }
            default -> {
                if (cursor.ahead(1).is("@")
                        && !cursor.ahead(1).spaced()
                        && cursor.ahead(2).is("{")) {
                    cursor.take();
                    cursor.take();
                    return expressions.inBraces();
                }
                return KotlinWords.KEYWORDS.contains(token.text()) ? KotlinExpressions.NOTHING : name();
            }
        }
    }

    private boolean endsHere() {
        return cursor.is("}")
                || cursor.is(")")
                || cursor.is("]")
                || cursor.is(",")
                || cursor.is(";")
                || cursor.is("else")
                || cursor.isAtEnd();
    }

    private void skipLabel() {
        if (cursor.is("@") && !cursor.here().spaced()) {
            cursor.take();
            cursor.take();
        }
    }

    private Expr name() {
        KotlinToken name = cursor.take();
        if (name.is("arrayOf") && cursor.is("(")) {
            return new Expr.Items(expressions.bracketed());
        }
        return expressions.call(name, null, new Expr.Name(name.text()));
    }

    /** Reads an anonymous object as a new one, its functions as arguments. */
    private Expr object() {
        int line = cursor.take().line();
        TypeRef type = TypeRef.NONE;
        List<Expr> arguments = new ArrayList<>();
        if (cursor.skip(":")) {
            type = types.type();
            if (cursor.is("(")) {
                arguments.addAll(expressions.bracketed());
            }
            while (cursor.skip(",")) {
                types.type();
                if (cursor.is("(")) {
                    cursor.skipBrackets();
                }
            }
        }
        if (cursor.is("{")) {
            arguments.addAll(expressions.onOwnLines(statements::functionsInBraces));
        }
        return new Expr.Create(line, type, arguments);
    }

    /** Reads a lambda in braces; what its last statement evaluates to is its result. */
    Expr.Function lambda() {
        int line = cursor.here().line();
        int end = cursor.closing(cursor.at());
        cursor.take();
        boolean before = allowLambdas(true);
        List<Parameter> parameters = lambdaParameters(end);
        List<Step> body = statements.until(end);
        forbidden = before;
        cursor.to(end + 1);
        return new Expr.Function(line, cursor.lineBefore(), parameters, KotlinStatements.withResult(body));
    }

    private List<Parameter> lambdaParameters(int end) {
        int arrow = arrow(end);
        if (arrow < 0) {
            return List.of(new Parameter("it", TypeRef.NONE, List.of()));
        }
        List<Parameter> parameters = new ArrayList<>();
        while (cursor.at() < arrow) {
            int before = cursor.at();
            if (cursor.here().isWord()) {
                String name = cursor.take().text();
                TypeRef type = cursor.skip(":") ? types.type() : TypeRef.NONE;
                parameters.add(new Parameter(name, type, List.of()));
            }
            if (cursor.at() == before) {
                cursor.take();
            }
        }
        cursor.to(arrow + 1);
        return parameters;
    }

    /** Returns the index of the arrow behind the parameters of a lambda, or -1 if it has none. */
    private int arrow(int end) {
        int depth = 0;
        for (int i = cursor.at(); i < end; i++) {
            KotlinToken token = cursor.token(i);
            if (token.is("->") && depth == 0) {
                return i;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean fits = token.isWord() ? !KotlinWords.KEYWORDS.contains(token.text()) : fitsParameters(token);
            if (!fits || depth < 0) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean fitsParameters(KotlinToken token) {
        for (String each : List.of(",", ":", "<", ">", "?", ".", "(", ")", "*", "->")) {
            if (token.is(each)) {
                return true;
            }
        }
        return false;
    }
}
