package io.github.sre4j.examples.standin.nrql;

import java.util.List;

/** A condition of WHERE. */
public sealed interface Cond extends Node {
    record And(List<Cond> all) implements Cond {
        public And {
            all = List.copyOf(all);
        }
    }

    record Or(List<Cond> any) implements Cond {
        public Or {
            any = List.copyOf(any);
        }
    }

    record Not(Cond of) implements Cond {}

    record Compare(Operator operator, Expr left, Expr right) implements Cond {}

    record In(Expr of, List<Expr> values, boolean negated) implements Cond {
        public In {
            values = List.copyOf(values);
        }
    }

    /** {@code LIKE}: whatever the case, {@code %} the only wildcard, no escape. */
    record Like(Expr of, String pattern, boolean negated) implements Cond {}

    /** {@code RLIKE}: RE2, on the whole value. */
    record Rlike(Expr of, String regex, boolean negated) implements Cond {}

    record IsNull(Expr of, boolean negated) implements Cond {}

    record IsTruth(Expr of, boolean truth, boolean negated) implements Cond {}

    enum Operator {
        EQ("="),
        NE("!="),
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }
}
