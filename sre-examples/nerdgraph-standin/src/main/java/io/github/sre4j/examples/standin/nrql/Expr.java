package io.github.sre4j.examples.standin.nrql;

import java.util.List;
import java.util.Map;

/** A value: a literal, an attribute, a calculation, a function, or what only stands as an argument of a function. */
public sealed interface Expr extends Node {
    record Num(double value) implements Expr {}

    record Str(String value) implements Expr {}

    record Bool(boolean value) implements Expr {}

    record Attr(String name) implements Expr {}

    /** {@code *} */
    record Star() implements Expr {}

    record Neg(Expr of) implements Expr {}

    /** {@code + - * / %} */
    record Arith(char operator, Expr left, Expr right) implements Expr {}

    /** A function, its name in lower case; {@code named} holds arguments such as {@code t: 0.5}. */
    record Call(String function, List<Expr> arguments, Map<String, Expr> named) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        Call(String function, Expr... arguments) {
            this(function, List.of(arguments), Map.of());
        }
    }

    /** {@code value[key]}: a field of a metric, or one of several percentiles. */
    record Pick(Expr of, String key) implements Expr {}

    /** {@code WHERE ...} as an argument. */
    record Where(Cond condition) implements Expr {}

    /** The condition of {@code if(condition, a, b)}. */
    record Test(Cond condition) implements Expr {}

    /** {@code 1 minute} as an argument. */
    record Span(double amount, TimeUnit unit) implements Expr {
        public double millis() {
            return amount * unit.millis();
        }
    }
}
