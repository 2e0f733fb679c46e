package io.github.sre4j.source.internal.route;

/** Finds routes of one framework. */
interface RouteFinder {

    void find(RouteCollector found);
}
