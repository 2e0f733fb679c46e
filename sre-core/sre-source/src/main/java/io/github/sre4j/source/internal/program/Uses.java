package io.github.sre4j.source.internal.program;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names an expression uses. */
final class Uses {

    private final Set<String> names = new HashSet<>();

    private Uses() {}

    static Set<String> of(Expr expr) {
        Uses uses = new Uses();
        uses.expr(expr);
        return uses.names;
    }

    private void expr(@Nullable Expr expr) {
        if (expr == null) {
            return;
        }
        if (expr instanceof Expr.Name name) {
            names.add(name.name());
        } else if (expr instanceof Expr.Function function) {
            steps(function.body());
        } else {
            expr.children().forEach(this::expr);
        }
    }

    private void steps(List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.Local local) {
                expr(local.value());
            } else if (step instanceof Step.Eval eval) {
                expr(eval.value());
            } else if (step instanceof Step.Result result) {
                expr(result.value());
            } else if (step instanceof Step.Loop loop) {
                expr(loop.over());
                steps(loop.body());
            } else if (step instanceof Step.Branch branch) {
                branch.conditions().forEach(this::expr);
                branch.arms().forEach(this::steps);
            }
        }
    }
}
