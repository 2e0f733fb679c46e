package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.Parameter;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.program.Calls;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Scope;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks through a functional router of Spring, and the routers it mounts, in the order of its calls. Not thread-safe. */
final class RouterWalk {

    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");
    private static final Set<String> SINGLE = Set.of("route", "andRoute");
    private static final Set<String> NESTED = Set.of("nest", "path", "andNest");

    private final Sources sources;
    private final Calls calls;
    private final Predicate<Method> isRouter;
    private final RouteCollector found;
    private final Set<Method> mounted = new HashSet<>();
    private final Set<Method> around = new HashSet<>();

    RouterWalk(Sources sources, Calls calls, Predicate<Method> isRouter, RouteCollector found) {
        this.sources = sources;
        this.calls = calls;
        this.isRouter = isRouter;
        this.found = found;
    }

    /** Returns the routers that were mounted on the way. */
    Set<Method> mounted() {
        return mounted;
    }

    /**
     * Walks through the router that a method defines.
     *
     * @param method the method
     * @param prefix what is in front of its paths
     * @param open whether more may be in front of the prefix
     */
    void router(Method method, PathTemplates prefix, boolean open) {
        if (around.add(method)) {
            new Body(method)
                    .steps(
                            method.facts().body(),
                            new Mount(prefix, open, method.facts().parameters()));
            around.remove(method);
        }
    }

    /**
     * Where in a router the walk is.
     *
     * @param prefix what is in front of the paths
     * @param open whether more may be in front of it
     * @param visible the variables that lambdas see
     */
    private record Mount(PathTemplates prefix, boolean open, List<Parameter> visible) {

        Mount below(PathTemplates path) {
            // What is not known in the middle leaves only what follows it.
            return path.isUnreadable()
                    ? new Mount(PathTemplates.ROOT, true, visible)
                    : new Mount(prefix.then(path), open, visible);
        }

        Mount with(List<Parameter> more) {
            List<Parameter> all = new ArrayList<>(more);
            all.addAll(visible);
            return new Mount(prefix, open, all);
        }
    }

    /** The walk through one method. */
    private final class Body {

        private final Method method;
        private final LambdaMethods lambdas;
        private final IdentityHashMap<Expr, Site> sites = new IdentityHashMap<>();
        private final boolean documented;

        Body(Method method) {
            this.method = method;
            this.lambdas = new LambdaMethods(method);
            this.documented =
                    method.owner().unit().imports().stream().anyMatch(each -> each.contains("org.springdoc."));
            sources.bodies().sites(method).forEach(each -> sites.put(each.expr(), each));
        }

        void steps(List<Step> steps, Mount start) {
            Mount mount = start;
            for (Step step : steps) {
                if (step instanceof Step.Local local) {
                    if (!(local.value() instanceof Expr.Function)) {
                        expr(local.value(), mount);
                    }
                    mount = mount.with(List.of(LambdaMethods.visible(local)));
                } else if (step instanceof Step.Eval eval) {
                    expr(eval.value(), mount);
                } else if (step instanceof Step.Result result) {
                    expr(result.value(), mount);
                } else if (step instanceof Step.Loop loop) {
                    steps(loop.body(), mount);
                } else if (step instanceof Step.Branch branch) {
                    for (List<Step> arm : branch.arms()) {
                        steps(arm, mount);
                    }
                }
            }
        }

        private void expr(@Nullable Expr expr, Mount mount) {
            if (expr instanceof Expr.Function function) {
                steps(function.body(), mount.with(function.parameters()));
            } else if (expr instanceof Expr.Reference reference) {
                mountAll(reference, mount);
            } else if (expr instanceof Expr.Call call) {
                call(call, mount);
            } else if (expr != null) {
                expr.children().forEach(each -> expr(each, mount));
            }
        }

        private void call(Expr.Call call, Mount mount) {
            boolean dsl = call.name().equals("nest") && call.arguments().size() == 1 && call.receiver() != null;
            if (!dsl) {
                expr(call.receiver(), mount);
            }
            List<Expr> arguments = call.arguments();
            if (VERBS.contains(call.name()) && (arguments.size() > 1 || isHandlerFirst(arguments))) {
                verb(call, mount);
            } else if (SINGLE.contains(call.name()) && arguments.size() >= 2) {
                single(call, mount);
            } else if (dsl) {
                expr(arguments.get(0), mount.below(nested(call.receiver())));
            } else if (NESTED.contains(call.name()) && arguments.size() > 1) {
                Mount inner = mount.below(nested(arguments.get(0)));
                arguments.subList(1, withoutDocumentation(arguments)).forEach(each -> expr(each, inner));
            } else if (!mountAll(call, mount)) {
                arguments.forEach(each -> expr(each, mount));
            }
        }

        /** Walks through the product's routers that a call or reference returns; false if it returns none. */
        private boolean mountAll(Expr expr, Mount mount) {
            Site site = sites.get(expr);
            boolean any = false;
            for (Method target : site == null ? List.<Method>of() : calls.targets(site)) {
                if (isRouter.test(target) && !target.equals(method)) {
                    mounted.add(target);
                    router(target, mount.prefix(), mount.open());
                    any = true;
                }
            }
            return any;
        }

        /** {@code GET("/x", handler)}, maybe with a predicate before and documentation behind the handler. */
        private void verb(Expr.Call call, Mount mount) {
            if (isHandlerFirst(call.arguments())) {
                // Without a path the route has that of the nest around it.
                add(
                        List.of(call.name()),
                        mount,
                        PathTemplates.ROOT,
                        call.arguments().get(0),
                        call.line());
                return;
            }
            int size = withoutDocumentation(call.arguments());
            Expr first = call.arguments().get(0);
            Optional<Expr.Call> predicate = predicate(first);
            PathTemplates path =
                    path(predicate.map(each -> each.arguments().get(0)).orElse(first));
            add(List.of(call.name()), mount, path, call.arguments().get(Math.max(1, size - 1)), call.line());
        }

