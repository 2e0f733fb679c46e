package io.github.sre4j.source.route;

/** Finds routes of one framework. */
interface RouteFinder {

    void find(RouteCollector found);
}
