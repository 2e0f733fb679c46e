package io.github.sre4j.trace.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the readers need of Jackson, so that none of its types is seen outside. */
final class Json {

    static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** The list or object that the parser is at, up to its end. */
    static JsonNode tree(JsonParser json) throws IOException {
        return MAPPER.readTree(json);
    }

    /** The fields of an object: scalars as Java has them, others as trees; nulls are left out. */
    static Map<String, Object> fields(JsonNode object) {
        Map<String, Object> values = new HashMap<>();
        object.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isContainerNode()) {
                values.put(entry.getKey(), value);
            } else if (!value.isNull()) {
                values.put(entry.getKey(), scalar(value));
            }
        });
        return values;
    }

    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty() ? value.asText() : null;
    }

    /** A scalar as Java has it, others as text. */
    static Object scalar(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.isNumber() ? (Object) node.doubleValue() : node.isTextual() ? node.textValue() : node.toString();
    }

    /** An object of scalars. */
    static Map<String, Object> scalars(JsonNode object) {
        Map<String, Object> values = new LinkedHashMap<>();
        object.properties().forEach(entry -> {
            if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                values.put(entry.getKey(), scalar(entry.getValue()));
            }
        });
        return values;
    }
}
