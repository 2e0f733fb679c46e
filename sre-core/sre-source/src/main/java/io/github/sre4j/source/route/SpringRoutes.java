package io.github.sre4j.source.route;

import io.github.sre4j.source.model.AnnotationFacts;
import io.github.sre4j.source.model.Expr;
import io.github.sre4j.source.model.TypeFacts;
import io.github.sre4j.source.program.Method;
import io.github.sre4j.source.program.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Annotated controllers of Spring MVC and WebFlux, with mappings of their interfaces and superclasses and the product's own mapping annotations. */
final class SpringRoutes implements RouteFinder {

    private static final String[] CONTROLLERS = {"Controller", "RestController"};
    private static final String[] TYPE_MAPPINGS = {"RequestMapping", "HttpExchange"};

    /** Verb by annotation; empty where the annotation names it itself. */
    static final Map<String, String> MAPPINGS = Map.ofEntries(
            Map.entry("RequestMapping", ""),
            Map.entry("GetMapping", "GET"),
            Map.entry("PostMapping", "POST"),
            Map.entry("PutMapping", "PUT"),
            Map.entry("DeleteMapping", "DELETE"),
            Map.entry("PatchMapping", "PATCH"),
            Map.entry("HttpExchange", ""),
            Map.entry("GetExchange", "GET"),
            Map.entry("PostExchange", "POST"),
            Map.entry("PutExchange", "PUT"),
            Map.entry("DeleteExchange", "DELETE"),
            Map.entry("PatchExchange", "PATCH"));

    private final Sources sources;

    SpringRoutes(Sources sources) {
        this.sources = sources;
    }

    /**
     * A mapping of a method.
     *
     * @param verbs empty for all
     * @param paths one empty path where none is written
     */
    record Mapping(List<String> verbs, List<String> paths) {}

    @Override
    public void find(Consumer<Route> found) {
        for (Type type : sources.program().types()) {
            if (isController(type)) {
                controller(type, found);
            }
        }
    }

    private boolean isController(Type type) {
        if (type.facts().kind() != TypeFacts.Kind.CLASS || type.facts().isAbstract()) {
            return false;
        }
        for (Type each : sources.program().withSuperTypes(type)) {
            if (sources.program()
                            .meta(each.facts().annotations(), each, CONTROLLERS)
                            .isPresent()
                    || each.has("RequestMapping")) {
                return true;
            }
        }
        return false;
    }

    private void controller(Type type, Consumer<Route> found) {
        List<String> prefix = prefix(type);
        Set<String> seen = new HashSet<>();
        for (Type each : sources.program().withSuperTypes(type)) {
            for (Method method : each.methods()) {
                String signature =
                        method.name() + "/" + method.facts().parameters().size() + "/"
                                + method.facts().parameters().stream()
                                        .map(parameter -> parameter.type().simpleName())
                                        .toList();
                Optional<Mapping> mapping = mapping(method);
                if (mapping.isPresent() && seen.add(signature)) {
                    Method handler = each.equals(type) ? method : sources.implementation(type, method);
                    found.accept(new Route(
                            Route.Kind.HTTP,
                            mapping.get().verbs(),
                            Paths.join(prefix, mapping.get().paths()),
                            handler,
                            !handler.equals(method)));
                }
            }
        }
    }

    private List<String> prefix(Type type) {
        for (Type each : sources.program().withSuperTypes(type)) {
            Optional<AnnotationFacts> mapping =
                    sources.program().meta(each.facts().annotations(), each, TYPE_MAPPINGS);
            if (mapping.isPresent()) {
                List<String> paths = new ArrayList<>();
                for (String attribute : List.of("path", "value", "url")) {
                    paths.addAll(sources.texts(mapping.get(), each, attribute));
                }
                return paths.isEmpty() ? List.of("") : paths;
            }
        }
        return List.of("");
    }

    /** The mapping a method carries itself. */
    Optional<Mapping> mapping(Method method) {
        for (AnnotationFacts each : method.facts().annotations()) {
            Optional<AnnotationFacts> base = MAPPINGS.containsKey(each.simpleName())
                    ? Optional.of(each)
                    : sources.program()
                            .resolve(each.name(), method.owner())
                            .flatMap(declared -> sources.program()
                                    .meta(
                                            declared.facts().annotations(),
                                            declared,
                                            MAPPINGS.keySet().toArray(String[]::new)));
            if (base.isPresent()) {
                return Optional.of(new Mapping(verbs(base.get()), paths(method, each, base.get())));
            }
        }
        return Optional.empty();
    }

    private List<String> paths(Method method, AnnotationFacts written, AnnotationFacts base) {
        List<String> paths = new ArrayList<>();
        for (AnnotationFacts each : List.of(written, base)) {
            for (String attribute : List.of("path", "value", "url")) {
                if (paths.isEmpty()) {
                    paths.addAll(sources.texts(each, method.owner(), method, attribute));
                }
            }
        }
        return paths.isEmpty() ? List.of("") : paths;
    }

    private static List<String> verbs(AnnotationFacts mapping) {
        String fixed = MAPPINGS.getOrDefault(mapping.simpleName(), "");
        if (!fixed.isEmpty()) {
            return List.of(fixed);
        }
        List<String> verbs = new ArrayList<>();
        Expr value = mapping.values().get("method");
        List<Expr> items = value instanceof Expr.Items many ? many.items() : value == null ? List.of() : List.of(value);
        items.forEach(each -> verb(each).ifPresent(verbs::add));
        return verbs;
    }

    private static Optional<String> verb(Expr value) {
        String name = value instanceof Expr.Select select
                ? select.name()
                : value instanceof Expr.Name constant
                        ? constant.name()
                        : value instanceof Expr.Literal literal ? literal.value() : "";
        return name.isEmpty() ? Optional.empty() : Optional.of(name.toUpperCase(Locale.ROOT));
    }
}
