package io.github.sre4j.examples.standin.nrql;

import io.github.sre4j.examples.standin.nrql.Expr.Arith;
import io.github.sre4j.examples.standin.nrql.Expr.Attr;
import io.github.sre4j.examples.standin.nrql.Expr.Bool;
import io.github.sre4j.examples.standin.nrql.Expr.Call;
import io.github.sre4j.examples.standin.nrql.Expr.Neg;
import io.github.sre4j.examples.standin.nrql.Expr.Num;
import io.github.sre4j.examples.standin.nrql.Expr.Pick;
import io.github.sre4j.examples.standin.nrql.Expr.Span;
import io.github.sre4j.examples.standin.nrql.Expr.Star;
import io.github.sre4j.examples.standin.nrql.Expr.Str;
import io.github.sre4j.examples.standin.nrql.Expr.Test;
import io.github.sre4j.examples.standin.nrql.Expr.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values. What stands in parentheses may turn out to be a condition, so no step back is ever needed. */
class ExprParser {
    final Tokens in;
    private int depth;
    private int operators;

    ExprParser(Tokens in) {
        this.in = in;
    }

    /** Overridden by the parser of conditions; here only a value can stand in parentheses. */
    Node nodeInParentheses() {
        return additive();
    }

    Cond condition() {
        throw in.peek().unexpected();
    }

    /** A value; a condition here is an error at its end. */
    Expr expression() {
        Token start = in.peek();
        return value(additive(), start);
    }

    static Expr value(Node node, Token start) {
        if (node instanceof Expr expr) {
            return expr;
        }
        throw start.error("a condition where a value is expected");
    }

    Node additive() {
        Token start = in.peek();
        Node left = multiplicative();
        while (in.peek().isSymbol("+") || in.peek().isSymbol("-")) {
            countOperator();
            char operator = in.next().text().charAt(0);
            Token rightStart = in.peek();
            left = new Arith(operator, value(left, start), value(multiplicative(), rightStart));
        }
        return left;
    }

    private Node multiplicative() {
        Token start = in.peek();
        Node left = unary();
        while (in.peek().isSymbol("*") || in.peek().isSymbol("/") || in.peek().isSymbol("%")) {
            countOperator();
            char operator = in.next().text().charAt(0);
            Token rightStart = in.peek();
            left = new Arith(operator, value(left, start), value(unary(), rightStart));
        }
        return left;
    }

    private Node unary() {
        if (!in.peek().isSymbol("-")) {
            return postfix();
        }
        in.next();
        Token start = in.peek();
        if (start.kind() == Token.Kind.NUMBER) {
            return new Num(-number(in.next()));
        }
        enter();
        Neg negative = new Neg(value(unary(), start));
        leave();
        return negative;
    }

    private Node postfix() {
        Token start = in.peek();
        Node node = primary();
        while (in.acceptSymbol("[")) {
            Token key = in.next();
            if (key.kind() == Token.Kind.SYMBOL || key.kind() == Token.Kind.END) {
                throw key.unexpected();
            }
            in.expectSymbol("]");
            countOperator();
            node = new Pick(value(node, start), key.text());
        }
        return node;
    }

    private Node primary() {
        Token token = in.next();
        switch (token.kind()) {
            case NUMBER:
                return new Num(number(token));
            case STRING:
                return new Str(token.text());
            case QUOTED_NAME:
                return new Attr(token.text());
            case WORD:
                return word(token);
            case SYMBOL:
                if (token.text().equals("(")) {
                    enter();
                    Node inner = nodeInParentheses();
                    in.expectSymbol(")");
                    leave();
                    return inner;
                }
                throw token.unexpected();
            case END:
            default:
                throw token.unexpected();
        }
    }

    private Node word(Token token) {
        if (in.peek().isSymbol("(") && !Keywords.isReserved(token.text())) {
            return call(token);
        }
        if (token.is("true") || token.is("false")) {
            return new Bool(token.is("true"));
        }
        if (Keywords.isReserved(token.text())) {
            throw token.unexpected();
        }
        return new Attr(token.text());
    }

    private Expr call(Token name) {
        enter();
        in.expectSymbol("(");
        List<Expr> arguments = new ArrayList<>();
        Map<String, Expr> named = new LinkedHashMap<>();
        boolean conditional = name.is("if");
        while (!in.peek().isSymbol(")")) {
            if (!arguments.isEmpty() || !named.isEmpty()) {
                in.expectSymbol(",");
            }
            Token key = in.peek();
            if (key.kind() == Token.Kind.WORD && in.peek(1).isSymbol(":")) {
                in.next();
                in.next();
                if (named.put(key.lower(), argument()) != null) {
                    throw key.unexpected();
                }
            } else if (conditional && arguments.isEmpty()) {
                arguments.add(new Test(condition()));
            } else {
                arguments.add(argument());
            }
        }
        in.expectSymbol(")");
        leave();
        return new Call(name.lower(), arguments, named);
    }

    private Expr argument() {
        if (in.peek().isSymbol("*")) {
            in.next();
            return new Star();
        }
        if (in.accept("where")) {
            return new Where(condition());
        }
        Token start = in.peek();
        Expr value = expression();
        if (start.kind() == Token.Kind.NUMBER
                && value instanceof Num number
                && in.peek().kind() == Token.Kind.WORD) {
            Optional<TimeUnit> unit = TimeUnit.of(in.peek().text());
            if (unit.isPresent()) {
                in.next();
                return new Span(number.value(), unit.get());
            }
        }
        return value;
    }

    static double number(Token token) {
        return Double.parseDouble(token.text());
    }

    /** Counts nesting; a query that overflows a stack must not get that far. */
    final void enter() {
        if (++depth > NrqlParser.MAX_DEPTH) {
            throw in.peek().error("the query is nested too deeply");
        }
    }

    final void leave() {
        depth--;
    }

    /** Operators in a chain make a tree that is as deep as the chain is long. */
    private void countOperator() {
        if (++operators > NrqlParser.MAX_OPERATORS) {
            throw in.peek().error("the query has too many operators");
        }
    }
}
