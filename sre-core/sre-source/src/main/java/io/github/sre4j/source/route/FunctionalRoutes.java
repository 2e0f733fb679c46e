package io.github.sre4j.source.route;

import io.github.sre4j.source.model.Expr;
import io.github.sre4j.source.model.Step;
import io.github.sre4j.source.program.Calls;
import io.github.sre4j.source.program.Method;
import io.github.sre4j.source.program.Site;
import io.github.sre4j.source.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Functional routers of Spring that are written plainly: {@code route().GET("/x", handler::m)}, {@code path("/p", b -> …)}, {@code nest(path("/p"), …)} and
 * {@code route(GET("/x"), handler::m)}.
 */
final class FunctionalRoutes implements RouteFinder {

    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");
    private static final Set<String> SINGLE = Set.of("route", "andRoute");
    private static final Set<String> NESTED = Set.of("nest", "path", "andNest");

    private final Sources sources;
    private final Calls calls;

    FunctionalRoutes(Sources sources, Calls calls) {
        this.sources = sources;
        this.calls = calls;
    }

    @Override
    public void find(Consumer<Route> found) {
        for (Type type : sources.program().types()) {
            for (Method method : type.methods()) {
                if (method.facts().returns().simpleName().equals("RouterFunction")) {
                    new Walk(method, sources.bodies().sites(method), found)
                            .steps(method.facts().body(), "");
                }
            }
        }
    }

    /** Goes through the router of one method. */
    private final class Walk {

        private final Method method;
        private final List<Site> sites;
        private final Consumer<Route> found;

        Walk(Method method, List<Site> sites, Consumer<Route> found) {
            this.method = method;
            this.sites = sites;
            this.found = found;
        }

        void steps(List<Step> steps, String prefix) {
            for (Step step : steps) {
                if (step instanceof Step.Local local) {
                    expr(local.value(), prefix);
                } else if (step instanceof Step.Eval eval) {
                    expr(eval.value(), prefix);
                } else if (step instanceof Step.Result result) {
                    expr(result.value(), prefix);
                }
            }
        }

        private void expr(@Nullable Expr expr, String prefix) {
            if (expr instanceof Expr.Function function) {
                steps(function.body(), prefix);
                return;
            }
            if (!(expr instanceof Expr.Call call)) {
                if (expr != null) {
                    expr.children().forEach(each -> expr(each, prefix));
                }
                return;
            }
            expr(call.receiver(), prefix);
            List<Expr> arguments = call.arguments();
            boolean builder = VERBS.contains(call.name()) && arguments.size() > 1;
            if (builder) {
                text(arguments.get(0))
                        .ifPresent(path -> add(call.name(), prefix, path, arguments.get(arguments.size() - 1)));
            } else if (SINGLE.contains(call.name()) && arguments.size() == 2) {
                Optional<Expr.Call> predicate = predicate(arguments.get(0));
                predicate
                        .flatMap(each -> text(each.arguments().get(0)).or(() -> text(last(each))))
                        .ifPresent(path -> add(verb(predicate.get()), prefix, path, arguments.get(1)));
            } else if (NESTED.contains(call.name()) && arguments.size() > 1) {
                String inner = text(arguments.get(0))
                        .or(() -> predicate(arguments.get(0))
                                .flatMap(each -> text(each.arguments().get(0))))
                        .orElse("");
                arguments.subList(1, arguments.size()).forEach(each -> expr(each, prefix + "/" + Paths.trim(inner)));
            } else {
                arguments.forEach(each -> expr(each, prefix));
            }
        }

        private Expr last(Expr.Call call) {
            return call.arguments().get(call.arguments().size() - 1);
        }

        /** The call in a predicate that names a path: {@code GET("/x").and(accept(JSON))}. */
        private Optional<Expr.Call> predicate(Expr expr) {
            for (Expr each = expr; each instanceof Expr.Call call; each = call.receiver()) {
                boolean path = VERBS.contains(call.name())
                        || call.name().equals("path")
                        || call.name().equals("method");
                if (path && !call.arguments().isEmpty()) {
                    return Optional.of(call);
                }
            }
            return Optional.empty();
        }

        private String verb(Expr.Call predicate) {
            return VERBS.contains(predicate.name()) ? predicate.name() : "";
        }

        private Optional<String> text(Expr expr) {
            List<String> texts = sources.resolved(sources.values().texts(expr, method.owner()));
            return texts.stream().findFirst();
        }

        private void add(String verb, String prefix, String path, Expr handler) {
            List<String> names = Paths.join(List.of(prefix), List.of(path));
            List<String> verbs = verb.isEmpty() ? List.of() : List.of(verb);
            for (Method each : handlers(handler)) {
                found.accept(new Route(Route.Kind.HTTP, verbs, names, each, false));
            }
        }

        private List<Method> handlers(Expr handler) {
            List<Method> targets = new ArrayList<>();
            for (Site site : sites) {
                if (site.expr() == handler) {
                    targets.addAll(calls.targets(site));
                }
            }
            // A lambda, or a handler whose type is not known: the router itself is the best place there is.
            return targets.isEmpty() ? List.of(method) : targets;
        }
    }
}
