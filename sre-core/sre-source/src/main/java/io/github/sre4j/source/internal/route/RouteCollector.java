package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.program.Method;
import java.util.ArrayList;
import java.util.List;

/** The routes found so far, and the handlers whose paths could not be read. Not thread-safe. */
final class RouteCollector {

    private final List<Route> routes = new ArrayList<>();
    private final List<Method> unreadable = new ArrayList<>();

    void add(Route route) {
        routes.add(route);
    }

    /** Adds a route by path, or notes that its path could not be read. */
    void add(Route.Framework framework, List<String> verbs, PathTemplates paths, Method method, boolean inherited) {
        if (paths.isUnreadable()) {
            unreadable.add(method);
        } else {
            add(Route.http(framework, verbs, paths, method, inherited));
        }
    }

    List<Route> routes() {
        return routes;
    }

    List<Method> unreadable() {
        return unreadable;
    }
}
