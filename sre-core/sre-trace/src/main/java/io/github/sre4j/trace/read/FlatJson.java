package io.github.sre4j.trace.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads objects of scalars with Jackson's parser alone: to load its mapper takes a young virtual machine longer than to read a trace. */
final class FlatJson {

    static final JsonFactory FACTORY = new JsonFactory();

    private FlatJson() {}

    /**
     * An object whose start was just read, up to its end. Nulls, lists and inner objects are left out; the last of several values of one name counts.
     *
     * @throws IOException if it is broken or ends early
     */
    static Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            switch (json.nextToken()) {
                case VALUE_STRING -> values.put(name, json.getText());
                case VALUE_NUMBER_INT -> values.put(name, integer(json));
                case VALUE_NUMBER_FLOAT -> values.put(name, json.getDoubleValue());
                case VALUE_TRUE -> values.put(name, true);
                case VALUE_FALSE -> values.put(name, false);
                default -> json.skipChildren();
            }
        }
        return values;
    }

    private static Number integer(JsonParser json) throws IOException {
        return json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? (Number) json.getDoubleValue()
                : (Number) json.getLongValue();
    }
}
