package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.model.TypeRef;
import io.github.sre4j.source.internal.program.Calls;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Type;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Functional routers of Spring MVC and WebFlux: builders, predicates, Kotlin's router DSL, and routers put together from several methods.
 *
 * <p>A router that is no bean may be mounted by code that is not understood; then what comes before its paths is open.
 */
final class FunctionalRoutes implements RouteFinder {

    private static final Set<String> DSL = Set.of("router", "coRouter");

    private final Sources sources;
    private final Calls calls;

    FunctionalRoutes(Sources sources, Calls calls) {
        this.sources = sources;
        this.calls = calls;
    }

    @Override
    public void find(RouteCollector found) {
        Set<Method> routers = new LinkedHashSet<>();
        for (Type type : sources.program().types()) {
            for (Method method : type.methods()) {
                if (isRouter(method)) {
                    routers.add(method);
                }
            }
        }
        Set<Method> mounted = new HashSet<>();
        for (Method each : routers) {
            RouterWalk walk = new RouterWalk(sources, calls, this::isRouter, new RouteCollector());
            walk.router(each, PathTemplates.ROOT, false);
            mounted.addAll(walk.mounted());
        }
        for (Method each : routers) {
            boolean bean = each.has("Bean");
            if (bean || !mounted.contains(each)) {
                boolean open = !bean && !sources.program().overridden(each).isEmpty();
                new RouterWalk(sources, calls, this::isRouter, found).router(each, PathTemplates.ROOT, open);
            }
        }
    }

    private boolean isRouter(Method method) {
        if (!method.facts().hasBody()) {
            return false;
        }
        TypeRef type = method.facts().returns();
        boolean supplied =
                type.simpleName().equals("Supplier") && !type.arguments().isEmpty();
        String returns = supplied ? type.arguments().get(0).simpleName() : type.simpleName();
        return returns.equals("RouterFunction")
                || (returns.isEmpty() && returnsDsl(method.facts().body()));
    }

    /** Kotlin: {@code fun routes() = router { … }}. */
    private static boolean returnsDsl(List<Step> body) {
        return body.size() == 1
                && body.get(0) instanceof Step.Result result
                && result.value() instanceof Expr.Call call
                && DSL.contains(call.name());
    }
}
