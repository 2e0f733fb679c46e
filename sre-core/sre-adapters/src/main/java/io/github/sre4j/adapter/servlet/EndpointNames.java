package io.github.sre4j.adapter.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/**
 * The names that New Relic's agent would give, so that one standard, one set of waivers and one baseline hold for both: the matched route and the
 * method, never the URL. Stateless.
 */
final class EndpointNames {

    /** Where Spring MVC leaves the pattern that matched; its name has been the same since Spring 3. */
    private static final String SPRING_PATTERN = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    private static final String STATIC = "WebTransaction/SpringController/ResourceHttpRequestHandler/handleRequest";
    private static final String UNMATCHED = "WebTransaction/StatusCode/";

    /** Other methods are a stranger's: each would be a name of its own. */
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    private EndpointNames() {}

    static String of(HttpServletRequest request, HttpServletResponse response) {
        Object pattern = request.getAttribute(SPRING_PATTERN);
        if (pattern != null) {
            String route = String.valueOf(pattern);
            return route.equals("/**")
                    ? STATIC
                    : "WebTransaction/SpringController" + (route.startsWith("/") ? route : "/" + route)
                            + method(request);
        }
        int status = response.getStatus();
        if (status == HttpServletResponse.SC_NOT_FOUND || status == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            return UNMATCHED + status;
        }
        return "WebTransaction/Servlet/" + request.getHttpServletMapping().getServletName();
    }

    private static String method(HttpServletRequest request) {
        String method = request.getMethod();
        return " (" + (METHODS.contains(method) ? method : "OTHER") + ")";
    }
}
