package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.model.TypeFacts;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Type;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Annotated controllers of Spring MVC and WebFlux, with mappings of their interfaces and superclasses and the product's own mapping annotations. */
final class SpringRoutes implements RouteFinder {

    private static final String[] CONTROLLERS = {"Controller", "RestController"};

    private final Sources sources;
    private final SpringMappings mappings;

    SpringRoutes(Sources sources) {
        this.sources = sources;
        this.mappings = new SpringMappings(sources);
    }

    @Override
    public void find(RouteCollector found) {
        for (Type type : sources.program().types()) {
            if (isController(type)) {
                controller(type, found);
            }
        }
    }

    private boolean isController(Type type) {
        boolean instance =
                type.facts().kind() == TypeFacts.Kind.CLASS || type.facts().kind() == TypeFacts.Kind.RECORD;
        if (!instance || type.facts().isAbstract()) {
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

    private void controller(Type type, RouteCollector found) {
        Optional<SpringMappings.Mapping> ofType = ofType(type);
        PathTemplates prefix = ofType.map(SpringMappings.Mapping::paths).orElse(PathTemplates.ROOT);
        Set<String> seen = new HashSet<>();
        for (Type each : sources.program().withSuperTypes(type)) {
            for (Method method : each.methods()) {
                Optional<SpringMappings.Mapping> mapping =
                        mappings.of(method.facts().annotations(), each, method);
                if (mapping.isPresent() && seen.add(Signatures.of(method))) {
                    Method handler = each.equals(type) ? method : sources.implementation(type, method);
                    Set<String> verbs = new LinkedHashSet<>(mapping.get().verbs());
                    ofType.ifPresent(own -> verbs.addAll(own.verbs()));
                    found.add(
                            Route.Framework.SPRING,
                            List.copyOf(verbs),
                            prefix.then(mapping.get().paths()),
                            handler,
                            !handler.equals(method));
                }
            }
        }
    }

    private Optional<SpringMappings.Mapping> ofType(Type type) {
        for (Type each : sources.program().withSuperTypes(type)) {
            Optional<SpringMappings.Mapping> mapping = mappings.of(each.facts().annotations(), each, null);
            if (mapping.isPresent()) {
                return mapping;
            }
        }
        return Optional.empty();
    }
}
