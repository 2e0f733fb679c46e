package io.github.sre4j.examples.standin.nrql;

import io.github.sre4j.examples.standin.nrql.Cond.And;
import io.github.sre4j.examples.standin.nrql.Cond.Compare;
import io.github.sre4j.examples.standin.nrql.Cond.In;
import io.github.sre4j.examples.standin.nrql.Cond.IsNull;
import io.github.sre4j.examples.standin.nrql.Cond.IsTruth;
import io.github.sre4j.examples.standin.nrql.Cond.Like;
import io.github.sre4j.examples.standin.nrql.Cond.Not;
import io.github.sre4j.examples.standin.nrql.Cond.Operator;
import io.github.sre4j.examples.standin.nrql.Cond.Or;
import io.github.sre4j.examples.standin.nrql.Cond.Rlike;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions: OR, AND, NOT, predicates, in that order of binding. */
class ConditionParser extends ExprParser {
    private static final Map<String, Operator> OPERATORS =
            Arrays.stream(Operator.values()).collect(Collectors.toMap(Operator::symbol, operator -> operator));

    ConditionParser(Tokens in) {
        super(in);
    }

    @Override
    Cond condition() {
        return asCondition(or());
    }

    @Override
    Node nodeInParentheses() {
        return or();
    }

    /** A value alone is no condition; the error is at what stands in place of the comparison. */
    private Cond asCondition(Node node) {
        if (node instanceof Cond condition) {
            return condition;
        }
        throw in.peek().unexpected();
    }

    private Node or() {
        Node first = and();
        if (!in.peek().is("or")) {
            return first;
        }
        List<Cond> any = new ArrayList<>(List.of(asCondition(first)));
        while (in.accept("or")) {
            any.add(asCondition(and()));
        }
        return new Or(any);
    }

    private Node and() {
        Node first = not();
        if (!in.peek().is("and")) {
            return first;
        }
        List<Cond> all = new ArrayList<>(List.of(asCondition(first)));
        while (in.accept("and")) {
            all.add(asCondition(not()));
        }
        return new And(all);
    }

    private Node not() {
        if (!in.accept("not")) {
            return predicate();
        }
        enter();
        Not negated = new Not(asCondition(not()));
        leave();
        return negated;
    }

    private Node predicate() {
        Token start = in.peek();
        Node left = additive();
        Token token = in.peek();
        Operator operator = token.kind() == Token.Kind.SYMBOL ? OPERATORS.get(token.text()) : null;
        if (operator != null) {
            in.next();
            return new Compare(operator, value(left, start), expression());
        }
        Cond condition = left instanceof Expr expr ? wordPredicate(expr) : null;
        return condition == null ? left : condition;
    }

    private @Nullable Cond wordPredicate(Expr of) {
        if (in.accept("is")) {
            return is(of);
        }
        boolean negated = in.peek().is("not") && isPredicateWord(in.peek(1));
        if (negated) {
            in.next();
        }
        if (in.accept("in")) {
            return new In(of, list(), negated);
        }
        if (in.accept("like")) {
            return new Like(of, in.expect(Token.Kind.STRING).text(), negated);
        }
        if (in.accept("rlike")) {
            return new Rlike(of, in.expect(Token.Kind.STRING).text(), negated);
        }
        return null;
    }

    private static boolean isPredicateWord(Token token) {
        return token.is("in") || token.is("like") || token.is("rlike");
    }

    private Cond is(Expr of) {
        boolean negated = in.accept("not");
        if (in.accept("null")) {
            return new IsNull(of, negated);
        }
        if (in.accept("true")) {
            return new IsTruth(of, true, negated);
        }
        in.expect("false");
        return new IsTruth(of, false, negated);
    }

    private List<Expr> list() {
        in.expectSymbol("(");
        List<Expr> values = new ArrayList<>();
        do {
            values.add(expression());
        } while (in.acceptSymbol(","));
        in.expectSymbol(")");
        return values;
    }
}
