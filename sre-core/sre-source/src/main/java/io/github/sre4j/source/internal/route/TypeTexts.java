package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.program.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the path segments in the text literals of a type. */
final class TypeTexts {

    private final Set<String> segments = new HashSet<>();

    private TypeTexts() {}

    static Set<String> segments(Type type) {
        TypeTexts texts = new TypeTexts();
        type.facts().fields().forEach(each -> texts.expr(each.initial()));
        type.facts().methods().forEach(each -> texts.steps(each.body()));
        return Set.copyOf(texts.segments);
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

    private void expr(@Nullable Expr expr) {
        if (expr instanceof Expr.Literal literal && literal.isText()) {
            segments.addAll(Paths.segments(literal.value()));
        } else if (expr instanceof Expr.Function function) {
            steps(function.body());
        } else if (expr != null) {
            expr.children().forEach(this::expr);
        }
    }
}
