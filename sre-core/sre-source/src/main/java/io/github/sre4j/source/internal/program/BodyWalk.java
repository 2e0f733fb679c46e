package io.github.sre4j.source.internal.program;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.Parameter;
import io.github.sre4j.source.internal.model.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through the body of a method in the order of evaluation and notes every {@link Site}. */
final class BodyWalk {

    /** Methods whose function runs once per element, where the receiver holds many. */
    private static final Set<String> EACH = Set.of(
            "forEach",
            "map",
            "flatMap",
            "mapToInt",
            "mapToLong",
            "mapToDouble",
            "mapToObj",
            "filter",
            "anyMatch",
            "allMatch",
            "noneMatch",
            "peek",
            "collect",
            "removeIf",
            "replaceAll",
            "forEachOrdered",
            "mapMulti",
            "toMap",
            "groupingBy",
            "mapping",
            "concatMap",
            "flatMapSequential",
            "flatMapIterable",
            "doOnNext",
            "forEachRemaining",
            "reduce",
            "takeWhile",
            "associate",
            "associateBy",
            "associateWith",
            "sumOf",
            "flatMapMany",
            "sorted",
            "max",
            "min",
            "partitioningBy");

    private static final Set<String> OTHER_THREAD = Set.of(
            "supplyAsync",
            "runAsync",
            "submit",
            "execute",
            "schedule",
            "fork",
            "startVirtualThread",
            "invokeAll",
            "thenApplyAsync",
            "thenAcceptAsync",
            "thenRunAsync",
            "thenComposeAsync",
            "thenCombineAsync",
            "async",
            "launch");

    private final Types types;
    private final Method method;
    private final List<Site> sites = new ArrayList<>();
    private int order;
    private int branches;

    BodyWalk(Types types, Method method) {
        this.types = types;
        this.method = method;
    }

    /** What surrounds the statement at hand. */
    private record Around(
            Scope scope,
            List<Integer> loops,
            List<Integer> path,
            Set<String> conditions,
            @Nullable String local,
            boolean detached) {

        Around scope(Scope inner) {
            return new Around(inner, loops, path, conditions, local, detached);
        }

        Around loop(int line) {
            return new Around(scope, plus(loops, line), path, conditions, null, detached);
        }

        Around arm(int arm, Set<String> more) {
            Set<String> all = new HashSet<>(conditions);
            all.addAll(more);
            return new Around(scope, loops, plus(path, arm), all, null, detached);
        }

        Around under(Set<String> more) {
            Set<String> all = new HashSet<>(conditions);
            all.addAll(more);
            return new Around(scope, loops, path, all, local, detached);
        }

        Around local(@Nullable String name) {
            return new Around(scope, loops, path, conditions, name, detached);
        }

        Around onOtherThread() {
            return new Around(scope, loops, path, conditions, null, true);
        }

        private static List<Integer> plus(List<Integer> list, int item) {
            List<Integer> longer = new ArrayList<>(list);
            longer.add(item);
            return longer;
        }
    }

    List<Site> walk() {
        steps(method.facts().body(), new Around(Scope.of(method), List.of(), List.of(), Set.of(), null, false));
        return List.copyOf(sites);
    }

    /** Answers the scope behind the statements. */
    private Scope steps(List<Step> steps, Around start) {
        Around around = start;
        for (Step step : steps) {
            if (step instanceof Step.Local local) {
                Parameter variable = local.variable();
                expr(local.value(), around.local(variable.name()));
                around = around.scope(around.scope()
                        .with(
                                variable.name(),
                                variable.type(),
                                TypeUse.UNKNOWN,
                                local.value(),
                                around.loops().size()));
            } else if (step instanceof Step.Eval eval) {
                expr(eval.value(), around.local(null));
            } else if (step instanceof Step.Result result) {
                expr(result.value(), around.local("return"));
            } else if (step instanceof Step.Loop loop) {
                loop(loop, around);
            } else if (step instanceof Step.Branch branch) {
                branch(branch, around);
                if (exits(branch)) {
                    // What follows runs only if the condition lets it.
                    around = around.under(conditions(branch));
                }
            }
        }
        return around.scope();
    }

    private static boolean exits(Step.Branch branch) {
        return branch.arms().stream().anyMatch(arm -> !arm.isEmpty() && arm.get(arm.size() - 1) instanceof Step.Result);
    }

