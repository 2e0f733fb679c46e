package io.github.sre4j.newrelic.nerdgraph;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One row of an answer, read by the aliases of the query. Immutable. */
public final class Row {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode node;

    Row(JsonNode node) {
        this.node = node;
    }

    /** The rows of an array. */
    static List<Row> all(JsonNode results) {
        List<Row> rows = new ArrayList<>();
        results.forEach(row -> rows.add(new Row(row)));
        return rows;
    }

    /** A count, which may arrive as 1523 or as 1523.0; 0 if it is missing or null. */
    public long count(String alias) {
        JsonNode value = node.path(alias);
        return value.isNumber() ? Math.round(value.asDouble()) : 0;
    }

    /** A number; empty if it is missing or null. */
    public OptionalDouble number(String alias) {
        JsonNode value = node.path(alias);
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }

    /** One percentile: they come as a map from text to number under the alias. */
    public OptionalDouble percentile(String alias, int percentile) {
        JsonNode value = node.path(alias).path(Integer.toString(percentile));
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }

    /** The value of the one attribute the query facets by; empty if it is not text. */
    public Optional<String> facet() {
        JsonNode facet = node.path("facet");
        JsonNode value = facet.isArray() ? facet.path(0) : facet;
        return value.isTextual() && !value.asText().isBlank() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** The values of the attributes the query facets by, in its order; an empty text for what is no text. */
    public List<String> facets() {
        List<String> values = new ArrayList<>();
        node.path("facet").forEach(value -> values.add(value.isTextual() ? value.asText() : ""));
        return values;
    }

    /** Everything in the row as it came, in its order: text, numbers, truth values, and lists and maps of these. */
    public Map<String, @Nullable Object> members() {
        return JSON.convertValue(node, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
    }
}
