package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Paths that servers and frameworks put in front of the routes of the code. Immutable and thread-safe. */
final class PathPrefixes {

    private static final List<String> CONTEXT_KEYS = List.of(
            "server.servlet.context-path",
            "server.context-path",
            "quarkus.http.root-path",
            "micronaut.server.context-path");

    private static final Map<Route.Framework, List<String>> KEYS = Map.of(
            Route.Framework.SPRING,
                    List.of("spring.webflux.base-path", "spring.mvc.servlet.path", "server.servlet-path"),
            Route.Framework.JAX_RS,
                    List.of(
                            "spring.jersey.application-path",
                            "quarkus.rest.path",
                            "quarkus.resteasy.path",
                            "resteasy.jaxrs.defaultPath",
                            "cxf.path"),
            Route.Framework.KTOR, List.of("ktor.deployment.rootPath"));

    private final Sources sources;
    private final Set<String> contexts = new LinkedHashSet<>();
    private final Map<String, List<String>> applications = new HashMap<>();
    private final List<String> configured;
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    /**
     * Reads the prefixes of a program.
     *
     * @param sources the program and its configuration
     * @param inferred context paths that the names of endpoints share
     */
    PathPrefixes(Sources sources, List<String> inferred) {
        this.sources = sources;
        contexts.add("");
        CONTEXT_KEYS.forEach(
                key -> contexts.addAll(sources.resolved(sources.configuration().values(key))));
        contexts.addAll(inferred);
        for (Type type : sources.program().types()) {
            for (AnnotationFacts each :
                    type.annotation("ApplicationPath").stream().toList()) {
                applications
                        .computeIfAbsent(module(type), none -> new ArrayList<>())
                        .addAll(sources.texts(each, type, "value"));
            }
        }
        this.configured = configured(sources);
    }

    /** Prefixes that a configurer of Spring MVC or WebFlux adds. */
    private static List<String> configured(Sources sources) {
        Set<String> prefixes = new LinkedHashSet<>();
        for (Type type : sources.program().types()) {
            for (Method method : type.methods()) {
                if (!method.name().equals("configurePathMatch")
                        && !method.name().equals("configurePathMatching")) {
                    continue;
                }
                for (Site site : sources.bodies().sites(method)) {
                    if (site.name().equals("addPathPrefix") && !site.arguments().isEmpty()) {
                        Expr prefix = site.arguments().get(0);
                        prefixes.addAll(sources.resolved(sources.values().texts(prefix, type)));
                    }
                }
            }
        }
        return List.copyOf(prefixes);
    }

    /** Returns the prefixes of a route, none first. */
    List<String> of(Route route) {
        String module = module(route.method().owner());
        return known.computeIfAbsent(route.framework() + " " + module, key -> prefixes(route.framework(), module));
    }

    private List<String> prefixes(Route.Framework framework, String module) {
        Set<String> found = new LinkedHashSet<>();
        found.add("");
        KEYS.getOrDefault(framework, List.of())
                .forEach(key ->
                        found.addAll(sources.resolved(sources.configuration().values(key))));
        if (framework == Route.Framework.SPRING) {
            found.addAll(configured);
        }
        if (framework == Route.Framework.JAX_RS) {
            // The application of the same module; else those of the modules that use it.
            List<String> own = applications.get(module);
            if (own == null) {
                applications.values().forEach(found::addAll);
            } else {
                found.addAll(own);
            }
        }
        return Paths.join(List.copyOf(contexts), List.copyOf(found));
    }

    /** The folder of the module a type belongs to. */
    private static String module(Type type) {
        String name = type.file().name();
        int sources = name.indexOf("src/");
        return sources < 0 ? "" : name.substring(0, sources);
    }
}
