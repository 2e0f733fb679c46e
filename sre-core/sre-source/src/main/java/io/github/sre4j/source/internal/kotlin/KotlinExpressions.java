package io.github.sre4j.source.internal.kotlin;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions: chains of calls with their lambdas, texts with templates, and operators, of which only {@code +} keeps its meaning.
 *
 * <p>An expression ends with its line, except in parentheses, after an operator, or before a line that begins with one. Not thread-safe.
 */
final class KotlinExpressions {

    static final Expr NOTHING = new Expr.Other(List.of());

    private static final int MAX_DEPTH = 200;

    private static final Set<String> OPERATORS = Set.of(
            "+", "-", "*", "/", "%", "?:", "..", "..<", "==", "!=", "===", "!==", "<", ">", "<=", ">=", "&&", "||");

    /** Operators that continue the expression of the line before. */
    private static final Set<String> CONTINUING = Set.of("?:", "&&", "||");

    private final KotlinCursor cursor;
    private final KotlinTypes types;
    private final KotlinPrimaries primaries;
    private int nesting;
    private int depth;

    KotlinExpressions(KotlinCursor cursor, KotlinTypes types) {
        this.cursor = cursor;
        this.types = types;
        this.primaries = new KotlinPrimaries(cursor, types, this);
    }

    /** Reads an expression whose end is the end of its line or statement. */
    Expr expression() {
        if (++depth > MAX_DEPTH) {
            // Text that nests like this was not written by hand.
            cursor.take();
            depth--;
            return NOTHING;
        }
        List<Expr> operands = new ArrayList<>();
        boolean join = false;
        operands.add(operand());
        while (true) {
            KotlinToken token = cursor.here();
            if (isOver(token)) {
                break;
            }
            if (token.is("as")) {
                cursor.take();
                cursor.skip("?");
                TypeRef type = types.type();
                operands.add(new Expr.Cast(type, operands.remove(operands.size() - 1)));
            } else if (token.is("is") || (token.is("!") && cursor.ahead(1).is("is"))) {
                cursor.skip("!");
                cursor.take();
                types.type();
            } else if (token.is("in") || (token.is("!") && cursor.ahead(1).is("in"))) {
                cursor.skip("!");
                cursor.take();
                operands.add(operand());
            } else if (token.kind() == KotlinToken.Kind.SIGN && OPERATORS.contains(token.text())) {
                cursor.take();
                skipGreaterOrEqual(token);
                join |= token.is("+");
                operands.add(operand());
            } else if (isInfix(token)) {
                cursor.take();
                Expr left = operands.remove(operands.size() - 1);
                operands.add(new Expr.Call(token.line(), left, token.text(), List.of(operand())));
            } else {
                break;
            }
        }
        depth--;
        if (operands.size() == 1) {
            return operands.get(0);
        }
        return join ? new Expr.Join(operands) : new Expr.Other(operands);
    }

    private void skipGreaterOrEqual(KotlinToken token) {
        if (token.is(">") && cursor.is("=")) {
            cursor.take();
        }
    }

    private boolean isOver(KotlinToken token) {
        return cursor.isAtEnd() || (nesting == 0 && cursor.startsLine() && !continues(token));
    }

    private static boolean continues(KotlinToken token) {
        return token.kind() == KotlinToken.Kind.SIGN && CONTINUING.contains(token.text());
    }

    /** A word between two operands: {@code a to b}. */
    private boolean isInfix(KotlinToken token) {
        if (!token.isWord() || cursor.startsLine() || KotlinWords.KEYWORDS.contains(token.text())) {
            return false;
        }
        KotlinToken next = cursor.ahead(1);
        boolean operand = next.isWord()
                ? !KotlinWords.INFIX_ENDS.contains(next.text())
                : next.kind() == KotlinToken.Kind.TEXT
                        || next.kind() == KotlinToken.Kind.LITERAL
                        || next.is("(")
                        || next.is("{");
        return operand && next.line() == token.line();
    }

    private Expr operand() {
        if (cursor.is("!")
                || cursor.is("-")
                || cursor.is("+")
                || cursor.is("++")
                || cursor.is("--")
                || cursor.is("*")) {
            cursor.take();
            return new Expr.Other(List.of(operand()));
        }
        return postfix(primaries.read());
    }

