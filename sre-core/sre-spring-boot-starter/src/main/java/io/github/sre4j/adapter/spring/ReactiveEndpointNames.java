package io.github.sre4j.adapter.spring;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;

/**
 * Names of the endpoints of a WebFlux service as New Relic's agent gives them, so that one standard, one set of waivers and one baseline hold for
 * both: the matched route and the method, never the URL. Stateless.
 */
final class ReactiveEndpointNames {

    private static final String STATIC = "WebTransaction/SpringController/ResourceHttpRequestHandler/handleRequest";
    private static final String UNMATCHED = "WebTransaction/StatusCode/";
    private static final String UNKNOWN_ROUTE = "WebTransaction/Spring/Unknown Route";
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    /** Methods of HTTP; any other would be a name of its own. */
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    private ReactiveEndpointNames() {}

    static String of(ServerRequestObservationContext context, @Nullable Integer status) {
        String pattern = context.getPathPattern();
        if (pattern == null) {
            return status != null && (status == NOT_FOUND || status == METHOD_NOT_ALLOWED)
                    ? UNMATCHED + status
                    : UNKNOWN_ROUTE + method(context);
        }
        if (pattern.equals("/**")) {
            return STATIC;
        }
        boolean annotated =
                context.getAttributes().get(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod;
        return "WebTransaction/" + (annotated ? "SpringController" : "Spring")
                + (pattern.startsWith("/") ? pattern : "/" + pattern) + method(context);
    }

    private static String method(ServerRequestObservationContext context) {
        String method = context.getCarrier() == null
                ? "OTHER"
                : context.getCarrier().getMethod().name();
        return " (" + (METHODS.contains(method) ? method : "OTHER") + ")";
    }
}
