package io.github.sre4j.source.internal.route;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint's name taken apart.
 *
 * @param kind what kind of name it is
 * @param verb the HTTP verb; empty if the name has none
 * @param rest path, destination, or class and method divided by {@code /}
 */
record EndpointForm(Kind kind, String verb, String rest) {

    private static final Pattern AGENT = Pattern.compile("(?:Web|Other)Transaction/([^/]+)/(.*)", Pattern.DOTALL);
    private static final Pattern WITH_VERB = Pattern.compile("(.*) \\(([A-Z]+)\\)", Pattern.DOTALL);
    private static final Pattern OPEN_TELEMETRY = Pattern.compile("([A-Z]{3,7}) (/.*)", Pattern.DOTALL);
    private static final Pattern MESSAGING =
            Pattern.compile("(.+) (?:process|receive|deliver|consume)", Pattern.DOTALL);
    private static final Pattern MESSAGING_FIRST =
            Pattern.compile("(?:process|receive|deliver|consume) (.+)", Pattern.DOTALL);
    private static final Pattern METHOD = Pattern.compile("[\\w$.]+[./]\\w+");
    private static final Pattern PROXY = Pattern.compile(
            "\\$\\$(?:SpringCGLIB|EnhancerBySpringCGLIB|FastClassBySpringCGLIB|_ClientProxy|_Subclass)(?:\\$\\$\\w*)?|_(?:ClientProxy|Subclass)$");
    private static final Set<String> ROUTED =
            Set.of("SpringController", "Spring", "RestWebService", "Vertx", "Undertow", "Ktor", "Micronaut");

    /** Kinds of names. */
    enum Kind {
        /** A path template. */
        PATH,
        /** A path with values. */
        URI,
        SERVLET,
        MESSAGE,
        GRAPHQL,
        GRPC,
        /** Class and method. */
        METHOD,
        /** Nothing that code could tell. */
        UNKNOWN
    }

    static EndpointForm of(String name) {
        Matcher agent = AGENT.matcher(name);
        if (!agent.matches()) {
            return openTelemetry(name);
        }
        String rest = agent.group(2);
        String category = agent.group(1);
        if (ROUTED.contains(category)) {
            Matcher verb = WITH_VERB.matcher(rest);
            return verb.matches()
                    ? new EndpointForm(Kind.PATH, verb.group(2), verb.group(1))
                    : new EndpointForm(Kind.METHOD, "", withoutProxy(rest.replaceFirst("^Java/", "")));
        }
        return switch (category) {
            case "Uri" -> new EndpointForm(Kind.URI, "", rest);
            case "Servlet", "Filter" -> new EndpointForm(Kind.SERVLET, "", rest);
            case "GraphQL" -> new EndpointForm(Kind.GRAPHQL, "", rest);
            case "gRPC" -> new EndpointForm(Kind.GRPC, "", rest);
            case "Message" -> message(rest);
            case "Custom", "Java" -> new EndpointForm(Kind.METHOD, "", withoutProxy(rest));
            case "Initializer" -> new EndpointForm(Kind.METHOD, "", withoutProxy(rest.replaceFirst("^[^/]*/", "")));
            default -> new EndpointForm(Kind.UNKNOWN, "", rest);
        };
    }

    private static EndpointForm message(String rest) {
        if (rest.startsWith("SpringKafka/")) {
            String method = withoutProxy(rest.substring("SpringKafka/".length()));
            int dot = method.lastIndexOf('.');
            return new EndpointForm(
                    Kind.METHOD, "", dot < 0 ? method : method.substring(0, dot) + "/" + method.substring(dot + 1));
        }
        int named = rest.indexOf("/Named/");
        return new EndpointForm(
                Kind.MESSAGE, "", named < 0 ? rest.substring(rest.lastIndexOf('/') + 1) : rest.substring(named + 7));
    }

    private static EndpointForm openTelemetry(String name) {
        Matcher route = OPEN_TELEMETRY.matcher(name);
        if (route.matches()) {
            return new EndpointForm(Kind.PATH, route.group(1), route.group(2));
        }
        if (name.startsWith("/")) {
            return new EndpointForm(Kind.PATH, "", name);
        }
        for (Pattern each : new Pattern[] {MESSAGING, MESSAGING_FIRST}) {
            Matcher messaging = each.matcher(name);
            if (messaging.matches()) {
                return new EndpointForm(Kind.MESSAGE, "", messaging.group(1));
            }
        }
        if (METHOD.matcher(name).matches()) {
            String plain = withoutProxy(name);
            int cut = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf('/'));
            if (cut > 0) {
                return new EndpointForm(Kind.METHOD, "", plain.substring(0, cut) + "/" + plain.substring(cut + 1));
            }
        }
        return new EndpointForm(Kind.UNKNOWN, "", name);
    }

    /** Without what proxies add to a class's name. */
    static String withoutProxy(String name) {
        return PROXY.matcher(name).replaceAll("");
    }
}
