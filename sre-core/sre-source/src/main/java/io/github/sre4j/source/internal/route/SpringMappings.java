package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.TypeFacts;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Notes;
import io.github.sre4j.source.internal.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads mapping annotations of Spring and those that the product composes of them. */
final class SpringMappings {

    /** Verb by annotation; empty where the annotation names it itself. */
    static final Map<String, String> VERBS = Map.ofEntries(
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

    private static final String[] NAMES = VERBS.keySet().toArray(String[]::new);
    private static final List<String> PATHS = List.of("path", "value", "url");

    private final Sources sources;

    SpringMappings(Sources sources) {
        this.sources = sources;
    }

    /**
     * A mapping.
     *
     * @param verbs empty for all
     * @param paths the root where none is written
     */
    record Mapping(List<String> verbs, PathTemplates paths) {}

    /** Returns the mapping among annotations of a type or, where a method is given, of that method. */
    Optional<Mapping> of(List<AnnotationFacts> annotations, Type owner, @Nullable Method method) {
        for (AnnotationFacts each : annotations) {
            if (VERBS.containsKey(each.simpleName())) {
                return Optional.of(new Mapping(verbs(each), sources.paths(each, owner, method, PATHS)));
            }
            Optional<Type> declared = sources.program()
                    .resolve(each.name(), owner)
                    .filter(type -> type.facts().kind() == TypeFacts.Kind.ANNOTATION);
            Optional<AnnotationFacts> base =
                    declared.flatMap(type -> sources.program().meta(type.facts().annotations(), type, NAMES));
            if (base.isPresent()) {
                return Optional.of(composed(each, declared.get(), base.get(), owner, method));
            }
        }
        return Optional.empty();
    }

    private Mapping composed(
            AnnotationFacts written, Type declared, AnnotationFacts base, Type owner, @Nullable Method method) {
        List<String> attributes = aliases(declared);
        boolean own = attributes.stream().anyMatch(written.values()::containsKey);
        PathTemplates paths =
                own ? sources.paths(written, owner, method, attributes) : sources.paths(base, declared, null, PATHS);
        return new Mapping(verbs(base), paths);
    }

    /** Returns the attributes of a composed annotation that stand for the path of the mapping. */
    private static List<String> aliases(Type declared) {
        List<String> attributes = new ArrayList<>();
        boolean aliased = false;
        for (Method each : declared.methods()) {
            Optional<AnnotationFacts> alias = each.annotation("AliasFor");
            if (alias.isEmpty()) {
                continue;
            }
            aliased = true;
            String attribute = Notes.constant(alias.get(), "attribute");
            String target = attribute.isEmpty() ? Notes.constant(alias.get(), "value") : attribute;
            boolean ofMapping = alias.get().values().get("annotation") instanceof Expr.ClassOf of
                    && VERBS.containsKey(of.type().simpleName());
            if (ofMapping && PATHS.contains(target.isEmpty() ? each.name() : target)) {
                attributes.add(each.name());
            }
        }
        return aliased ? attributes : PATHS;
    }

    private static List<String> verbs(AnnotationFacts mapping) {
        String fixed = VERBS.getOrDefault(mapping.simpleName(), "");
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
