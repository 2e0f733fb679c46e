package io.github.sre4j.alerts.migrate.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.query.QueryClause.Bound;
import io.github.sre4j.alerts.migrate.query.QueryClause.MatchKind;
import io.github.sre4j.alerts.migrate.query.QueryClause.Unsupported;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Clauses on one field, in their short and long forms. Parameters that change the result and are unknown here make a clause unsupported. */
final class LeafParser {

    /** Parameters that never change which documents match. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "boost",
            "_name",
            "rewrite",
            "zero_terms_query",
            "max_expansions",
            "prefix_length",
            "lenient",
            "auto_generate_synonyms_phrase_query",
            "fuzzy_transpositions",
            "cutoff_frequency",
            "format",
            "relation",
            "max_determinized_states");

    private LeafParser() {}

    static QueryClause parse(String kind, JsonNode body) {
        String written = kind + " " + body;
        Optional<Map.Entry<String, JsonNode>> only = field(body);
        if (only.isEmpty()) {
            return unsupported(written, "clause.shape");
        }
        String field = only.get().getKey();
        JsonNode value = only.get().getValue();
        return switch (kind) {
            case "term" -> term(written, field, value);
            case "terms" -> terms(written, field, value);
            case "match" -> match(written, field, value);
            case "match_phrase" -> phrase(written, field, value, MatchKind.PHRASE);
            case "match_phrase_prefix" -> phrase(written, field, value, MatchKind.PHRASE_PREFIX);
            case "prefix", "wildcard", "regexp" -> pattern(written, kind, field, value);
            default -> range(written, field, value);
        };
    }

    static QueryClause unsupported(String written, String key) {
        return new Unsupported(written, Message.of(FindingTexts.class, key));
    }

    /** Returns the field of a clause that may have a boost beside it. */
    private static Optional<Map.Entry<String, JsonNode>> field(JsonNode body) {
        if (!body.isObject()) {
            return Optional.empty();
        }
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>();
        Iterator<Map.Entry<String, JsonNode>> entries = body.properties().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, JsonNode> entry = entries.next();
            if (body.size() == 1
                    || !(entry.getKey().equals("boost") || entry.getKey().equals("_name"))) {
                fields.add(entry);
            }
        }
        return fields.size() == 1 ? Optional.of(fields.get(0)) : Optional.empty();
    }

    private static Optional<String> unknown(JsonNode value, Set<String> known) {
        Iterator<String> names = value.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!known.contains(name) && !WITHOUT_EFFECT.contains(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static QueryClause unknownParameter(String written, String name) {
        return new Unsupported(written, Message.of(FindingTexts.class, "clause.parameter", name));
    }

    private static QueryClause term(String written, String field, JsonNode value) {
        JsonNode term = value.isObject() ? value.path(value.has("term") ? "term" : "value") : value;
        Optional<String> unknown = unknown(value, Set.of("value", "term", "case_insensitive"));
        if (unknown.isPresent()) {
            return unknownParameter(written, unknown.get());
        }
        return Scalar.of(term)
                .<QueryClause>map(scalar -> new QueryClause.Term(
                        field, scalar, value.path("case_insensitive").asBoolean(false)))
                .orElseGet(() -> unsupported(written, "clause.shape"));
    }

    private static QueryClause terms(String written, String field, JsonNode value) {
        List<Scalar> values = new ArrayList<>();
        for (JsonNode item : value) {
            Scalar.of(item).ifPresent(values::add);
        }
        return value.isArray() && !value.isEmpty() && values.size() == value.size()
                ? new QueryClause.Terms(field, values)
                : unsupported(written, "clause.terms-lookup");
    }

    private static QueryClause match(String written, String field, JsonNode value) {
        Optional<Scalar> text = Scalar.of(value.isObject() ? value.path("query") : value);
        Optional<String> unknown = unknown(value, Set.of("query", "operator", "type", "minimum_should_match"));
        if (unknown.isPresent() && !isOff(value, unknown.get())) {
            return unknownParameter(written, unknown.get());
        }
        if (text.isEmpty()) {
            return unsupported(written, "clause.shape");
        }
        if (value.path("type").asText("").startsWith("phrase")) {
            return new QueryClause.Match(field, text.get(), MatchKind.PHRASE);
        }
        boolean all = value.path("operator").asText("or").equalsIgnoreCase("and");
        String least = value.path("minimum_should_match").asText("");
        int words = text.get().text().strip().split("\\s+").length;
        if (least.equals("100%") || least.equals(Integer.toString(words))) {
            all = true;
        } else if (!least.isEmpty() && !least.equals("1") && !least.equals("0") && !all) {
            return unknownParameter(written, "minimum_should_match");
        }
        return new QueryClause.Match(field, text.get(), all ? MatchKind.ALL_WORDS : MatchKind.ANY_WORD);
    }

    /** Dashboards and clients write defaults such as {@code "fuzziness": 0} or {@code "slop": 0}. */
    private static boolean isOff(JsonNode value, String name) {
        String text = value.path(name).asText("");
        return (name.equals("fuzziness") || name.equals("slop")) && (text.equals("0") || text.equals("0.0"));
    }

    private static QueryClause phrase(String written, String field, JsonNode value, MatchKind kind) {
        Optional<Scalar> text = Scalar.of(value.isObject() ? value.path("query") : value);
        Optional<String> unknown = unknown(value, Set.of("query", "slop"));
        if (unknown.isPresent()) {
            return unknownParameter(written, unknown.get());
        }
        if (value.path("slop").asInt(0) > 0) {
            return unsupported(written, "clause.slop");
        }
        return text.<QueryClause>map(scalar -> new QueryClause.Match(field, scalar, kind))
                .orElseGet(() -> unsupported(written, "clause.shape"));
    }

    private static QueryClause pattern(String written, String kind, String field, JsonNode value) {
        JsonNode pattern = value.isObject() ? value.path(value.has(kind) ? kind : "value") : value;
        Optional<String> unknown = unknown(value, Set.of("value", kind, "case_insensitive", "flags"));
        if (unknown.isPresent()) {
            return unknownParameter(written, unknown.get());
        }
        if (!pattern.isTextual() && !pattern.isNumber()) {
            return unsupported(written, "clause.shape");
        }
        boolean ignoreCase = value.path("case_insensitive").asBoolean(false);
        return switch (kind) {
            case "prefix" -> new QueryClause.Prefix(field, pattern.asText(), ignoreCase);
            case "wildcard" -> new QueryClause.Wildcard(field, pattern.asText(), ignoreCase);
            default -> new QueryClause.Regexp(field, pattern.asText(), ignoreCase);
        };
    }

    private static QueryClause range(String written, String field, JsonNode value) {
        Set<String> known =
                Set.of("gte", "gt", "lte", "lt", "from", "to", "include_lower", "include_upper", "time_zone");
        Optional<String> unknown = unknown(value, known);
        if (unknown.isPresent()) {
            return unknownParameter(written, unknown.get());
        }
        List<Bound> bounds = new ArrayList<>();
        add(bounds, ">=", value.path("gte"));
        add(bounds, ">", value.path("gt"));
        add(bounds, "<=", value.path("lte"));
        add(bounds, "<", value.path("lt"));
        add(bounds, value.path("include_lower").asBoolean(true) ? ">=" : ">", value.path("from"));
        add(bounds, value.path("include_upper").asBoolean(true) ? "<=" : "<", value.path("to"));
        return value.isObject() && !bounds.isEmpty()
                ? new QueryClause.Range(field, bounds)
                : unsupported(written, "clause.shape");
    }

    private static void add(List<Bound> bounds, String operator, JsonNode value) {
        Scalar.of(value).ifPresent(scalar -> bounds.add(new Bound(operator, scalar)));
    }
}
