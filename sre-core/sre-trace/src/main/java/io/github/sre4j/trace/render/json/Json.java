package io.github.sre4j.trace.render.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes fields: durations as milliseconds with three decimals at most, absent texts as null. */
final class Json {

    private static final long THOUSAND = 1_000;

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
        long micros = Math.round(nanos / 1e3);
        out.writeFieldName(field);
        if (micros % THOUSAND == 0) {
            out.writeNumber(micros / THOUSAND);
        } else {
            out.writeNumber(decimal(micros));
        }
    }

    /** Thousandths as a decimal without zeros at its end. */
    private static String decimal(long micros) {
        long size = Math.abs(micros);
        StringBuilder text = new StringBuilder(16);
        text.append(micros < 0 ? "-" : "").append(size / THOUSAND).append('.');
        long rest = size % THOUSAND;
        text.append(rest / 100);
        if (rest % 100 > 0) {
            text.append(rest / 10 % 10);
        }
        if (rest % 10 > 0) {
            text.append(rest % 10);
        }
        return text.toString();
    }

    void nothing(String field) throws IOException {
        out.writeNullField(field);
    }
}
