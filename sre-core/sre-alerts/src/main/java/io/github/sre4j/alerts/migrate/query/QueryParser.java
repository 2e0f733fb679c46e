package io.github.sre4j.alerts.migrate.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.query.QueryClause.Bool;
import io.github.sre4j.alerts.migrate.query.QueryClause.Unsupported;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the query DSL. Every clause comes back as a value or as {@link Unsupported}; none is dropped. */
public final class QueryParser {

    private static final Set<String> LEAVES = Set.of(
            "term", "terms", "match", "match_phrase", "match_phrase_prefix", "prefix", "wildcard", "regexp", "range");
    private static final Set<String> BOOL_KEYS = Set.of(
            "must", "filter", "should", "must_not", "minimum_should_match", "boost", "adjust_pure_negative", "_name");

    private QueryParser() {}

    /** Returns the clauses of a query; an absent or empty one matches every document. */
    public static QueryClause parse(@Nullable JsonNode query) {
        if (query == null || query.isMissingNode() || query.isNull() || (query.isObject() && query.isEmpty())) {
            return new QueryClause.MatchAll();
        }
        if (!query.isObject() || query.size() != 1) {
            return LeafParser.unsupported(query.toString(), "clause.shape");
        }
        Map.Entry<String, JsonNode> clause = query.properties().iterator().next();
        String kind = clause.getKey();
        JsonNode body = clause.getValue();
        if (LEAVES.contains(kind)) {
            return LeafParser.parse(kind, body);
        }
        return switch (kind) {
            case "bool" -> bool(body);
            case "match_all" -> new QueryClause.MatchAll();
            case "exists" -> new QueryClause.Exists(body.path("field").asText(""));
            case "query_string" -> QueryStringClause.parse(body);
            case "multi_match" -> multiMatch(body);
            case "constant_score" -> parse(body.path("filter"));
            case "dis_max" -> QueryClause.any(several(body.path("queries")));
            case "function_score" ->
                body.has("min_score")
                        ? LeafParser.unsupported(query.toString(), "clause.score")
                        : parse(body.path("query"));
            case "boosting" -> parse(body.path("positive"));
            default -> new Unsupported(query.toString(), Message.of(FindingTexts.class, "clause.kind", kind));
        };
    }

    private static QueryClause bool(JsonNode body) {
        Iterator<String> keys = body.fieldNames();
        while (keys.hasNext()) {
            String key = keys.next();
            if (!BOOL_KEYS.contains(key)) {
                return new Unsupported("bool " + body, Message.of(FindingTexts.class, "clause.parameter", key));
            }
        }
        List<QueryClause> must = new ArrayList<>(several(body.path("must")));
        must.addAll(several(body.path("filter")));
        return new Bool(
                must,
                several(body.path("should")),
                several(body.path("must_not")),
                body.has("minimum_should_match")
                        ? body.path("minimum_should_match").asText()
                        : null);
    }

    /** Returns the clauses of a part that may be one object or a list. */
    private static List<QueryClause> several(JsonNode part) {
        List<QueryClause> clauses = new ArrayList<>();
        if (part.isArray()) {
            part.forEach(item -> clauses.add(parse(item)));
        } else if (part.isObject()) {
            clauses.add(parse(part));
        }
        return clauses;
    }

    private static QueryClause multiMatch(JsonNode body) {
        String type = body.path("type").asText("best_fields");
        List<String> fields = new ArrayList<>();
        body.path("fields").forEach(field -> fields.add(field.asText().replaceFirst("\\^.*", "")));
        if (fields.isEmpty()) {
            fields.add("*");
        }
        boolean all = body.path("operator").asText("or").equalsIgnoreCase("and");
        boolean plain = Set.of("best_fields", "most_fields").contains(type);
        Set<String> known = Set.of(
                "query",
                "fields",
                "type",
                "operator",
                "boost",
                "tie_breaker",
                "slop",
                "lenient",
                "max_expansions",
                "prefix_length",
                "zero_terms_query",
                "auto_generate_synonyms_phrase_query",
                "fuzzy_transpositions",
                "_name");
        Iterator<String> keys = body.fieldNames();
        while (keys.hasNext()) {
            String key = keys.next();
            if (!known.contains(key)) {
                return new Unsupported("multi_match " + body, Message.of(FindingTexts.class, "clause.parameter", key));
            }
        }
        QueryClause.MatchKind kind = switch (type) {
            case "phrase" -> QueryClause.MatchKind.PHRASE;
            case "phrase_prefix" -> QueryClause.MatchKind.PHRASE_PREFIX;
            default -> all ? QueryClause.MatchKind.ALL_WORDS : QueryClause.MatchKind.ANY_WORD;
        };
        if (!plain && !type.startsWith("phrase")) {
            return new Unsupported(
                    "multi_match " + body, Message.of(FindingTexts.class, "clause.parameter", "type: " + type));
        }
        if (body.path("slop").asInt(0) > 0) {
            return LeafParser.unsupported("multi_match " + body, "clause.slop");
        }
        return Scalar.of(body.path("query"))
                .map(query -> QueryClause.any(fields.stream()
                        .<QueryClause>map(field -> new QueryClause.Match(field, query, kind))
                        .toList()))
                .orElseGet(() -> LeafParser.unsupported("multi_match " + body, "clause.shape"));
    }
}
