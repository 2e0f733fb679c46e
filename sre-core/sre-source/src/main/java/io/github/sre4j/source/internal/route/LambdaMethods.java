package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.Lines;
import io.github.sre4j.source.internal.model.MethodFacts;
import io.github.sre4j.source.internal.model.Parameter;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.model.TypeRef;
import io.github.sre4j.source.internal.program.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * Handlers that are no methods of their own: lambdas in a method that defines routes. Each becomes a method with the lambda's lines and body, whose
 * parameters are the variables that the lambda sees. Not thread-safe.
 */
final class LambdaMethods {

    private final Method method;
    private int count;

    LambdaMethods(Method method) {
        this.method = method;
    }

    /** Returns a lambda as a method. */
    Method of(Expr.Function lambda, List<Parameter> visible) {
        List<Parameter> parameters = new ArrayList<>(lambda.parameters());
        parameters.addAll(visible);
        return at(lambda.line(), lambda.lastLine(), parameters, lambda.body());
    }

    /** Returns a handler of which only the line is known. */
    Method at(int line) {
        return at(line, line, List.of(), List.of());
    }

    private Method at(int first, int last, List<Parameter> parameters, List<Step> body) {
        MethodFacts facts = method.facts();
        return new Method(
                method.owner(),
                new MethodFacts(
                        Method.lambdaName(facts.name(), count++),
                        facts.isStatic(),
                        true,
                        new Lines(first, first, Math.max(first, last)),
                        List.of(),
                        TypeRef.NONE,
                        parameters,
                        body));
    }

    /** Returns a local variable as a parameter of the lambdas that see it. */
    static Parameter visible(Step.Local local) {
        TypeRef type = local.variable().type();
        return type.name().isEmpty() && local.value() instanceof Expr.Create created
                ? new Parameter(local.variable().name(), created.type(), List.of())
                : local.variable();
    }
}
