package io.github.sre4j.source.route;

import io.github.sre4j.source.model.AnnotationFacts;
import io.github.sre4j.source.model.TypeFacts;
import io.github.sre4j.source.model.TypeRef;
import io.github.sre4j.source.program.Method;
import io.github.sre4j.source.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Resources of JAX-RS, with annotations of their interfaces and superclasses and with sub-resources. */
final class JaxRsRoutes implements RouteFinder {

    private static final int DEEPEST = 4;
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    private final Sources sources;

    JaxRsRoutes(Sources sources) {
        this.sources = sources;
    }

    @Override
    public void find(Consumer<Route> found) {
        for (Type type : sources.program().types()) {
            boolean resource =
                    type.facts().kind() == TypeFacts.Kind.CLASS && !type.facts().isAbstract();
            Optional<List<String>> path = resource ? path(type) : Optional.empty();
            path.ifPresent(prefix -> resource(type, prefix, 0, found));
        }
    }

    private Optional<List<String>> path(Type type) {
        for (Type each : sources.program().withSuperTypes(type)) {
            Optional<AnnotationFacts> path = each.annotation("Path");
            if (path.isPresent()) {
                return Optional.of(sources.texts(path.get(), each, "value"));
            }
        }
        return Optional.empty();
    }

    private void resource(Type type, List<String> prefix, int depth, Consumer<Route> found) {
        for (Type each : sources.program().withSuperTypes(type)) {
            for (Method method : each.methods()) {
                // A method that says anything itself inherits nothing.
                boolean again = !each.equals(type) && saysItself(type, method);
                List<String> verbs = verbs(method);
                List<String> paths = method.annotation("Path")
                        .map(path -> sources.texts(path, each, method, "value"))
                        .orElse(List.of());
                if (again) {
                    continue;
                }
                if (!verbs.isEmpty()) {
                    Method handler = each.equals(type) ? method : sources.implementation(type, method);
                    List<String> all = Paths.join(prefix, paths);
                    found.accept(new Route(Route.Kind.HTTP, verbs, all, handler, !handler.equals(method)));
                } else if (method.has("Path") && depth < DEEPEST) {
                    for (Type sub : subResources(method)) {
                        resource(sub, Paths.join(prefix, paths), depth + 1, found);
                    }
                }
            }
        }
    }

    private boolean saysItself(Type type, Method inherited) {
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

    /** What a locator returns; of an interface, its implementations. */
    private List<Type> subResources(Method locator) {
        TypeRef returns = locator.facts().returns();
        TypeRef of =
                returns.simpleName().equals("Class") && !returns.arguments().isEmpty()
                        ? returns.arguments().get(0)
                        : returns;
        Optional<Type> type = sources.program().resolve(of.name(), locator.owner());
        if (type.isEmpty()) {
            return List.of();
        }
        if (!type.get().isInterface()) {
            return List.of(type.get());
        }
        List<Type> implementations = sources.program().subTypes(type.get()).stream()
                .filter(each -> !each.isInterface())
                .toList();
        return implementations.isEmpty() ? List.of(type.get()) : implementations;
    }
}
