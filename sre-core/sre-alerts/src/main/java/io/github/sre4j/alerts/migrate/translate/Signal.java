package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.nrql.NrqlPredicate;
import io.github.sre4j.alerts.nrql.NrqlText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Number that a condition watches.
 *
 * @param kind what is computed
 * @param function aggregate on an attribute, such as {@code average(duration)}; empty for counts
 * @param of documents that it is computed of
 * @param part documents that are counted as a share of {@code of}; always true otherwise
 * @param facets attributes that make one signal for each value
 */
record Signal(Kind kind, String function, NrqlPredicate of, NrqlPredicate part, List<String> facets) {

    private static final Set<String> IDENTITIES = Set.of(
            "service",
            "app",
            "appname",
            "application",
            "host",
            "hostname",
            "cluster",
            "namespace",
            "env",
            "environment",
            "kubernetes",
            "container",
            "entity",
            "region",
            "stage");

    Signal {
        facets = List.copyOf(facets);
    }

    enum Kind {
        COUNT,
        SHARE,
        FUNCTION
    }

    static final NrqlPredicate ALL = new NrqlPredicate.And(List.of());

    static Signal count(NrqlPredicate of) {
        return new Signal(Kind.COUNT, "", of, ALL, List.of());
    }

    Signal narrowed(NrqlPredicate to) {
        return new Signal(kind, function, Predicates.and(List.of(to, of)), part, facets);
    }

    Signal faceted(List<String> by) {
        return new Signal(kind, function, of, part, by);
    }

    /** Returns the query for a count that must be 0 when nothing matches, a share, or an aggregate. */
    String query(String from, NrqlPredicate scope) {
        if (kind == Kind.SHARE) {
            return "SELECT percentage(count(*), WHERE " + part.text() + ")" + from(from, List.of(scope, of));
        } else if (kind == Kind.FUNCTION) {
            return "SELECT " + function + from(from, List.of(scope, of));
        }
        NrqlPredicate identity = identity();
        NrqlPredicate rest = rest(identity);
        if (!facets.isEmpty() || rest.isAlwaysTrue()) {
            return "SELECT count(*)" + from(from, List.of(scope, of));
        }
        return "SELECT filter(count(*), WHERE " + rest.text() + ")" + from(from, List.of(scope, identity));
    }

    /** Returns the query whose silence is the news. */
    String presenceQuery(String from, NrqlPredicate scope) {
        return "SELECT count(*)" + from(from, List.of(scope, of));
    }

    /** Returns whether it reads 0 when the service lives and nothing matches. */
    boolean readsZero() {
        return kind == Kind.COUNT && facets.isEmpty() && !rest(identity()).isAlwaysTrue();
    }

    private String from(String from, List<NrqlPredicate> conditions) {
        NrqlPredicate present = Predicates.and(facets.stream()
                .<NrqlPredicate>map(facet -> new NrqlPredicate.IsNull(facet, true))
                .toList());
        String where =
                Predicates.and(List.of(Predicates.and(conditions), present)).text();
        String facet = facets.isEmpty()
                ? ""
                : facets.stream().map(NrqlText::name).collect(Collectors.joining(", ", " FACET ", ""));
        return " FROM " + from + (where.isEmpty() ? "" : " WHERE " + where) + facet;
    }

    /** Returns the parts that name a service or place: they choose the stream, not the event. */
    private NrqlPredicate identity() {
        return Predicates.and(parts().stream().filter(Signal::isIdentity).toList());
    }

    private NrqlPredicate rest(NrqlPredicate identity) {
        List<NrqlPredicate> rest =
                parts().stream().filter(part -> !isIdentity(part)).toList();
        return rest.isEmpty() ? identity : Predicates.and(rest);
    }

    private List<NrqlPredicate> parts() {
        return of instanceof NrqlPredicate.And and ? and.parts() : List.of(of);
    }

    private static boolean isIdentity(NrqlPredicate part) {
        if (!(part instanceof NrqlPredicate.Comparison comparison)
                || !comparison.operator().equals("=")) {
            return false;
        }
        String first = comparison.attribute().toLowerCase(Locale.ROOT).split("[._:]", 2)[0];
        return IDENTITIES.contains(first);
    }
}
