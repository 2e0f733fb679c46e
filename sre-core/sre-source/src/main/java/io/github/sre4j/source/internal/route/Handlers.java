package io.github.sre4j.source.internal.route;

import io.github.sre4j.code.SourceRule;
import io.github.sre4j.source.internal.program.Calls;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the methods that handle an endpoint. Immutable and thread-safe. */
public final class Handlers {

    private static final double EQUAL = 1e-9;

    private final Sources sources;
    private final List<Route> routes;
    private final List<Method> unreadable;
    private final Set<Method> triggered;
    private final RouteMatcher matcher;
    private final OpenRoutes open;
    private final Map<String, Handler> told;

    /** Finds the routes of all frameworks. */
    public Handlers(Sources sources, Calls calls) {
        this(sources, collect(sources, calls));
    }

    private Handlers(Sources sources, RouteCollector collected) {
        this(sources, List.copyOf(collected.routes()), List.copyOf(collected.unreadable()), List.of(), Map.of());
    }

    private Handlers(
            Sources sources,
            List<Route> routes,
            List<Method> unreadable,
            List<String> contexts,
            Map<String, Handler> told) {
        this.told = told;
        this.sources = sources;
        this.routes = routes;
        this.unreadable = unreadable;
        triggered = new LinkedHashSet<>();
        for (Route each : routes) {
            if (each.kind() == Route.Kind.SCHEDULE || each.kind() == Route.Kind.MESSAGE) {
                triggered.add(each.method());
            }
        }
        matcher = new RouteMatcher(routes, new PathPrefixes(sources, contexts));
        open = new OpenRoutes(routes, sources);
    }

    /** The same routes with other handlers that telemetry names. */
    private Handlers(Handlers other, Map<String, Handler> told) {
        this.told = told;
        sources = other.sources;
        routes = other.routes;
        unreadable = other.unreadable;
        triggered = other.triggered;
        matcher = other.matcher;
        open = other.open;
    }

    private static RouteCollector collect(Sources sources, Calls calls) {
        RouteCollector collector = new RouteCollector();
        List<RouteFinder> finders = List.of(
                new SpringRoutes(sources),
                new FunctionalRoutes(sources, calls),
                new JaxRsRoutes(sources),
                new MicronautRoutes(sources),
                new KtorRoutes(sources, calls),
                new ServletRoutes(sources),
                new ListenerRoutes(sources));
        finders.forEach(each -> each.find(collector));
        return collector;
    }

    /**
     * Returns handlers that also know the context path that the names of all endpoints share.
     *
     * @param endpoints names of endpoints
     */
    public Handlers withEndpoints(Collection<String> endpoints) {
        List<String> contexts =
                ContextPaths.infer(endpoints, each -> !matches(each).isEmpty());
        return contexts.isEmpty() ? this : new Handlers(sources, routes, unreadable, contexts, told);
    }

    /**
     * Returns handlers that know the method of one more endpoint from telemetry.
     *
     * @param endpoint the name of the endpoint
     * @param handler its handler
     */
    public Handlers withHandler(String endpoint, Handler handler) {
        Map<String, Handler> more = new HashMap<>(told);
        more.put(endpoint, handler);
        return new Handlers(this, Map.copyOf(more));
    }

    /** Returns all routes. */
    public List<Route> routes() {
        return routes;
    }

    /** Returns the handlers whose paths hold constants that are not known. */
    public List<Method> unreadable() {
        return unreadable;
    }

    /** Returns the handlers that fit an endpoint best; several that fit equally well share the score. */
    public List<Handler> find(String endpoint) {
        Handler named = told.get(endpoint);
        if (named != null) {
            return List.of(named);
        }
        EndpointForm form = EndpointForm.of(endpoint);
        Map<Method, Handler> found = new LinkedHashMap<>();
        if (form.kind() == EndpointForm.Kind.METHOD) {
            methods(form.rest(), found);
        }
        matches(form).forEach(each -> put(found, new Handler(each.route().method(), each.score(), rule(each.route()))));
        return best(List.copyOf(found.values()));
    }

    private List<RouteMatcher.Match> matches(String endpoint) {
        return matches(EndpointForm.of(endpoint));
    }

    private List<RouteMatcher.Match> matches(EndpointForm form) {
        List<RouteMatcher.Match> matches = matcher.find(form);
        return matches.isEmpty() ? open.find(form) : matches;
    }

    private static void put(Map<Method, Handler> found, Handler handler) {
        found.merge(handler.method(), handler, (a, b) -> a.score() >= b.score() ? a : b);
    }

    /** Keeps those that fit best: a more exact mapping wins, as it does in the frameworks. */
    private static List<Handler> best(List<Handler> handlers) {
        double best = handlers.stream().mapToDouble(Handler::score).max().orElse(0);
        List<Handler> equal =
                handlers.stream().filter(each -> each.score() > best - EQUAL).toList();
        return equal.stream()
                .map(each -> new Handler(each.method(), each.score() / equal.size(), each.rule()))
                .toList();
    }

    private static SourceRule rule(Route route) {
        if (route.kind() == Route.Kind.SCHEDULE || route.kind() == Route.Kind.MESSAGE) {
            return SourceRule.LISTENER;
        }
        return route.inherited() ? SourceRule.INHERITED_ROUTE : SourceRule.ROUTE;
    }

    /** {@code com.acme.Job/run}, {@code OwnerController/showOwner}. */
    private void methods(String rest, Map<Method, Handler> found) {
        int slash = rest.lastIndexOf('/');
        if (slash < 0) {
            return;
        }
        String className = rest.substring(0, slash).replace('/', '.');
        String name = rest.substring(slash + 1);
        boolean qualified = className.indexOf('.') > 0;
        List<Type> types = sources.program()
                .named(className)
                .map(List::of)
                .orElseGet(() -> sources.program()
                        .simplyNamed(className.substring(
                                Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1)));
        boolean exact = sources.program().named(className).isPresent();
        for (Type type : types) {
            // Another class of the same simple name in another package is another class.
            if (qualified && !exact) {
                continue;
            }
            List<Method> named = sources.program().methods(type, name);
            Type nearest = named.stream()
                    .filter(each -> each.facts().hasBody())
                    .findFirst()
                    .or(() -> named.stream().findFirst())
                    .map(Method::owner)
                    .orElse(type);
            for (Method method : named) {
                if (method.owner().equals(nearest)) {
                    SourceRule rule = triggered.contains(method) ? SourceRule.LISTENER : SourceRule.NAMED_METHOD;
                    put(found, new Handler(method, qualified ? 1 : 0.95, rule));
                }
            }
        }
    }
}