    private static Set<String> conditions(Step.Branch branch) {
        Set<String> conditions = new HashSet<>();
        branch.conditions().forEach(each -> conditions.addAll(Uses.of(each)));
        return conditions;
    }

    private void loop(Step.Loop loop, Around around) {
        expr(loop.over(), around.local(null));
        if (loop.over() instanceof Expr.Name name) {
            note(loop.line(), name, name.name(), TypeUse.UNKNOWN, around);
        }
        Around inner = around.loop(loop.line());
        Parameter variable = loop.variable();
        if (variable != null) {
            TypeUse element = types.of(loop.over(), around.scope()).element();
            inner = inner.scope(around.scope()
                    .with(
                            variable.name(),
                            variable.type(),
                            element,
                            loop.over(),
                            inner.loops().size()));
        }
        steps(loop.body(), inner);
    }

    private void branch(Step.Branch branch, Around around) {
        branch.conditions().forEach(each -> expr(each, around.local(null)));
        Set<String> conditions = conditions(branch);
        for (List<Step> arm : branch.arms()) {
            steps(arm, around.arm(branches++, conditions));
        }
    }

    private void expr(@Nullable Expr expr, Around around) {
        if (expr == null) {
            return;
        }
        if (expr instanceof Expr.Call call) {
            call(call, around);
        } else if (expr instanceof Expr.Create create) {
            create.arguments().forEach(each -> expr(each, around));
            note(create.line(), create, create.type().simpleName(), TypeUse.UNKNOWN, around);
        } else if (expr instanceof Expr.Reference reference) {
            expr(reference.of(), around);
            note(reference.line(), reference, reference.name(), types.of(reference.of(), around.scope()), around);
        } else if (expr instanceof Expr.Function function) {
            function(function, TypeUse.UNKNOWN, around);
        } else if (expr instanceof Expr.Assign assign) {
            String target = assign.target() instanceof Expr.Name name ? name.name() : null;
            expr(assign.value(), around.local(target));
        } else {
            expr.children().forEach(each -> expr(each, around));
            if (expr instanceof Expr.Select select) {
                TypeUse of = types.of(select.of(), around.scope());
                if (of.type() != null && !of.isStatic()) {
                    note(0, select, select.name(), of, around);
                }
            }
        }
    }

    private void call(Expr.Call call, Around around) {
        expr(call.receiver(), around);
        TypeUse receiver = types.of(call.receiver(), around.scope());
        boolean each = EACH.contains(call.name()) && !receiver.isSingle() && goesThroughMany(call, receiver);
        boolean collects =
                call.receiver() instanceof Expr.Name name && name.name().equals("Collectors");
        TypeUse element = receiver.element();
        for (Expr argument : call.arguments()) {
            Around inner = OTHER_THREAD.contains(call.name()) ? around.onOtherThread() : around;
            inner = each || (collects && EACH.contains(call.name())) ? inner.loop(call.line()) : inner;
            if (argument instanceof Expr.Function function) {
                function(function, element, inner);
            } else if (argument instanceof Expr.Reference) {
                expr(argument, inner);
            } else {
                expr(argument, each && call.name().equals("collect") ? inner : around);
            }
        }
        note(call.line(), call, call.name(), receiver, around);
    }

    private static boolean goesThroughMany(Expr.Call call, TypeUse receiver) {
        if (receiver.isMany()) {
            return true;
        }
        if (!receiver.isUnknown()) {
            return false;
        }
        if (call.name().equals("forEach")) {
            return true;
        }
        // What the types do not tell, a stream in the chain does.
        for (Expr each = call.receiver(); each instanceof Expr.Call inner; each = inner.receiver()) {
            if (inner.name().equals("stream")
                    || inner.name().equals("parallelStream")
                    || inner.name().endsWith("range")) {
                return true;
            }
        }
        return false;
    }

    private void function(Expr.Function function, TypeUse argument, Around around) {
        Scope scope = around.scope();
        for (Parameter each : function.parameters()) {
            scope = scope.with(
                    each.name(), each.type(), argument, null, around.loops().size());
        }
        steps(function.body(), around.scope(scope));
    }

    private void note(int line, Expr expr, String name, TypeUse receiver, Around around) {
        Set<String> needs = new HashSet<>(around.conditions());
        needs.addAll(Uses.of(expr));
        sites.add(new Site(
                method,
                line,
                expr,
                name,
                receiver,
                around.scope(),
                around.loops(),
                order++,
                around.path(),
                around.local(),
                needs,
                around.detached()));
    }
}
