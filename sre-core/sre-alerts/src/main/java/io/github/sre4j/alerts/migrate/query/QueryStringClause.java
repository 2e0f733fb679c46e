package io.github.sre4j.alerts.migrate.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.query.QueryClause.Parsed;
import io.github.sre4j.alerts.migrate.query.QueryClause.Unsupported;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Clause {@code query_string} with its parameters. */
public final class QueryStringClause {

    private static final Set<String> KNOWN = Set.of(
            "query",
            "default_field",
            "fields",
            "default_operator",
            "analyze_wildcard",
            "time_zone",
            "lenient",
            "boost",
            "allow_leading_wildcard",
            "enable_position_increments",
            "fuzziness",
            "fuzzy_prefix_length",
            "fuzzy_max_expansions",
            "fuzzy_transpositions",
            "max_determinized_states",
            "type",
            "tie_breaker",
            "escape",
            "auto_generate_synonyms_phrase_query",
            "phrase_slop",
            "rewrite",
            "_name",
            "lowercase_expanded_terms",
            "auto_generate_phrase_queries",
            "use_dis_max",
            "split_on_whitespace");

    private QueryStringClause() {}

    /** Returns the clauses of a query string without parameters. */
    public static QueryClause parse(String query) {
        return parse(query, List.of("*"), false);
    }

    static QueryClause parse(JsonNode body) {
        Iterator<String> keys = body.fieldNames();
        while (keys.hasNext()) {
            String key = keys.next();
            boolean wrongType = key.equals("type")
                    && !Set.of("best_fields", "most_fields")
                            .contains(body.path("type").asText());
            if (!KNOWN.contains(key)
                    || wrongType
                    || (key.equals("phrase_slop") && body.path(key).asInt(0) > 0)) {
                return new Unsupported("query_string " + body, Message.of(FindingTexts.class, "clause.parameter", key));
            }
        }
        List<String> fields = new ArrayList<>();
        body.path("fields").forEach(field -> fields.add(field.asText().replaceFirst("\\^.*", "")));
        if (fields.isEmpty()) {
            fields.add(body.path("default_field").asText("*"));
        }
        boolean and = body.path("default_operator").asText("or").equalsIgnoreCase("and");
        return parse(body.path("query").asText(""), fields, and);
    }

    private static QueryClause parse(String query, List<String> fields, boolean and) {
        try {
            return new Parsed(query, new QueryStringParser(query, fields, and).parse());
        } catch (QueryStringException e) {
            return new Unsupported("query_string " + query, e.reason());
        }
    }
}
