package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.TypeRef;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Servlets and filters by annotation or superclass; {@code web.xml} is not read. */
final class ServletRoutes implements RouteFinder {

    private static final Set<String> BASES =
            Set.of("HttpServlet", "GenericServlet", "Servlet", "Filter", "HttpFilter", "OncePerRequestFilter");

    private static final Map<String, String> METHODS = Map.of(
            "doGet", "GET",
            "doPost", "POST",
            "doPut", "PUT",
            "doDelete", "DELETE",
            "doPatch", "PATCH",
            "service", "",
            "doFilter", "",
            "doFilterInternal", "");

    private final Sources sources;

    ServletRoutes(Sources sources) {
        this.sources = sources;
    }

    @Override
    public void find(RouteCollector found) {
        for (Type type : sources.program().types()) {
            Optional<AnnotationFacts> annotation = type.annotation("WebServlet").or(() -> type.annotation("WebFilter"));
            boolean servlet = annotation.isPresent()
                    || sources.program().superRefs(type).stream()
                            .map(TypeRef::simpleName)
                            .anyMatch(BASES::contains);
            if (servlet && !type.facts().isAbstract() && !type.isInterface()) {
                servlet(type, annotation, found);
            }
        }
    }

    private void servlet(Type type, Optional<AnnotationFacts> annotation, RouteCollector found) {
        List<String> names = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        annotation.ifPresent(each -> {
            for (String attribute : List.of("name", "servletName", "filterName")) {
                names.addAll(sources.texts(each, type, attribute));
            }
            for (String attribute : List.of("value", "urlPatterns")) {
                patterns.addAll(sources.texts(each, type, attribute));
            }
        });
        names.add(type.name());
        names.add(type.simpleName());
        names.add(type.simpleName().substring(0, 1).toLowerCase(Locale.ROOT)
                + type.simpleName().substring(1));
        for (Type each : sources.program().withSuperTypes(type)) {
            for (Method method : each.methods()) {
                String verb = METHODS.get(method.name());
                if (verb != null && method.facts().parameters().size() >= 2) {
                    List<String> verbs = verb.isEmpty() ? List.of() : List.of(verb);
                    found.add(Route.of(Route.Kind.SERVLET, verbs, names, method));
                    if (!patterns.isEmpty()) {
                        found.add(Route.of(Route.Kind.HTTP, verbs, patterns, method));
                    }
                }
            }
        }
    }
}
