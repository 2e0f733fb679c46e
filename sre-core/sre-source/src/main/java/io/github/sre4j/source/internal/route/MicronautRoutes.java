package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.TypeFacts;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Controllers of Micronaut, with mappings of their interfaces and superclasses. */
final class MicronautRoutes implements RouteFinder {

    private static final String PACKAGE = "io.micronaut.http.annotation.";

    private static final Map<String, String> VERBS = Map.of(
            "Get", "GET",
            "Post", "POST",
            "Put", "PUT",
            "Delete", "DELETE",
            "Patch", "PATCH",
            "Head", "HEAD",
            "Options", "OPTIONS",
            "Trace", "TRACE");

    private static final List<String> CONTROLLER_PATHS = List.of("value", "uri");
    private static final List<String> METHOD_PATHS = List.of("uris", "uri", "value");

    private final Sources sources;

    MicronautRoutes(Sources sources) {
        this.sources = sources;
    }

    @Override
    public void find(RouteCollector found) {
        for (Type type : sources.program().types()) {
            boolean instance =
                    type.facts().kind() == TypeFacts.Kind.CLASS || type.facts().kind() == TypeFacts.Kind.RECORD;
            if (instance && !type.facts().isAbstract()) {
                controller(type, found);
            }
        }
    }

    private void controller(Type type, RouteCollector found) {
        for (Type each : sources.program().withSuperTypes(type)) {
            Optional<AnnotationFacts> controller = find(each, each.facts().annotations(), Set.of("Controller"));
            if (controller.isPresent()) {
                routes(type, sources.paths(controller.get(), each, null, CONTROLLER_PATHS), found);
                return;
            }
        }
    }

    private void routes(Type type, PathTemplates prefix, RouteCollector found) {
        Set<String> seen = new HashSet<>();
        for (Type each : sources.program().withSuperTypes(type)) {
            for (Method method : each.methods()) {
                Set<String> names = new HashSet<>(VERBS.keySet());
                names.add("CustomHttpMethod");
                Optional<AnnotationFacts> mapping = find(each, method.facts().annotations(), names);
                if (mapping.isPresent() && seen.add(Signatures.of(method))) {
                    Method handler = each.equals(type) ? method : sources.implementation(type, method);
                    String verb = VERBS.get(mapping.get().simpleName());
                    List<String> verbs =
                            verb == null ? sources.texts(mapping.get(), each, method, "method") : List.of(verb);
                    PathTemplates paths = prefix.then(sources.paths(mapping.get(), each, method, METHOD_PATHS));
                    found.add(
                            Route.Framework.MICRONAUT,
                            verbs,
                            UriTemplates.withoutExpansions(paths),
                            handler,
                            !handler.equals(method));
                }
            }
        }
    }

    /** Returns the annotation of Micronaut that has one of these simple names. */
    private static Optional<AnnotationFacts> find(Type type, List<AnnotationFacts> annotations, Set<String> names) {
        return annotations.stream()
                .filter(each -> names.contains(each.simpleName()) && isMicronaut(type, each))
                .findFirst();
    }

    private static boolean isMicronaut(Type type, AnnotationFacts annotation) {
        return annotation.name().startsWith(PACKAGE)
                || type.unit().imports().contains(PACKAGE + "*")
                || type.unit().imports().contains(PACKAGE + annotation.name());
    }
}
