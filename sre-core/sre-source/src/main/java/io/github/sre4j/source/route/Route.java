package io.github.sre4j.source.route;

import io.github.sre4j.source.program.Method;
import java.util.List;

/**
 * How requests, messages or the clock come to a method.
 *
 * @param kind what comes
 * @param verbs HTTP verbs; empty for all of them
 * @param names path templates, the one that New Relic names first; or destinations, names of servlets, operations
 * @param method the method
 * @param inherited whether the mapping stands on an interface or superclass
 */
public record Route(Kind kind, List<String> verbs, List<String> names, Method method, boolean inherited) {

    /** Copies the lists. */
    public Route {
        verbs = List.copyOf(verbs);
        names = List.copyOf(names);
    }

    /** What comes. */
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
}
