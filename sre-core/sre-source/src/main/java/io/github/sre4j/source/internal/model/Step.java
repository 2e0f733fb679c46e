package io.github.sre4j.source.internal.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement. Blocks, {@code try} and {@code synchronized} are not kept; what stands in them follows in order. */
public sealed interface Step {

    /**
     * A local variable.
     *
     * @param variable the variable
     * @param value its initial value, or null
     */
    record Local(Parameter variable, @Nullable Expr value) implements Step {}

    /**
     * An expression that is evaluated.
     *
     * @param value the expression
     */
    record Eval(Expr value) implements Step {}

    /**
     * What a method or lambda returns or throws: it ends there.
     *
     * @param value the expression; empty where it returns nothing
     */
    record Result(Expr value) implements Step {}

    /**
     * A loop.
     *
     * @param line where it begins
     * @param variable the variable of a for-each loop, or null
     * @param over what a for-each loop goes through, or null
     * @param body conditions and body
     */
    record Loop(
            int line,
            @Nullable Parameter variable,
            @Nullable Expr over,
            List<Step> body) implements Step {
        /** Copies the list. */
        public Loop {
            body = List.copyOf(body);
        }
    }

    /**
     * Ways of which one at most is taken.
     *
     * @param conditions what decides
     * @param arms the ways
     */
    record Branch(List<Expr> conditions, List<List<Step>> arms) implements Step {
        /** Copies the lists. */
        public Branch {
            conditions = List.copyOf(conditions);
            arms = arms.stream().map(List::copyOf).toList();
        }
    }
}
