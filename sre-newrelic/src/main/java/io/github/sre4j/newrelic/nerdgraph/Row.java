package io.github.sre4j.newrelic.nerdgraph;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One row of an answer, read by the aliases of the query. Immutable. */
public final class Row {

    /** Made when whole rows are wanted, which only an export does. */
    private static final class Members {

        private static final JsonMapper JSON = JsonMapper.builder().build();

        private Members() {}
    }

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

    /**
     * A count on which something rests. NRDB counts nothing as 0, so that one that is missing or null says nothing at all.
     *
     * @throws NerdGraphException if there is no such number
     */
    public long neededCount(String alias) throws NerdGraphException {
        return Math.round(needed(alias));
    }

    /**
     * A number on which something rests.
     *
     * @throws NerdGraphException if there is none
     */
    public double needed(String alias) throws NerdGraphException {
        return number(alias)
                .orElseThrow(() -> new NerdGraphException(
                        NerdGraphException.Kind.CONTRADICTION,
                        Message.of(NerdGraphException.class, "number-missing", alias)));
    }

    /** A number; empty if it is missing or null. */
    public OptionalDouble number(String alias) {
        JsonNode value = node.path(alias);
        return value.isNumber() && Double.isFinite(value.asDouble())
                ? OptionalDouble.of(value.asDouble())
                : OptionalDouble.empty();
    }

    /** One percentile: they come as a map from text to number under the alias. */
    public OptionalDouble percentile(String alias, int percentile) {
        JsonNode value = node.path(alias).path(Integer.toString(percentile));
        return value.isNumber() && Double.isFinite(value.asDouble())
                ? OptionalDouble.of(value.asDouble())
                : OptionalDouble.empty();
    }

    /** The value of the one attribute the query facets by, also where it is a number or a truth value; empty if it is null or blank. */
    public Optional<String> facet() {
        JsonNode facet = node.path("facet");
        JsonNode value = facet.isArray() ? facet.path(0) : facet;
        return Optional.of(value.asText("")).filter(text -> value.isValueNode() && !value.isNull() && !text.isBlank());
    }

    /** The values of the attributes the query facets by, in its order; an empty text for what is no text. */
    public List<String> facets() {
        List<String> values = new ArrayList<>();
        node.path("facet").forEach(value -> values.add(value.isTextual() ? value.asText() : ""));
        return values;
    }

    /** Everything in the row as it came, in its order: text, numbers, truth values, and lists and maps of these. */
    public Map<String, @Nullable Object> members() {
        return Members.JSON.convertValue(node, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
    }
}
