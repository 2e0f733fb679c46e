package io.github.sre4j.source.internal.program;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.Step;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which variables of a method's body are made of which. The order of statements does not count, so it finds rather too many links than too few: what it
 * calls independent is.
 */
public final class Flow {

    private final Map<String, Set<String>> madeOf = new HashMap<>();

    /** The flow in a method. */
    public Flow(Method method) {
        steps(method.facts().body());
    }

    /** The variables some names are made of, themselves included. */
    public Set<String> sources(Collection<String> names) {
        Set<String> all = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            String next = open.pop();
            if (all.add(next)) {
                open.addAll(madeOf.getOrDefault(next, Set.of()));
            }
        }
        return all;
    }

    private void steps(List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.Local local && local.value() != null) {
                link(local.variable().name(), Uses.of(local.value()));
                expr(local.value());
            } else if (step instanceof Step.Eval eval) {
                expr(eval.value());
            } else if (step instanceof Step.Result result) {
                expr(result.value());
            } else if (step instanceof Step.Loop loop) {
                if (loop.variable() != null && loop.over() != null) {
                    link(loop.variable().name(), Uses.of(loop.over()));
                }
                expr(loop.over());
                steps(loop.body());
            } else if (step instanceof Step.Branch branch) {
                Set<String> conditions = new HashSet<>();
                branch.conditions().forEach(each -> conditions.addAll(Uses.of(each)));
                branch.conditions().forEach(this::expr);
                for (List<Step> arm : branch.arms()) {
                    assigned(arm).forEach(each -> link(each, conditions));
                    steps(arm);
                }
            }
        }
    }

    private static Set<String> assigned(List<Step> steps) {
        Set<String> names = new HashSet<>();
        for (Step step : steps) {
            if (step instanceof Step.Eval eval
                    && eval.value() instanceof Expr.Assign assign
                    && assign.target() instanceof Expr.Name name) {
                names.add(name.name());
            }
        }
        return names;
    }

    private void expr(@Nullable Expr expr) {
        if (expr == null) {
            return;
        }
        if (expr instanceof Expr.Assign assign && assign.target() instanceof Expr.Name name) {
            link(name.name(), Uses.of(assign.value()));
        }
        if (expr instanceof Expr.Call call) {
            call(call);
        }
        if (expr instanceof Expr.Function function) {
            steps(function.body());
        }
        expr.children().forEach(this::expr);
    }

    /** What is passed to an object's method may end in the object; what an object holds comes to the lambdas passed to it. */
    private void call(Expr.Call call) {
        Set<String> passed = new HashSet<>();
        call.arguments().forEach(each -> passed.addAll(Uses.of(each)));
        Expr root = call.receiver();
        while (root instanceof Expr.Call inner) {
            root = inner.receiver();
        }
        boolean sets = call.name().startsWith("set")
                || call.name().startsWith("add")
                || call.name().startsWith("put")
                || call.name().equals("append");
        if (sets && root instanceof Expr.Name name) {
            link(name.name(), passed);
        }
        Set<String> held = call.receiver() == null ? Set.of() : Uses.of(call.receiver());
        for (Expr each : call.arguments()) {
            if (each instanceof Expr.Function function) {
                function.parameters().forEach(parameter -> link(parameter.name(), held));
            }
        }
    }

    private void link(String name, Set<String> sources) {
        madeOf.computeIfAbsent(name, none -> new HashSet<>()).addAll(sources);
    }
}
