package io.github.sre4j.sli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises names that are not requests of users, by the forms the New Relic Java agent and Spring Boot give them.
 *
 * <p>Health checks are recognised by the last segment of their route, and only by words that no product uses for a page of its own.
 */
final class ExclusionRules {

    private record Rule(ExclusionReason reason, Pattern pattern) {
        static Rule of(ExclusionReason reason, String regex) {
            return new Rule(reason, Pattern.compile(regex, Pattern.DOTALL));
        }
    }

    private static final String WEB = "WebTransaction/";
    private static final String VERB = "(?: \\([A-Z]+\\))?";

    private static final List<Rule> RULES = List.of(
            Rule.of(ExclusionReason.INITIALIZER, "OtherTransaction/Initializer/.*"),
            // A bucket of 5xx is no such thing: its requests found an endpoint, or a filter before it, that failed.
            Rule.of(ExclusionReason.UNMATCHED, WEB + "(?:NormalizedUri|StatusCode)/(?:[1-4][0-9]{2}|\\*)(?:/.*)?"),
            // Endpoints beyond those that a recorder keeps apart.
            Rule.of(ExclusionReason.UNMATCHED, "sre4j/overflow"),
            Rule.of(ExclusionReason.UNMATCHED, WEB + "Uri/Unknown"),
            Rule.of(ExclusionReason.UNMATCHED, WEB + "Spring/Unknown Route" + VERB),
            Rule.of(
                    ExclusionReason.ERROR_PAGE,
                    WEB + "SpringController/(?:BasicErrorController/(?:error|errorHtml)|/?error" + VERB + ")"),
            Rule.of(ExclusionReason.HEALTH_CHECK, WEB + "SpringController/OperationHandler/handle"),
            Rule.of(ExclusionReason.HEALTH_CHECK, WEB + "[^/]+/(?:.*/)?actuator(?:/.*)?"),
            Rule.of(
                    ExclusionReason.HEALTH_CHECK,
                    WEB + "[^/]+/(?:.*/)?(?:health|healthz|healthcheck|health-check|livez|liveness|readyz|readiness)"
                            + VERB),
            Rule.of(ExclusionReason.STATIC_RESOURCE, WEB + "Servlet/(?:dispatcherServlet|default|DefaultServlet)"),
            Rule.of(ExclusionReason.STATIC_RESOURCE, WEB + "SpringController/ResourceHttpRequestHandler/handleRequest"),
            Rule.of(
                    ExclusionReason.STATIC_RESOURCE,
                    WEB
                            + "(?:Uri|Servlet|Filter|NormalizedUri)/.*(?i:\\.(?:css|js|mjs|map|png|jpe?g|gif|svg|ico|webp|woff2?|ttf))"));

    private ExclusionRules() {}

    static Optional<ExclusionReason> reason(String name) {
        return RULES.stream()
                .filter(rule -> rule.pattern().matcher(name).matches())
                .map(Rule::reason)
                .findFirst();
    }
}
