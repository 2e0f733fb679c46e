package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.program.Method;
import java.util.List;

/**
 * A way by which requests, messages or the clock reach a method.
 *
 * @param kind the kind of trigger
 * @param framework the framework that maps it
 * @param verbs HTTP verbs; empty for all of them
 * @param names path templates of the first mapping, as written and with placeholders filled; or destinations, names of servlets, operations
 * @param aliases path templates of the further mappings
 * @param method the method
 * @param inherited whether the mapping is on an interface or superclass
 * @param open whether code that is not understood may put a path in front of the names
 */
public record Route(
        Kind kind,
        Framework framework,
        List<String> verbs,
        List<String> names,
        List<String> aliases,
        Method method,
        boolean inherited,
        boolean open) {

    /** Copies the lists. */
    public Route {
        verbs = List.copyOf(verbs);
        names = List.copyOf(names);
        aliases = List.copyOf(aliases);
    }

    /** A route that no request takes by its path. */
    static Route of(Kind kind, List<String> verbs, List<String> names, Method method) {
        return new Route(kind, Framework.OTHER, verbs, names, List.of(), method, false, false);
    }

    /** A route by path. */
    static Route http(Framework framework, List<String> verbs, PathTemplates paths, Method method, boolean inherited) {
        return new Route(Kind.HTTP, framework, verbs, paths.names(), paths.aliases(), method, inherited, false);
    }

    /** Kinds of triggers. */
    public enum Kind {
        /** Requests by path. */
        HTTP,
        /** Requests by servlet or filter. */
        SERVLET,
        /** The clock. */
        SCHEDULE,
        /** Messages. */
        MESSAGE,
        /** Operations of GraphQL. */
        GRAPHQL,
        /** Methods of gRPC services. */
        GRPC
    }

    /** Frameworks that put paths of their own configuration in front of routes. */
    public enum Framework {
        /** Spring MVC and WebFlux. */
        SPRING,
        /** JAX-RS. */
        JAX_RS,
        /** Micronaut. */
        MICRONAUT,
        /** Ktor. */
        KTOR,
        /** Any other. */
        OTHER
    }
}
