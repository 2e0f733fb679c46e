package io.github.sre4j.sli;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names for people, made from the names the New Relic Java agent gives (and left alone where the form is unknown).
 *
 * <p>A name is {@code <Web|Other>Transaction/<category>/<rest>}; what the rest means depends on the category.
 */
final class EndpointLabels {

    private static final Pattern TRANSACTION = Pattern.compile("(Web|Other)Transaction/([^/]+)/(.*)", Pattern.DOTALL);
    private static final Pattern PAGE = Pattern.compile("PageViewTiming/([^/]+)/(.+)", Pattern.DOTALL);

    /** By the names that everybody knows. */
    private static final Map<String, String> VITALS =
            Map.of("largestContentfulPaint", "LCP", "interactionToNextPaint", "INP", "cumulativeLayoutShift", "CLS");

    private static final Pattern ROUTE = Pattern.compile("(.*) \\(([A-Z]+)\\)", Pattern.DOTALL);
    private static final Pattern CLASS_AND_METHOD = Pattern.compile("[A-Z]\\w*/\\w+");
    private static final Pattern PROXY_SUFFIX =
            Pattern.compile("\\$\\$(?:SpringCGLIB|EnhancerBySpringCGLIB|FastClassBySpringCGLIB)\\$\\$\\w*");

    /** Categories whose rest is a route template followed by the verb in brackets. */
    private static final Set<String> ROUTED =
            Set.of("SpringController", "Spring", "RestWebService", "Vertx", "Undertow");

    private static final Map<String, UnaryOperator<String>> OTHERS = Map.ofEntries(
            Map.entry("Servlet", rest -> "servlet " + rest),
            Map.entry("Filter", rest -> "filter " + rest),
            Map.entry("JSP", rest -> "JSP " + rest),
            Map.entry("gRPC", rest -> "gRPC " + rest),
            Map.entry("GraphQL", EndpointLabels::graphQl),
            Map.entry("Uri", rest -> "/" + rest),
            Map.entry("NormalizedUri", EndpointLabels::status),
            Map.entry("StatusCode", EndpointLabels::status),
            Map.entry("Custom", EndpointLabels::classAndMethod),
            Map.entry("Java", EndpointLabels::classAndMethod),
            Map.entry("Message", EndpointLabels::message),
            Map.entry("Initializer", EndpointLabels::initializer));

    private EndpointLabels() {}

    static String label(String name) {
        Matcher page = PAGE.matcher(name);
        if (page.matches() && VITALS.containsKey(page.group(1))) {
            return VITALS.get(page.group(1)) + " " + page.group(2);
        }
        Matcher parts = TRANSACTION.matcher(name);
        if (!parts.matches()) {
            return name;
        }
        String category = parts.group(2);
        String rest = parts.group(3);
        if (ROUTED.contains(category)) {
            return routed(name, rest);
        }
        UnaryOperator<String> form = OTHERS.get(category);
        return form == null || rest.isBlank() ? name : form.apply(rest);
    }

    private static String routed(String name, String rest) {
        Matcher route = ROUTE.matcher(rest);
        if (route.matches()) {
            String path = route.group(1);
            return route.group(2) + " " + (path.startsWith("/") ? path : "/" + path);
        }
        return CLASS_AND_METHOD.matcher(rest).matches() ? rest.replace('/', '.') : name;
    }

    private static String classAndMethod(String rest) {
        String plain = PROXY_SUFFIX.matcher(rest).replaceAll("");
        int slash = plain.lastIndexOf('/');
        if (slash < 0) {
            return plain;
        }
        return simpleName(plain.substring(0, slash)) + "." + plain.substring(slash + 1);
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static String message(String rest) {
        String[] part = rest.split("/", 4);
        if (part[0].equals("SpringKafka") && part.length >= 2) {
            String listener = PROXY_SUFFIX
                    .matcher(rest.substring("SpringKafka/".length()))
                    .replaceAll("");
            int method = listener.lastIndexOf('.');
            return "Kafka "
                    + (method < 0 ? listener : simpleName(listener.substring(0, method)) + listener.substring(method));
        }
        if (part.length == 4 && part[2].equals("Named")) {
            return part[0] + " " + part[1].toLowerCase(Locale.ROOT) + " " + part[3];
        }
        if (part.length == 3 && part[2].equals("Temp")) {
            return part[0] + " temporary " + part[1].toLowerCase(Locale.ROOT);
        }
        return rest.replaceFirst("/", " ");
    }

    private static String graphQl(String rest) {
        int slash = rest.indexOf('/');
        return slash < 0
                ? "GraphQL " + rest
                : "GraphQL " + rest.substring(0, slash).toLowerCase(Locale.ROOT) + " " + rest.substring(slash + 1);
    }

    private static String status(String rest) {
        int slash = rest.indexOf('/');
        return "status " + (slash < 0 ? rest : rest.substring(0, slash));
    }

    private static String initializer(String rest) {
        int slash = rest.indexOf('/');
        return classAndMethod(slash < 0 ? rest : rest.substring(slash + 1));
    }
}
