package io.github.sre4j.source.internal.client;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.FieldFacts;
import io.github.sre4j.source.internal.model.MethodFacts;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Notes;
import io.github.sre4j.source.internal.program.Program;
import io.github.sre4j.source.internal.program.Scope;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.program.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The base address an HTTP client was built with: in its field, in the constructor, or in the method that makes the bean. */
final class BaseAddresses {

    private static final int DEEPEST = 8;
    private static final Set<String> BASES =
            Set.of("baseUrl", "rootUri", "create", "baseUri", "defaultUriBuilderFactory", "setUriTemplateHandler");

    private final Program program;
    private final Values values;
    private final List<Method> beans = new ArrayList<>();

    BaseAddresses(Program program, Values values) {
        this.program = program;
        this.values = values;
        for (Type type : program.types()) {
            for (Method method : type.methods()) {
                if (method.has("Bean", "Produces")) {
                    beans.add(method);
                }
            }
        }
    }

    /** The base address of a client; empty if it has none that the code tells. */
    Optional<String> of(@Nullable Expr client, Scope scope) {
        return of(client, scope, 0);
    }

    private Optional<String> of(@Nullable Expr client, Scope scope, int depth) {
        if (client == null || depth > DEEPEST) {
            return Optional.empty();
        }
        if (client instanceof Expr.Call call) {
            boolean base = BASES.contains(call.name()) && !call.arguments().isEmpty();
            return base
                    ? Optional.of(values.template(call.arguments().get(0), scope))
                    : of(call.receiver(), scope, depth + 1);
        }
        if (client instanceof Expr.Create create) {
            for (Expr each : create.arguments()) {
                Optional<String> base = of(each, scope, depth + 1);
                if (base.isPresent()) {
                    return base;
                }
            }
            return Optional.empty();
        }
        if (client instanceof Expr.Name name) {
            Scope variable = scope.find(name.name());
            if (variable == null) {
                return field(scope.method().owner(), name.name(), depth);
            }
            return variable.value() != null && variable.around() != null
                    ? of(variable.value(), variable.around(), depth + 1)
                    : bean(variable.declared().simpleName(), name.name(), scope, depth);
        }
        return client instanceof Expr.Select select
                        && select.of() instanceof Expr.Name self
                        && self.name().equals("this")
                ? field(scope.method().owner(), select.name(), depth)
                : Optional.empty();
    }

    private Optional<String> field(Type owner, String name, int depth) {
        for (Type type : program.withSuperTypes(owner)) {
            Optional<FieldFacts> field = type.field(name);
            if (field.isEmpty()) {
                continue;
            }
            for (Method method : type.methods()) {
                Scope scope = values.scope(method);
                for (Step step : method.facts().body()) {
                    if (step instanceof Step.Local local) {
                        scope = values.with(scope, local);
                    } else if (step instanceof Step.Eval eval
                            && eval.value() instanceof Expr.Assign assign
                            && Values.sets(assign.target(), name)) {
                        Optional<String> base = of(assign.value(), scope, depth + 1);
                        if (base.isPresent() || method.name().equals(MethodFacts.CONSTRUCTOR)) {
                            return base;
                        }
                    }
                }
            }
            Expr initial = field.get().initial();
            if (initial != null && !type.methods().isEmpty()) {
                return of(initial, values.scope(type.methods().get(0)), depth + 1);
            }
            String wanted = Notes.find(field.get().annotations(), "Qualifier")
                    .flatMap(each -> values.text(each, type, "value"))
                    .orElse(name);
            return bean(field.get().type().simpleName(), wanted, null, depth);
        }
        return Optional.empty();
    }

    /** What the configuration's method builds: the one of that name, else the only one of that type. */
    private Optional<String> bean(String typeName, String name, @Nullable Scope asked, int depth) {
        String wanted = asked == null
                ? name
                : asked.method().facts().parameters().stream()
                        .filter(each -> each.name().equals(name))
                        .flatMap(each -> Notes.find(each.annotations(), "Qualifier").stream())
                        .flatMap(each -> values.text(each, asked.method().owner(), "value").stream())
                        .findFirst()
                        .orElse(name);
        List<Method> fitting = beans.stream()
                .filter(each -> each.facts().returns().simpleName().equals(typeName))
                .toList();
        List<Method> named =
                fitting.stream().filter(each -> isNamed(each, wanted)).toList();
        List<Method> chosen = named.isEmpty() && fitting.size() == 1 ? fitting : named;
        return chosen.size() == 1 ? built(chosen.get(0), depth) : Optional.empty();
    }

    private boolean isNamed(Method bean, String wanted) {
        return bean.name().equals(wanted)
                || bean.annotation("Bean")
                        .map(each -> values.texts(
                                each.values().getOrDefault("name", each.values().get("value")), bean.owner()))
                        .orElse(List.of())
                        .contains(wanted);
    }

    /** The base address in what a method builds. */
    Optional<String> built(Method method, int depth) {
        Scope scope = values.scope(method);
        for (Step step : method.facts().body()) {
            if (step instanceof Step.Local local) {
                scope = values.with(scope, local);
            } else if (step instanceof Step.Result result) {
                return of(result.value(), scope, depth + 1);
            }
        }
        return Optional.empty();
    }
}
