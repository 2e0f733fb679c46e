package io.github.sre4j.examples.standin.nrql;

import java.util.Locale;
import java.util.Set;

/** Words that cannot be an attribute without back-ticks. */
final class Keywords {
    private static final Set<String> RESERVED = Set.of(
            "select",
            "from",
            "where",
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
            "as",
            "facet",
            "timeseries",
            "limit",
            "since",
            "until",
            "compare",
            "with",
            "order",
            "by",
            "extrapolate",
            "ago",
            "show",
            "slide");

    private Keywords() {}

    static boolean isReserved(String word) {
        return RESERVED.contains(word.toLowerCase(Locale.ROOT));
    }
}
