package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.Parameter;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.program.Calls;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Type;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Routes of Ktor: {@code routing}, {@code route}, verbs with lambdas, and functions on {@code Route} that they call. */
final class KtorRoutes implements RouteFinder {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "delete", "patch", "head", "options");
    private static final Set<String> RECEIVERS = Set.of("Route", "Routing", "RootRoute", "RoutingNode");

    private final Sources sources;
    private final Calls calls;

    KtorRoutes(Sources sources, Calls calls) {
        this.sources = sources;
        this.calls = calls;
    }

    @Override
    public void find(RouteCollector found) {
        Set<Method> parts = new LinkedHashSet<>();
        Set<Method> roots = new LinkedHashSet<>();
        for (Type type : sources.program().types()) {
            if (!isKtor(type)) {
                continue;
            }
            for (Method method : type.methods()) {
                if (isPart(method)) {
                    parts.add(method);
                } else if (sources.bodies().sites(method).stream().anyMatch(KtorRoutes::isRouting)) {
                    roots.add(method);
                }
            }
        }
        Set<Method> mounted = new HashSet<>();
        roots.forEach(each -> new Walk(found, mounted).root(each));
        for (Method each : parts) {
            if (!mounted.contains(each)) {
                new Walk(found, mounted).part(each, PathTemplates.ROOT, true);
            }
        }
    }

    private static boolean isKtor(Type type) {
        return type.unit().imports().stream().anyMatch(each -> each.startsWith("io.ktor."));
    }

    /** A function on a route: {@code fun Route.orders()}. */
    private static boolean isPart(Method method) {
        List<Parameter> parameters = method.facts().parameters();
        return !parameters.isEmpty()
                && parameters.get(0).name().equals("this")
                && RECEIVERS.contains(parameters.get(0).type().simpleName());
    }

    private static boolean isRouting(Site site) {
        return site.name().equals("routing") && site.arguments().stream().anyMatch(Expr.Function.class::isInstance);
    }

    /** The walk through one tree of routes. */
    private final class Walk {

        private final RouteCollector found;
        private final Set<Method> mounted;
        private final Set<Method> around = new HashSet<>();

        Walk(RouteCollector found, Set<Method> mounted) {
            this.found = found;
            this.mounted = mounted;
        }

        void root(Method method) {
            Body body = new Body(method, false);
            sources.bodies().sites(method).stream()
                    .filter(KtorRoutes::isRouting)
                    .forEach(each -> each.arguments().forEach(argument -> body.expr(argument, PathTemplates.ROOT)));
        }

        void part(Method method, PathTemplates prefix, boolean open) {
            if (around.add(method)) {
                new Body(method, open).steps(method.facts().body(), prefix);
                around.remove(method);
            }
        }

        /** The walk through one function. */
        private final class Body {

            private final Method method;
            private final boolean open;
            private final LambdaMethods lambdas;
            private final IdentityHashMap<Expr, Site> sites = new IdentityHashMap<>();

            Body(Method method, boolean open) {
                this.method = method;
                this.open = open;
                this.lambdas = new LambdaMethods(method);
                sources.bodies().sites(method).forEach(each -> sites.put(each.expr(), each));
            }

            void steps(List<Step> steps, PathTemplates prefix) {
                for (Step step : steps) {
                    if (step instanceof Step.Eval eval) {
                        expr(eval.value(), prefix);
                    } else if (step instanceof Step.Result result) {
                        expr(result.value(), prefix);
                    } else if (step instanceof Step.Local local) {
                        expr(local.value(), prefix);
                    } else if (step instanceof Step.Loop loop) {
                        steps(loop.body(), prefix);
                    } else if (step instanceof Step.Branch branch) {
                        branch.arms().forEach(arm -> steps(arm, prefix));
                    }
                }
            }

            void expr(@Nullable Expr expr, PathTemplates prefix) {
                if (expr instanceof Expr.Function function) {
                    steps(function.body(), prefix);
                } else if (expr instanceof Expr.Call call) {
                    call(call, prefix);
                } else if (expr != null) {
                    expr.children().forEach(each -> expr(each, prefix));
                }
            }

            private void call(Expr.Call call, PathTemplates prefix) {
                List<Expr> arguments = call.arguments();
                boolean lambda = !arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof Expr.Function;
                boolean pathFirst = arguments.size() > 1 && !(arguments.get(0) instanceof Expr.Function);
                PathTemplates path = pathFirst ? path(arguments.get(0)) : PathTemplates.ROOT;
                if (lambda && VERBS.contains(call.name())) {
                    Expr.Function handler = (Expr.Function) arguments.get(arguments.size() - 1);
                    add(call.name(), prefix.then(path), handler);
                } else if (lambda && call.name().equals("route")) {
                    expr(arguments.get(arguments.size() - 1), prefix.then(path));
                } else if (!mount(call, prefix)) {
                    expr(call.receiver(), prefix);
                    arguments.forEach(each -> expr(each, prefix));
                }
            }

            private boolean mount(Expr.Call call, PathTemplates prefix) {
                Site site = sites.get(call);
                boolean any = false;
                for (Method target : site == null ? List.<Method>of() : calls.targets(site)) {
                    if (isPart(target)) {
                        mounted.add(target);
                        part(target, prefix, open);
                        any = true;
                    }
                }
                return any;
            }

            private PathTemplates path(Expr expr) {
                return PathTemplates.of(sources.values().texts(expr, method.owner()), true, sources);
            }

            private void add(String verb, PathTemplates paths, Expr.Function handler) {
                Method lambda = lambdas.of(handler, method.facts().parameters());
                if (paths.isUnreadable()) {
                    found.add(Route.Framework.KTOR, List.of(), paths, lambda, false);
                } else {
                    found.add(new Route(
                            Route.Kind.HTTP,
                            Route.Framework.KTOR,
                            List.of(verb.toUpperCase(Locale.ROOT)),
                            paths.names(),
                            paths.aliases(),
                            lambda,
                            false,
                            open));
                }
            }
        }
    }
}
