package io.github.sre4j.prometheus;

import java.util.Locale;
import java.util.Set;

/**
 * Names of endpoints, from the labels of their metrics. They are those that New Relic's Java agent gives the requests of a Spring controller, so that the
 * standard, waivers, the baseline and the places in the source are the same whatever measures a service.
 */
final class EndpointNames {

    private static final String CONTROLLER = "WebTransaction/SpringController/";
    private static final String FILES = "WebTransaction/Servlet/dispatcherServlet";

    /** Values of {@code uri} that stand for requests without a route. */
    private static final Set<String> NO_ROUTE = Set.of("", "UNKNOWN", "NOT_FOUND", "REDIRECTION", "none", "None");

    /** Routes of Spring's handlers of static files. */
    private static final Set<String> FILE_ROUTES = Set.of("/**", "/webjars/**", "/favicon.ico");

    private EndpointNames() {}

    /**
     * Returns the name of an endpoint.
     *
     * @param route the route, or a name that telemetry stores, or what an instrumentation writes where there was no route
     * @param method the HTTP method; empty if unknown
     * @param status the HTTP status; empty if unknown
     */
    static String name(String route, String method, String status) {
        if (route.startsWith("WebTransaction/") || route.startsWith("OtherTransaction/")) {
            return route;
        }
        boolean files = FILE_ROUTES.contains(route);
        if (NO_ROUTE.contains(route) || (files && (status.equals("404") || ErrorRule.isServerError(status)))) {
            return status.matches("[1-5][0-9]{2}")
                    ? "WebTransaction/StatusCode/" + status
                    : "WebTransaction/Uri/Unknown";
        }
        if (files) {
            return FILES;
        }
        String path = route.equals("root") ? "" : route.replaceFirst("^/", "");
        String verb = method.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
        return CONTROLLER + path + (verb.isEmpty() ? "" : " (" + verb + ")");
    }
}