        private static boolean isHandlerFirst(List<Expr> arguments) {
            return !arguments.isEmpty()
                    && (arguments.get(0) instanceof Expr.Reference || arguments.get(0) instanceof Expr.Function);
        }

        /** {@code route(GET("/x").and(accept(JSON)), handler)}. */
        private void single(Expr.Call call, Mount mount) {
            Optional<Expr.Call> predicate = predicate(call.arguments().get(0));
            if (predicate.isEmpty()) {
                call.arguments().forEach(each -> expr(each, mount));
                return;
            }
            List<Expr> texts = predicate.get().arguments();
            PathTemplates path = path(texts.get(predicate.get().name().equals("method") ? texts.size() - 1 : 0));
            String verb = predicate.get().name();
            add(
                    VERBS.contains(verb) ? List.of(verb) : List.of(),
                    mount,
                    path,
                    call.arguments().get(1),
                    call.line());
        }

        /** Returns the number of arguments without the one that only documents the route. */
        private int withoutDocumentation(List<Expr> arguments) {
            int size = arguments.size();
            boolean last = arguments.get(size - 1) instanceof Expr.Function
                    || arguments.get(size - 1) instanceof Expr.Reference;
            return documented && size > 2 && last ? size - 1 : size;
        }

        /** The path of a nest: a text, a predicate with a path, or none. */
        private PathTemplates nested(@Nullable Expr expr) {
            if (expr instanceof Expr.Literal || expr instanceof Expr.Join || expr instanceof Expr.Name) {
                return path(expr);
            }
            return expr == null
                    ? PathTemplates.ROOT
                    : predicate(expr).map(each -> path(each.arguments().get(0))).orElse(PathTemplates.ROOT);
        }

        /** The call in a predicate that names a path. */
        private Optional<Expr.Call> predicate(Expr expr) {
            for (Expr each = expr; each instanceof Expr.Call call; each = call.receiver()) {
                boolean path = VERBS.contains(call.name())
                        || call.name().equals("path")
                        || call.name().equals("pathExtension")
                        || call.name().equals("method");
                if (path && !call.arguments().isEmpty()) {
                    return Optional.of(call);
                }
                for (Expr argument : call.arguments()) {
                    Optional<Expr.Call> inner = predicate(argument);
                    if (inner.isPresent()) {
                        return inner;
                    }
                }
            }
            return Optional.empty();
        }

        private PathTemplates path(Expr expr) {
            List<String> texts = sources.values().texts(expr, method.owner());
            if (texts.isEmpty() && sites.get(expr) == null) {
                texts = local(expr);
            }
            return PathTemplates.of(texts, true, sources);
        }

        /** A path in a local variable. */
        private List<String> local(Expr expr) {
            Scope scope = sources.values().scope(method);
            for (Step each : method.facts().body()) {
                if (each instanceof Step.Local local) {
                    scope = sources.values().with(scope, local);
                }
            }
            String text = sources.values().template(expr, scope);
            return text.indexOf(Values.UNKNOWN) >= 0 ? List.of() : List.of(text);
        }

        private void add(List<String> verbs, Mount mount, PathTemplates path, Expr handler, int line) {
            PathTemplates paths = mount.prefix().then(path);
            for (Method each : handlers(handler, mount, line)) {
                if (paths.isUnreadable()) {
                    found.add(Route.Framework.SPRING, verbs, paths, each, false);
                } else {
                    found.add(new Route(
                            Route.Kind.HTTP,
                            Route.Framework.SPRING,
                            verbs,
                            paths.names(),
                            paths.aliases(),
                            each,
                            false,
                            mount.open()));
                }
            }
        }

        private List<Method> handlers(Expr handler, Mount mount, int line) {
            if (handler instanceof Expr.Function lambda) {
                return List.of(lambdas.of(lambda, mount.visible()));
            }
            Site site = sites.get(handler);
            List<Method> targets = site == null ? List.of() : calls.targets(site);
            if (targets.isEmpty() && handler instanceof Expr.Name name) {
                Optional<Expr> value = valueOf(name);
                if (value.isPresent()) {
                    return handlers(value.get(), mount, line);
                }
            }
            // A declaration without a body handles nothing; what implements it does.
            List<Method> running =
                    targets.stream().filter(each -> each.facts().hasBody()).toList();
            if (!running.isEmpty()) {
                // Of overloads the one that takes the request is meant.
                List<Method> taking =
                        running.stream().filter(Body::takesRequest).toList();
                return taking.isEmpty() ? running : taking;
            }
            return targets.isEmpty() ? List.of(lambdas.at(line)) : targets;
        }

        private static boolean takesRequest(Method method) {
            return method.facts().parameters().size() == 1
                    && method.facts().parameters().get(0).type().simpleName().equals("ServerRequest");
        }

        /** The value of a local variable or field that holds a handler. */
        private Optional<Expr> valueOf(Expr.Name name) {
            for (Step each : method.facts().body()) {
                if (each instanceof Step.Local local && local.variable().name().equals(name.name())) {
                    return Optional.ofNullable(local.value());
                }
            }
            return sources.program()
                    .field(method.owner(), name.name())
                    .flatMap(each -> Optional.ofNullable(each.initial()));
        }
    }
}
