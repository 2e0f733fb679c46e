package io.github.sre4j.trace.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads objects with Jackson's parser: scalars as they are, inner lists and objects as trees. Most records are flat and need no tree. */
final class FlatJson {

    static final JsonFactory FACTORY = new JsonFactory();

    private FlatJson() {}

    /**
     * An object whose start was just read, up to its end. Nulls are left out; the last of several values of one name counts.
     *
     * @throws IOException if it is broken or ends early
     */
    static Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> values = new HashMap<>(64);
        for (JsonToken token = json.nextToken(); token == JsonToken.FIELD_NAME; token = json.nextToken()) {
            value(json, values);
        }
        return values;
    }

    /** The value of the field that was just read. */
    static void value(JsonParser json, Map<String, Object> values) throws IOException {
        String name = json.currentName();
        JsonToken token = json.nextToken();
        switch (token) {
            case VALUE_STRING -> values.put(name, json.getText());
            case VALUE_NUMBER_INT -> values.put(name, integer(json));
            case VALUE_NUMBER_FLOAT -> values.put(name, json.getDoubleValue());
            case VALUE_TRUE -> values.put(name, true);
            case VALUE_FALSE -> values.put(name, false);
            case START_ARRAY, START_OBJECT -> values.put(name, Json.tree(json));
            default -> {}
        }
    }

    private static Number integer(JsonParser json) throws IOException {
        return json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? (Number) json.getDoubleValue()
                : (Number) json.getLongValue();
    }
}
