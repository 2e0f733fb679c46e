package io.github.sre4j.source.scan;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.FileFacts;
import io.github.sre4j.source.internal.model.MethodFacts;
import io.github.sre4j.source.internal.model.Parameter;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.model.TypeFacts;
import io.github.sre4j.source.internal.model.TypeRef;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the simple names of types that a file names. */
final class Mentions {

    private final Set<String> names;

    private Mentions(Set<String> names) {
        this.names = names;
    }

    static void collect(FileFacts file, Set<String> names) {
        Mentions mentions = new Mentions(names);
        for (TypeFacts type : file.types()) {
            mentions.annotations(type.annotations());
            type.superTypes().forEach(mentions::ref);
            type.fields().forEach(field -> {
                mentions.annotations(field.annotations());
                mentions.ref(field.type());
                mentions.expr(field.initial());
            });
            type.methods().forEach(mentions::method);
        }
        // Constants that are imported by name.
        for (String each : file.imports()) {
            if (each.startsWith("static ")) {
                int last = each.lastIndexOf('.');
                names.add(each.substring(each.lastIndexOf('.', last - 1) + 1, Math.max(last, 0)));
            }
        }
    }

    private void method(MethodFacts method) {
        annotations(method.annotations());
        ref(method.returns());
        method.parameters().forEach(this::parameter);
        steps(method.body());
    }

    private void parameter(Parameter parameter) {
        ref(parameter.type());
        annotations(parameter.annotations());
    }

    private void annotations(List<AnnotationFacts> annotations) {
        for (AnnotationFacts each : annotations) {
            names.add(each.simpleName());
            each.values().values().forEach(this::expr);
        }
    }

    private void ref(TypeRef type) {
        if (!type.name().isEmpty()) {
            parts(type.name());
            type.arguments().forEach(this::ref);
        }
    }

    /** Of a nested type the file bears the outer one's name. */
    private void parts(String name) {
        int from = 0;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '.' || name.charAt(i) == '[') {
                named(name.substring(from, i));
                from = i + 1;
            }
        }
        named(from == 0 ? name : name.substring(from));
    }

    private void named(String name) {
        if (!name.isEmpty() && Character.isUpperCase(name.charAt(0))) {
            names.add(name);
        }
    }

    private void steps(List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.Local local) {
                parameter(local.variable());
                expr(local.value());
            } else if (step instanceof Step.Eval eval) {
                expr(eval.value());
            } else if (step instanceof Step.Result result) {
                expr(result.value());
            } else if (step instanceof Step.Loop loop) {
                if (loop.variable() != null) {
                    parameter(loop.variable());
                }
                expr(loop.over());
                steps(loop.body());
            } else if (step instanceof Step.Branch branch) {
                branch.conditions().forEach(this::expr);
                branch.arms().forEach(this::steps);
            }
        }
    }

    private void expr(@Nullable Expr expr) {
        if (expr instanceof Expr.Name name) {
            named(name.name());
        } else if (expr instanceof Expr.Create create) {
            ref(create.type());
        } else if (expr instanceof Expr.ClassOf classOf) {
            ref(classOf.type());
        } else if (expr instanceof Expr.Cast cast) {
            ref(cast.type());
        } else if (expr instanceof Expr.Nested nested) {
            annotations(List.of(nested.annotation()));
        } else if (expr instanceof Expr.Function function) {
            function.parameters().forEach(this::parameter);
            steps(function.body());
        }
        if (expr != null) {
            expr.children().forEach(this::expr);
        }
    }
}
