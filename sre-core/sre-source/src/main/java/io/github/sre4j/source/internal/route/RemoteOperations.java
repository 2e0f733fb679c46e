package io.github.sre4j.source.internal.route;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Matches operations of gRPC and GraphQL. */
final class RemoteOperations {

    private static final Set<String> OPERATIONS = Set.of("query", "mutation", "subscription");

    private RemoteOperations() {}

    /** Scores {@code package.Service/Method} against a method of a service of that simple name. */
    static double grpc(String rest, Route route) {
        int slash = rest.lastIndexOf('/');
        String service = rest.substring(rest.lastIndexOf('.', Math.max(slash, 0)) + 1);
        return route.names().stream().anyMatch(each -> each.equalsIgnoreCase(service)) ? 1 : 0;
    }

    /**
     * Scores {@code QUERY/operation/field.path}. The client chooses the operation's name, so that only the field tells the handler, unless there is
     * no field.
     */
    static double graphQl(String rest, Route route) {
        List<String> segments = Paths.segments(rest.replace(' ', '/'));
        boolean typed =
                !segments.isEmpty() && OPERATIONS.contains(segments.get(0).toLowerCase(Locale.ROOT));
        if (typed && !fits(segments.get(0), route.verbs())) {
            return 0;
        }
        int last = segments.size() - 1;
        for (int i = typed ? 1 : 0; i <= last; i++) {
            String field = segments.get(i).replaceFirst("[.\\[].*$", "");
            if (route.names().contains(field)) {
                return i == last ? 0.9 : 0.6;
            }
        }
        return 0;
    }

    private static boolean fits(String operation, List<String> types) {
        return types.isEmpty() || types.stream().anyMatch(each -> each.equalsIgnoreCase(operation));
    }
}
