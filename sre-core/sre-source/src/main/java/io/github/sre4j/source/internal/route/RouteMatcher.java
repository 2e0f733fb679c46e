package io.github.sre4j.source.internal.route;

import java.util.ArrayList;
import java.util.List;

/**
 * Matches names of endpoints with routes.
 *
 * <p>A score is 1 where verb, path and names of variables agree, and lower for each of them that only fits; 0 for no match. Immutable and thread-safe.
 */
final class RouteMatcher {

    private static final double ALIAS = 0.9;
    private static final double PREFIX = 0.98;
    private static final double ANY_VERB = 0.95;
    private static final double GET_FOR_HEAD = 0.9;

    private final List<Entry> entries;

    RouteMatcher(List<Route> routes, PathPrefixes prefixes) {
        entries = routes.stream().map(each -> Entry.of(each, prefixes)).toList();
    }

    /** A route with its templates taken apart. */
    private record Entry(Route route, List<Template> templates) {

        static Entry of(Route route, PathPrefixes prefixes) {
            List<Template> templates = new ArrayList<>();
            if (route.kind() == Route.Kind.HTTP) {
                List<String> before = prefixes.of(route);
                route.names().forEach(each -> add(templates, before, each, 1));
                route.aliases().forEach(each -> add(templates, before, each, ALIAS));
            }
            return new Entry(route, templates);
        }

        private static void add(List<Template> templates, List<String> prefixes, String path, double weight) {
            for (String prefix : prefixes) {
                String whole = Paths.join(List.of(prefix), List.of(path)).get(0);
                templates.add(new Template(Paths.segments(whole), prefix.isEmpty() ? weight : weight * PREFIX));
            }
        }
    }

    /** A path template, and the score of a name that agrees with it. */
    private record Template(List<String> segments, double weight) {}

    /** A route and its score. */
    record Match(Route route, double score) {}

    /** Returns the routes that fit a name. */
    List<Match> find(EndpointForm form) {
        List<String> seen = Paths.segments(form.rest());
        List<Match> found = new ArrayList<>();
        for (Entry each : entries) {
            double score = score(form, seen, each);
            if (score > 0) {
                found.add(new Match(each.route(), score));
            }
        }
        return found;
    }

    private static double score(EndpointForm form, List<String> seen, Entry entry) {
        Route route = entry.route();
        return switch (form.kind()) {
            case PATH, URI -> path(form, seen, entry);
            case SERVLET -> route.kind() == Route.Kind.SERVLET && route.names().contains(form.rest()) ? 1 : 0;
            case MESSAGE -> route.kind() == Route.Kind.MESSAGE && route.names().contains(form.rest()) ? 0.95 : 0;
            case GRPC -> route.kind() == Route.Kind.GRPC ? RemoteOperations.grpc(form.rest(), route) : 0;
            case GRAPHQL -> route.kind() == Route.Kind.GRAPHQL ? RemoteOperations.graphQl(form.rest(), route) : 0;
            // OpenTelemetry names gRPC calls like methods: package.Service/Method.
            case METHOD -> route.kind() == Route.Kind.GRPC ? RemoteOperations.grpc(form.rest(), route) : 0;
            case UNKNOWN -> 0;
        };
    }

    private static double path(EndpointForm form, List<String> seen, Entry entry) {
        double verb = entry.templates().isEmpty()
                ? 0
                : verb(form.verb(), entry.route().verbs());
        double best = 0;
        if (verb > 0) {
            boolean values = form.kind() == EndpointForm.Kind.URI;
            for (Template each : entry.templates()) {
                best = Math.max(best, Paths.fit(seen, each.segments(), values) * each.weight());
            }
        }
        return best * verb;
    }

    static double verb(String seen, List<String> mapped) {
        if (mapped.isEmpty() || seen.isEmpty()) {
            return ANY_VERB;
        }
        if (mapped.contains(seen)) {
            return 1;
        }
        return seen.equals("HEAD") && mapped.contains("GET") ? GET_FOR_HEAD : 0;
    }
}
