package io.github.sre4j.alerts.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Products as the last digest saw them.
 *
 * @param at time of the digest
 * @param products products by name
 */
public record DigestState(Instant at, Map<String, ProductState> products) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Copies the map. */
    public DigestState {
        products = Map.copyOf(products);
    }

    /**
     * Product as a digest saw it.
     *
     * @param checked time of its check
     * @param violations labels of endpoints that violate the standard
     * @param ending waivers that a digest named already
     */
    public record ProductState(Instant checked, Set<String> violations, Set<String> ending) {
        /** Copies the sets. */
        public ProductState {
            violations = Set.copyOf(violations);
            ending = Set.copyOf(ending);
        }
    }

    /**
     * Returns the state of a file.
     *
     * @param name name of the file, for the message
     * @throws InvalidInputException if it is not such a file
     */
    public static DigestState read(String name, String content) {
        try {
            JsonNode root = MAPPER.readTree(content);
            Map<String, ProductState> products = new TreeMap<>();
            root.path("products")
                    .properties()
                    .forEach(entry -> products.put(entry.getKey(), product(entry.getValue())));
            return new DigestState(Instant.parse(root.path("at").asText()), products);
        } catch (JsonProcessingException | DateTimeException e) {
            throw new InvalidInputException(Message.of(Digest.class, "state", name), e);
        }
    }

    private static ProductState product(JsonNode node) {
        return new ProductState(
                Instant.parse(node.path("checked").asText()),
                texts(node.path("violations")),
                texts(node.path("ending")));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** Returns the content of the file. */
    public String json() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("at", at.toString());
        ObjectNode all = root.putObject("products");
        new TreeMap<>(products).forEach((name, state) -> {
            ObjectNode product = all.putObject(name);
            product.put("checked", state.checked().toString());
            ArrayNode violations = product.putArray("violations");
            new TreeSet<>(state.violations()).forEach(violations::add);
            ArrayNode ending = product.putArray("ending");
            new TreeSet<>(state.ending()).forEach(ending::add);
        });
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
