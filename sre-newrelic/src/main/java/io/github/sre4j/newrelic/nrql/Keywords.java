package io.github.sre4j.newrelic.nrql;

import java.util.Locale;
import java.util.Set;

/** Words that NRQL would take for its own. */
final class Keywords {

    private static final Set<String> ALL = Set.of(
            "select",
            "from",
            "where",
            "facet",
            "limit",
            "max",
            "since",
            "until",
            "timeseries",
            "compare",
            "with",
            "as",
            "and",
            "or",
            "not",
            "in",
            "like",
            "rlike",
            "is",
            "null",
            "true",
            "false",
            "auto",
            "order",
            "by",
            "cases",
            "extrapolate",
            "timezone",
            "ago",
            "raw",
            "slide",
            "offset",
            "today",
            "yesterday",
            "now",
            "join",
            "on",
            "inner",
            "left",
            "show",
            "desc",
            "asc",
            "predict");

    private Keywords() {}

    static boolean isOne(String word) {
        return ALL.contains(word.toLowerCase(Locale.ROOT));
    }
}
