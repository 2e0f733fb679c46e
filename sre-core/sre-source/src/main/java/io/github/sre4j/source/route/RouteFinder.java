package io.github.sre4j.source.route;

import java.util.function.Consumer;

/** Finds routes of one framework. */
interface RouteFinder {

    void find(Consumer<Route> found);
}
