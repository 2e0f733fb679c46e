package io.github.sre4j.trace.render.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes fields: durations as milliseconds with three decimals at most, absent texts as null. */
final class Json {

    private final JsonGenerator out;

    Json(JsonGenerator out) {
        this.out = out;
    }

    void begin() throws IOException {
        out.writeStartObject();
    }

    void begin(String field) throws IOException {
        out.writeObjectFieldStart(field);
    }

    void end() throws IOException {
        out.writeEndObject();
    }

    void list(String field) throws IOException {
        out.writeArrayFieldStart(field);
    }

    void endList() throws IOException {
        out.writeEndArray();
    }

    void text(String field, @Nullable String text) throws IOException {
        out.writeStringField(field, text);
    }

    void texts(String field, List<String> texts) throws IOException {
        list(field);
        for (String text : texts) {
            out.writeString(text);
        }
        endList();
    }

    void number(String field, long number) throws IOException {
        out.writeNumberField(field, number);
    }

    void decimal(String field, double number) throws IOException {
        out.writeNumberField(field, number);
    }

    void flag(String field, boolean flag) throws IOException {
        out.writeBooleanField(field, flag);
    }

    void millis(String field, long nanos) throws IOException {
        BigDecimal millis = BigDecimal.valueOf(Math.round(nanos / 1e3), 3).stripTrailingZeros();
        out.writeFieldName(field);
        out.writeNumber(millis.scale() < 0 ? millis.setScale(0) : millis);
    }

    void nothing(String field) throws IOException {
        out.writeNullField(field);
    }
}