    /** Reads what follows an operand: members, calls, indexes, lambdas. */
    private Expr postfix(Expr first) {
        Expr value = first;
        while (true) {
            KotlinToken token = cursor.here();
            boolean member =
                    (token.is(".") || token.is("?.")) && cursor.ahead(1).isWord();
            boolean sameLine = nesting > 0 || !cursor.startsLine();
            if (member) {
                cursor.take();
                KotlinToken name = cursor.take();
                value = call(name, value, new Expr.Select(value, name.text()));
            } else if (token.is("::")) {
                value = reference(value);
            } else if ((token.is("!!") || token.is("++") || token.is("--")) && sameLine) {
                cursor.take();
            } else if (token.is("[") && sameLine && !cursor.startsLine()) {
                value = new Expr.Call(token.line(), value, "get", bracketed());
            } else if (token.is("(") && !cursor.startsLine()) {
                value = new Expr.Call(token.line(), value, "invoke", withLambda(bracketed()));
            } else if ((token.is(".") || token.is("?.")) && cursor.ahead(1).is("(")) {
                cursor.take();
            } else {
                return value;
            }
        }
    }

    /** Reads the arguments of a call if there are any; otherwise the name alone is the value. */
    Expr call(KotlinToken name, @Nullable Expr receiver, Expr otherwise) {
        if (cursor.is("<")) {
            int end = types.argumentsEnd(cursor.at());
            KotlinToken next = cursor.token(end + 1);
            if (end > cursor.at() && (next.is("(") || next.is("{") || next.is("::"))) {
                cursor.to(end + 1);
            }
        }
        boolean arguments = cursor.is("(") && !cursor.startsLine();
        if (!arguments && !isLambda()) {
            return otherwise;
        }
        List<Expr> values = withLambda(arguments ? bracketed() : new ArrayList<>());
        return receiver == null && isClassName(name.text())
                ? new Expr.Create(name.line(), TypeRef.of(name.text()), values)
                : new Expr.Call(name.line(), receiver, name.text(), values);
    }

    /** Returns whether a called name is a class by its case: {@code Order}, but neither {@code order} nor {@code GET}. */
    private static boolean isClassName(String name) {
        return Character.isUpperCase(name.charAt(0))
                && (name.length() == 1 || !name.equals(name.toUpperCase(Locale.ROOT)));
    }

    /** Returns whether a lambda, maybe with a label, follows on the same line. */
    private boolean isLambda() {
        if (primaries.lambdasForbidden() || cursor.startsLine()) {
            return false;
        }
        boolean labeled = cursor.here().isWord()
                && cursor.ahead(1).is("@")
                && cursor.ahead(2).is("{");
        return cursor.is("{") || (labeled && !cursor.ahead(1).spaced());
    }

    private List<Expr> withLambda(List<Expr> arguments) {
        if (isLambda()) {
            if (!cursor.is("{")) {
                cursor.take();
                cursor.take();
            }
            arguments.add(inBraces());
        }
        return arguments;
    }

    private Expr reference(Expr value) {
        int line = cursor.take().line();
        if (cursor.skip("class")) {
            Expr of = new Expr.ClassOf(TypeRef.of(written(value)));
            while (cursor.is(".")
                    && cursor.ahead(1).isWord()
                    && cursor.ahead(1).text().startsWith("java")) {
                cursor.take();
                cursor.take();
            }
            return of;
        }
        return new Expr.Reference(
                line, value, cursor.here().isWord() ? cursor.take().text() : "");
    }

    private static String written(Expr expr) {
        if (expr instanceof Expr.Select select) {
            return written(select.of()) + "." + select.name();
        }
        return expr instanceof Expr.Name name ? name.name() : "";
    }

    /** Reads the values in parentheses or brackets; names of arguments are dropped. */
    List<Expr> bracketed() {
        int end = cursor.closing(cursor.at());
        cursor.take();
        nesting++;
        boolean forbidden = primaries.allowLambdas(true);
        List<Expr> values = new ArrayList<>();
        while (cursor.at() < end) {
            int before = cursor.at();
            if (!cursor.skip(",")) {
                values.add(argument());
            }
            if (cursor.at() == before) {
                cursor.take();
            }
        }
        primaries.allowLambdas(!forbidden);
        nesting--;
        cursor.to(end + 1);
        return values;
    }

    /** Reads one argument of a call or annotation. */
    Expr argument() {
        nesting++;
        if (cursor.here().isWord() && cursor.ahead(1).is("=")) {
            cursor.take();
            cursor.take();
        }
        Expr value = expression();
        nesting--;
        return value;
    }

    /** Reads a lambda: its lines end statements again. */
    Expr.Function inBraces() {
        int outer = nesting;
        nesting = 0;
        Expr.Function lambda = primaries.lambda();
        nesting = outer;
        return lambda;
    }

    /** Reads what ends lines anew, such as a block inside of parentheses. */
    <T> T onOwnLines(Supplier<T> reader) {
        int outer = nesting;
        nesting = 0;
        T value = reader.get();
        nesting = outer;
        return value;
    }
}
