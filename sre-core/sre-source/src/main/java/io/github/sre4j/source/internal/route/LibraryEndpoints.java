package io.github.sre4j.source.internal.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Paths that frameworks and libraries handle, by their first segments. */
final class LibraryEndpoints {

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        for (String each : List.of("actuator", "manage", "management")) {
            NAMES.put(each, "Spring Boot Actuator");
        }
        NAMES.put("error", "Spring Boot (error page)");
        for (String each : List.of(
                "v2/api-docs",
                "v3/api-docs",
                "swagger-ui",
                "swagger-ui.html",
                "swagger-resources",
                "openapi",
                "webjars")) {
            NAMES.put(each, "OpenAPI");
        }
        NAMES.put("{repository}", "Spring Data REST");
        NAMES.put("profile", "Spring Data REST");
        NAMES.put("h2-console", "H2");
        NAMES.put("q", "Quarkus");
        for (String each : List.of("graphql", "graphiql")) {
            NAMES.put(each, "GraphQL");
        }
        for (String each : List.of("oauth2", "login", "logout", "saml2")) {
            NAMES.put(each, "Spring Security");
        }
        for (String each : List.of("**", "{*path}", "*")) {
            NAMES.put(each, "Spring (static resources)");
        }
    }

    private LibraryEndpoints() {}

    static Optional<String> of(List<String> segments) {
        for (Map.Entry<String, String> each : NAMES.entrySet()) {
            List<String> first = Paths.segments(each.getKey());
            if (segments.size() >= first.size()
                    && segments.subList(0, first.size()).equals(first)) {
                return Optional.of(each.getValue());
            }
        }
        boolean resources =
                !segments.isEmpty() && segments.get(segments.size() - 1).equals("**");
        return resources ? Optional.of("Spring (static resources)") : Optional.empty();
    }
}
