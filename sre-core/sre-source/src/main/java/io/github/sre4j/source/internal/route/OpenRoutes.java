package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Matches names with the routes whose prefix is not known: by the end of the name, the longest end first, and among several by the parts of the prefix that
 * texts in the class of the route contain. Thread-safe.
 */
final class OpenRoutes {

    /** Score of a route that agrees in all but the prefix. */
    private static final double CERTAINTY = 0.85;

    private final List<Route> routes;
    private final Sources sources;
    private final Map<Type, Set<String>> texts = new ConcurrentHashMap<>();

    OpenRoutes(List<Route> routes, Sources sources) {
        this.routes = routes.stream().filter(Route::open).toList();
        this.sources = sources;
    }

    List<RouteMatcher.Match> find(EndpointForm form) {
        if (form.kind() != EndpointForm.Kind.PATH) {
            return List.of();
        }
        List<String> seen = Paths.segments(form.rest());
        List<RouteMatcher.Match> found = new ArrayList<>();
        int longest = 0;
        for (Route route : routes) {
            double verb = RouteMatcher.verb(form.verb(), route.verbs());
            for (String name : verb == 0 ? List.<String>of() : route.names()) {
                List<String> end = Paths.segments(name);
                int cut = seen.size() - end.size();
                boolean literal = end.stream().anyMatch(each -> !Paths.isVariable(each));
                double fit = cut > 0 && literal ? Paths.fit(seen.subList(cut, seen.size()), end, false) : 0;
                if (fit > 0 && end.size() >= longest) {
                    if (end.size() > longest) {
                        found.clear();
                        longest = end.size();
                    }
                    found.add(new RouteMatcher.Match(route, fit * verb * CERTAINTY));
                }
            }
        }
        return narrowed(found, seen.subList(0, Math.max(0, seen.size() - longest)));
    }

    private List<RouteMatcher.Match> narrowed(List<RouteMatcher.Match> found, List<String> prefix) {
        if (found.size() < 2) {
            return found;
        }
        int most = found.stream().mapToInt(each -> shared(each, prefix)).max().orElse(0);
        return found.stream().filter(each -> shared(each, prefix) == most).toList();
    }

    /** Counts the segments of a prefix that occur in texts of the class, or else of its supertypes. */
    private int shared(RouteMatcher.Match match, List<String> prefix) {
        Type owner = match.route().method().owner();
        int own = count(owner, prefix);
        return own > 0
                ? own
                : sources.program().superTypes(owner).stream()
                        .mapToInt(each -> count(each, prefix))
                        .max()
                        .orElse(0);
    }

    private int count(Type type, List<String> prefix) {
        Set<String> known = texts.computeIfAbsent(type, TypeTexts::segments);
        return (int) prefix.stream().filter(known::contains).count();
    }
}
