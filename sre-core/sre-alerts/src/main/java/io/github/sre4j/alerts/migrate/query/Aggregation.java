package io.github.sre4j.alerts.migrate.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Aggregation of a search. */
public sealed interface Aggregation {

    /**
     * Buckets by the values of fields.
     *
     * @param fields fields, one or more
     * @param children aggregations within a bucket
     */
    record Buckets(List<String> fields, Map<String, Aggregation> children) implements Aggregation {
        /** Copies the collections. */
        public Buckets {
            fields = List.copyOf(fields);
            children = Map.copyOf(children);
        }
    }

    /**
     * Documents of a clause.
     *
     * @param clause clause
     * @param children aggregations of these documents
     */
    record Filtered(QueryClause clause, Map<String, Aggregation> children) implements Aggregation {
        /** Copies the map. */
        public Filtered {
            children = Map.copyOf(children);
        }
    }

    /**
     * Number of a field.
     *
     * @param kind kind, such as {@code avg}
     * @param field field
     */
    record Metric(String kind, String field) implements Aggregation {}

    /**
     * Aggregation without translation.
     *
     * @param kind kind
     */
    record Other(String kind) implements Aggregation {}

    /** Kinds of {@link Metric}. */
    Set<String> METRICS =
            Set.of("avg", "sum", "min", "max", "value_count", "cardinality", "percentiles", "stats", "extended_stats");

    /** Returns the aggregations of a search's {@code aggs} or {@code aggregations}. */
    static Map<String, Aggregation> parse(JsonNode body) {
        Map<String, Aggregation> all = new LinkedHashMap<>();
        JsonNode aggregations = body.has("aggs") ? body.path("aggs") : body.path("aggregations");
        aggregations.properties().forEach(entry -> all.put(entry.getKey(), one(entry.getValue())));
        return all;
    }

    private static Aggregation one(JsonNode node) {
        Map<String, Aggregation> children = parse(node);
        List<Map.Entry<String, JsonNode>> kinds = new ArrayList<>();
        node.properties().forEach(entry -> {
            if (!Set.of("aggs", "aggregations", "meta").contains(entry.getKey())) {
                kinds.add(entry);
            }
        });
        if (kinds.size() != 1) {
            return new Other(kinds.isEmpty() ? "?" : kinds.get(0).getKey());
        }
        String kind = kinds.get(0).getKey();
        JsonNode body = kinds.get(0).getValue();
        if (kind.equals("terms")) {
            boolean plain = !body.has("script")
                    && !body.has("include")
                    && !body.has("exclude")
                    && !body.has("missing")
                    && body.path("field").isTextual();
            return plain ? new Buckets(List.of(body.path("field").asText()), children) : new Other("terms");
        } else if (kind.equals("composite")) {
            return composite(body, children);
        } else if (kind.equals("multi_terms")) {
            List<String> fields = new ArrayList<>();
            body.path("terms").forEach(term -> fields.add(term.path("field").asText("")));
            return fields.isEmpty() || fields.contains("") ? new Other(kind) : new Buckets(fields, children);
        } else if (kind.equals("filter")) {
            return new Filtered(QueryParser.parse(body), children);
        } else if (kind.equals("missing")) {
            QueryClause absent = new QueryClause.Bool(
                    List.of(),
                    List.of(),
                    List.of(new QueryClause.Exists(body.path("field").asText(""))),
                    null);
            return new Filtered(absent, children);
        } else if (METRICS.contains(kind)
                && body.path("field").isTextual()
                && !body.has("missing")
                && !body.has("script")) {
            return new Metric(kind, body.path("field").asText());
        }
        return new Other(kind);
    }

    private static Aggregation composite(JsonNode body, Map<String, Aggregation> children) {
        List<String> fields = new ArrayList<>();
        for (JsonNode source : body.path("sources")) {
            for (JsonNode named : source) {
                JsonNode terms = named.path("terms");
                if (!terms.path("field").isTextual()
                        || terms.path("missing_bucket").asBoolean(false)) {
                    return new Other("composite");
                }
                fields.add(terms.path("field").asText());
            }
        }
        return fields.isEmpty() ? new Other("composite") : new Buckets(fields, children);
    }

    /** Returns the names of a composite aggregation's sources with their fields. */
    static Map<String, String> sources(JsonNode aggregation) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (JsonNode source : aggregation.path("composite").path("sources")) {
            source.properties()
                    .forEach(named -> sources.put(
                            named.getKey(),
                            named.getValue().path("terms").path("field").asText("")));
        }
        return sources;
    }
}
