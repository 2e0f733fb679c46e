package io.github.sre4j.source.route;

import io.github.sre4j.code.SourceRule;
import io.github.sre4j.source.model.AnnotationFacts;
import io.github.sre4j.source.program.Calls;
import io.github.sre4j.source.program.Method;
import io.github.sre4j.source.program.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which methods handle an endpoint. Immutable. */
public final class Handlers {

    /** Below this share of the best, an answer is noise. */
    private static final double NOISE = 0.8;

    private final Sources sources;
    private final List<Route> routes = new ArrayList<>();
    private final Set<Method> triggered = new LinkedHashSet<>();
    private final List<String> prefixes;

    /** Handlers of all frameworks. */
    public Handlers(Sources sources, Calls calls) {
        this.sources = sources;
        List<RouteFinder> finders = List.of(
                new SpringRoutes(sources),
                new FunctionalRoutes(sources, calls),
                new JaxRsRoutes(sources),
                new ServletRoutes(sources),
                new ListenerRoutes(sources));
        finders.forEach(each -> each.find(routes::add));
        for (Route each : routes) {
            if (each.kind() == Route.Kind.SCHEDULE || each.kind() == Route.Kind.MESSAGE) {
                triggered.add(each.method());
            }
        }
        prefixes = prefixes();
    }

    /** All routes. */
    public List<Route> routes() {
        return List.copyOf(routes);
    }

    /** What servers put before the paths of the code. */
    private List<String> prefixes() {
        Set<String> found = new LinkedHashSet<>();
        found.add("");
        for (Type type : sources.program().types()) {
            for (AnnotationFacts each :
                    type.annotation("ApplicationPath").stream().toList()) {
                found.addAll(sources.texts(each, type, "value"));
            }
        }
        for (String key : List.of(
                "spring.webflux.base-path",
                "spring.mvc.servlet.path",
                "spring.jersey.application-path",
                "quarkus.rest.path",
                "quarkus.resteasy.path",
                "cxf.path")) {
            found.addAll(sources.resolved(sources.configuration().values(key)));
        }
        Set<String> contexts = new LinkedHashSet<>();
        contexts.add("");
        for (String key : List.of(
                "server.servlet.context-path",
                "quarkus.http.root-path",
                "micronaut.server.context-path",
                "server.context-path")) {
            contexts.addAll(sources.resolved(sources.configuration().values(key)));
        }
        return Paths.join(List.copyOf(contexts), List.copyOf(found));
    }

    /** The handlers of an endpoint, best first; those that fit equally well share the score. */
    public List<Handler> find(String endpoint) {
        EndpointForm form = EndpointForm.of(endpoint);
        Map<Method, Handler> found = new LinkedHashMap<>();
        if (form.kind() == EndpointForm.Kind.METHOD) {
            methods(form.rest(), found);
        } else {
            for (Route route : routes) {
                double score = score(form, route);
                if (score > 0) {
                    put(found, new Handler(route.method(), score, rule(route)));
                }
            }
        }
        List<Handler> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparingDouble((Handler each) -> -each.score()));
        double best = sorted.isEmpty() ? 0 : sorted.get(0).score();
        sorted.removeIf(each -> each.score() < best * NOISE);
        return shared(sorted);
    }

    private static void put(Map<Method, Handler> found, Handler handler) {
        found.merge(handler.method(), handler, (a, b) -> a.score() >= b.score() ? a : b);
    }

    private static List<Handler> shared(List<Handler> handlers) {
        List<Handler> shared = new ArrayList<>();
        for (Handler each : handlers) {
            long ties = handlers.stream()
                    .filter(other -> Math.abs(other.score() - each.score()) < 1e-9)
                    .count();
            shared.add(new Handler(each.method(), each.score() / ties, each.rule()));
        }
        shared.sort(Comparator.comparingDouble((Handler each) -> -each.score()));
        return List.copyOf(shared);
    }

    private static SourceRule rule(Route route) {
        if (route.kind() == Route.Kind.SCHEDULE || route.kind() == Route.Kind.MESSAGE) {
            return SourceRule.LISTENER;
        }
        return route.inherited() ? SourceRule.INHERITED_ROUTE : SourceRule.ROUTE;
    }

    private double score(EndpointForm form, Route route) {
        return switch (form.kind()) {
            case PATH, URI -> route.kind() == Route.Kind.HTTP ? path(form, route) : 0;
            case SERVLET -> route.kind() == Route.Kind.SERVLET && route.names().contains(form.rest()) ? 1 : 0;
            case MESSAGE -> route.kind() == Route.Kind.MESSAGE && route.names().contains(form.rest()) ? 0.95 : 0;
            case GRPC -> route.kind() == Route.Kind.GRPC ? grpc(form.rest(), route) : 0;
            case GRAPHQL -> route.kind() == Route.Kind.GRAPHQL ? graphQl(form.rest(), route) : 0;
            case METHOD, UNKNOWN -> 0;
        };
    }

    private double path(EndpointForm form, Route route) {
        double verb = verb(form.verb(), route.verbs());
        if (verb == 0) {
            return 0;
        }
        boolean values = form.kind() == EndpointForm.Kind.URI;
        double best = 0;
        for (int i = 0; i < route.names().size(); i++) {
            // New Relic names the first of several paths.
            double first = i == 0 ? 1 : 0.9;
            for (String prefix : prefixes) {
                String whole = Paths.join(List.of(prefix), List.of(route.names().get(i)))
                        .get(0);
                double known = prefix.isEmpty() ? 1 : 0.98;
                best = Math.max(best, Paths.fit(form.rest(), whole, values) * first * known);
            }
        }
        return best * verb;
    }

    private static double verb(String seen, List<String> mapped) {
        if (mapped.isEmpty() || seen.isEmpty()) {
            return 0.95;
        }
        if (mapped.contains(seen)) {
            return 1;
        }
        return seen.equals("HEAD") && mapped.contains("GET") ? 0.9 : 0;
    }

    private static double grpc(String rest, Route route) {
        int slash = rest.lastIndexOf('/');
        String service = rest.substring(rest.lastIndexOf('.', Math.max(slash, 0)) + 1);
        return route.names().stream().anyMatch(each -> each.equalsIgnoreCase(service)) ? 1 : 0;
    }

    private static double graphQl(String rest, Route route) {
        for (String segment : rest.split("[/.]", -1)) {
            if (route.names().contains(segment)) {
                return 0.8;
            }
        }
        return 0;
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
                if (!method.owner().equals(nearest)) {
                    continue;
                }
                boolean listens = triggered.contains(method);
                put(
                        found,
                        new Handler(
                                method, qualified ? 1 : 0.95, listens ? SourceRule.LISTENER : SourceRule.NAMED_METHOD));
            }
        }
    }
}
