package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.TypeFacts;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resources of JAX-RS, with annotations of their interfaces and superclasses, and with sub-resources of any depth. */
final class JaxRsRoutes implements RouteFinder {

    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    /** Bound for resources whose locators multiply. */
    private static final int MAX_ROUTES = 50_000;

    private static final List<String> PATH = List.of("value");

    private final Sources sources;
    private final SubResources subResources;

    JaxRsRoutes(Sources sources) {
        this.sources = sources;
        this.subResources = new SubResources(sources);
    }

    @Override
    public void find(RouteCollector found) {
        for (Type type : sources.program().types()) {
            boolean instance =
                    type.facts().kind() == TypeFacts.Kind.CLASS || type.facts().kind() == TypeFacts.Kind.RECORD;
            if (instance && !type.facts().isAbstract()) {
                path(type).ifPresent(prefix -> resource(type, prefix, new HashSet<>(), found));
            }
        }
    }

    private Optional<PathTemplates> path(Type type) {
        for (Type each : sources.program().withSuperTypes(type)) {
            Optional<AnnotationFacts> path = each.annotation("Path");
            if (path.isPresent()) {
                return Optional.of(sources.paths(path.get(), each, null, PATH));
            }
        }
        return Optional.empty();
    }

    /**
     * Finds the routes of a resource or sub-resource.
     *
     * @param around the types on the way here: one that comes back would never end
     */
    private void resource(Type type, PathTemplates prefix, Set<Type> around, RouteCollector found) {
        if (!around.add(type)) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Type each : sources.program().withSuperTypes(type)) {
            for (Method method : each.methods()) {
                List<String> verbs = verbs(method);
                Optional<AnnotationFacts> path = method.annotation("Path");
                // A method with annotations of its own inherits none.
                boolean mapped = !verbs.isEmpty() || path.isPresent();
                if (!mapped
                        || !seen.add(Signatures.of(method))
                        || (!each.equals(type) && isMappedAgain(type, method))) {
                    continue;
                }
                PathTemplates paths = prefix.then(
                        path.map(own -> sources.paths(own, each, method, PATH)).orElse(PathTemplates.ROOT));
                if (!verbs.isEmpty()) {
                    Method handler = each.equals(type) ? method : sources.implementation(type, method);
                    found.add(Route.Framework.JAX_RS, verbs, paths, handler, !handler.equals(method));
                } else if (found.routes().size() < MAX_ROUTES) {
                    Method locator = each.equals(type) ? method : sources.implementation(type, method);
                    for (Type sub : subResources.of(locator)) {
                        resource(sub, paths, around, found);
                    }
                }
            }
        }
        around.remove(type);
    }

    private boolean isMappedAgain(Type type, Method inherited) {
        for (Method own : type.methods()) {
            if (own.name().equals(inherited.name())
                    && own.facts().parameters().size()
                            == inherited.facts().parameters().size()
                    && (own.has("Path") || !verbs(own).isEmpty())) {
                return true;
            }
        }
        return false;
    }

    private List<String> verbs(Method method) {
        List<String> verbs = new ArrayList<>();
        for (AnnotationFacts each : method.facts().annotations()) {
            if (VERBS.contains(each.simpleName())) {
                verbs.add(each.simpleName());
            } else {
                sources.program()
                        .resolve(each.name(), method.owner())
                        .flatMap(own -> own.annotation("HttpMethod")
                                .flatMap(meta -> sources.values().text(meta, own, "value")))
                        .ifPresent(verbs::add);
            }
        }
        return verbs;
    }
}
