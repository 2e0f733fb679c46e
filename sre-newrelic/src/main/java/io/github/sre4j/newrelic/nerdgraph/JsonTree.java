package io.github.sre4j.newrelic.nerdgraph;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** Reads what NerdGraph answers and writes what it is asked. Jackson's mapper could, but to have one costs every build a seventh of a second. */
final class JsonTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTree() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    /** The document; missing if there is none. */
    static JsonNode read(byte[] content) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(content)) {
            return parser.nextToken() == null ? MissingNode.getInstance() : value(parser);
        }
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = NODES.objectNode();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.set(name, value(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                yield array;
            }
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_NUMBER_INT ->
                switch (parser.getNumberType()) {
                    case INT -> NODES.numberNode(parser.getIntValue());
                    case LONG -> NODES.numberNode(parser.getLongValue());
                    default -> NODES.numberNode(parser.getBigIntegerValue());
                };
            default -> NODES.nullNode();
        };
    }

    /** A request: the document, and variables that are text, whole numbers or null. */
    static String request(String document, ObjectNode variables) {
        StringWriter text = new StringWriter();
        try (JsonGenerator to = new JsonFactory().createGenerator(text)) {
            to.writeStartObject();
            to.writeStringField("query", document);
            to.writeObjectFieldStart("variables");
            for (Map.Entry<String, JsonNode> field : variables.properties()) {
                JsonNode value = field.getValue();
                to.writeFieldName(field.getKey());
                if (value.isTextual()) {
                    to.writeString(value.textValue());
                } else if (value.isIntegralNumber()) {
                    to.writeNumber(value.longValue());
                } else if (value.isNull()) {
                    to.writeNull();
                } else {
                    throw new IllegalArgumentException("no variable of a query: " + field.getKey());
                }
            }
            to.writeEndObject();
            to.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail like a file", e);
        }
        return text.toString();
    }
}
