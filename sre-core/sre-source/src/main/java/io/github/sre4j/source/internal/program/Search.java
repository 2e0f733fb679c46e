package io.github.sre4j.source.internal.program;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.Step;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for expressions as they are written, without their types: a fraction of what {@link BodyWalk} costs. */
public final class Search {

    private final Predicate<Expr> wanted;

    private Search(Predicate<Expr> wanted) {
        this.wanted = wanted;
    }

    /** Whether a body holds such an expression, functions inside of it included. */
    public static boolean holds(Method method, Predicate<Expr> wanted) {
        return new Search(wanted).any(method.facts().body());
    }

    private boolean any(List<Step> steps) {
        for (Step step : steps) {
            if (in(step)) {
                return true;
            }
        }
        return false;
    }

    private boolean in(Step step) {
        if (step instanceof Step.Local local) {
            return in(local.value());
        }
        if (step instanceof Step.Eval eval) {
            return in(eval.value());
        }
        if (step instanceof Step.Result result) {
            return in(result.value());
        }
        if (step instanceof Step.Loop loop) {
            return in(loop.over()) || any(loop.body());
        }
        if (step instanceof Step.Branch branch) {
            if (anyOf(branch.conditions())) {
                return true;
            }
            for (List<Step> arm : branch.arms()) {
                if (any(arm)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean in(@Nullable Expr expr) {
        if (expr == null) {
            return false;
        }
        return wanted.test(expr)
                || (expr instanceof Expr.Function function ? any(function.body()) : anyOf(expr.children()));
    }

    private boolean anyOf(List<Expr> exprs) {
        for (Expr each : exprs) {
            if (in(each)) {
                return true;
            }
        }
        return false;
    }
}
