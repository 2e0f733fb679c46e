package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.migrate.query.QueryClause;
import java.util.stream.Collectors;

/** Clauses as a report shows them. */
final class ClauseText {

    private ClauseText() {}

    static String of(QueryClause clause) {
        if (clause instanceof QueryClause.Term term) {
            return "term " + term.field() + ": " + term.value().text();
        } else if (clause instanceof QueryClause.Terms terms) {
            return "terms " + terms.field() + ": "
                    + terms.values().stream().map(value -> value.text()).collect(Collectors.joining(", "));
        } else if (clause instanceof QueryClause.Match match) {
            String kind = switch (match.kind()) {
                case ANY_WORD, ALL_WORDS -> "match ";
                case PHRASE -> "match_phrase ";
                case PHRASE_PREFIX -> "match_phrase_prefix ";
                case WORD -> "query_string ";
            };
            return kind + match.field() + ": " + match.value().text();
        } else if (clause instanceof QueryClause.Prefix prefix) {
            return "prefix " + prefix.field() + ": " + prefix.value();
        } else if (clause instanceof QueryClause.Wildcard wildcard) {
            return "wildcard " + wildcard.field() + ": " + wildcard.pattern();
        } else if (clause instanceof QueryClause.Regexp regexp) {
            return "regexp " + regexp.field() + ": " + regexp.regex();
        } else if (clause instanceof QueryClause.Range range) {
            return "range " + range.field() + ": "
                    + range.bounds().stream()
                            .map(bound -> bound.operator() + " " + bound.value().text())
                            .collect(Collectors.joining(" "));
        } else if (clause instanceof QueryClause.Exists exists) {
            return "exists " + exists.field();
        } else if (clause instanceof QueryClause.Parsed parsed) {
            return "query_string " + parsed.source();
        } else if (clause instanceof QueryClause.Unsupported unsupported) {
            return unsupported.text();
        }
        return clause instanceof QueryClause.Bool ? "bool" : "match_all";
    }
}
