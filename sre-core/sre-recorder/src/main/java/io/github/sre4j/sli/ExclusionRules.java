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
            Rule.of(
                    ExclusionReason.HEALTH_CHECK,
                    WEB + "SpringController/(?:(?:Read|Write|Delete)?OperationHandler/handle|\\w*LinksHandler/links)"),
            Rule.of(ExclusionReason.HEALTH_CHECK, WEB + "[^/]+/(?:.*/)?actuator(?:/.*)?"),
            // A probe reads, and it reads the state of the service, not of one of its objects.
            Rule.of(
                    ExclusionReason.HEALTH_CHECK,
                    WEB + "[^/]+/(?:[^{]*/)?(?:health|healthz|healthcheck|health-check|livez|liveness|readyz|readiness)"
                            + "(?: \\((?:GET|HEAD|OPTIONS)\\))?"),
            Rule.of(ExclusionReason.NO_ROUTE, WEB + "NettyDispatcher/NettyDispatcher"),
            Rule.of(ExclusionReason.STATIC_RESOURCE, WEB + "Servlet/(?:dispatcherServlet|default|DefaultServlet)"),
            Rule.of(ExclusionReason.STATIC_RESOURCE, WEB + "SpringController/ResourceHttpRequestHandler/handleRequest"),
            Rule.of(
                    ExclusionReason.STATIC_RESOURCE,
                    WEB
                            + "(?:Uri|Servlet|Filter|NormalizedUri)/.*(?i:\\.(?:css|js|mjs|map|png|jpe?g|gif|svg|ico|webp|woff2?|ttf))"));

    /** Names under which requests of any kind may stand: what they were, only their verbs, statuses and URIs tell. */
    static final List<String> CATCH_ALL = List.of(
            WEB + "Servlet/dispatcherServlet",
            WEB + "Servlet/default",
            WEB + "Servlet/DefaultServlet",
            WEB + "NettyDispatcher/NettyDispatcher");

    /** Buckets of requests for which there was no route. One of 401 or 403 says that a request was turned away, not that it had none. */
    private static final Pattern UNROUTED = Pattern.compile(
            WEB + "(?:(?:NormalizedUri|StatusCode)/(?:2[0-9]{2}|404|405|\\*)(?:/.*)?|Uri/Unknown|Spring/Unknown Route"
                    + VERB + ")",
            Pattern.DOTALL);

    /** Of the syntax that Java and RE2 share. */
    static final String PLATFORM_URI_REGEX =
            "(?:[^?]*/)?(?:(?:webjars|resources|static|assets|css|js|img|images|fonts|actuator|health|healthz|livez|readyz)(?:/[^?]*)?"
                    + "|[^/?]+\\.(?i:css|js|mjs|map|png|jpe?g|gif|svg|ico|webp|avif|woff2?|ttf|otf|eot|html?|txt|xml|webmanifest|json|pdf))(?:\\?.*)?";

    private static final Pattern PLATFORM_URI = Pattern.compile(PLATFORM_URI_REGEX, Pattern.DOTALL);

    private ExclusionRules() {}

    /** Returns true if requests of any kind may stand under this name. */
    static boolean isCatchAll(String name) {
        return CATCH_ALL.contains(name);
    }

    /** Returns true if the requests of this name had no route. */
    static boolean isUnrouted(String name) {
        return UNROUTED.matcher(name).matches();
    }

    /** Returns true if a URI is one of a file, or of a probe of the platform. */
    static boolean isPlatformUri(String uri) {
        return PLATFORM_URI.matcher(uri).matches();
    }

    static Optional<ExclusionReason> reason(String name) {
        return RULES.stream()
                .filter(rule -> rule.pattern().matcher(name).matches())
                .map(Rule::reason)
                .findFirst();
    }
}
