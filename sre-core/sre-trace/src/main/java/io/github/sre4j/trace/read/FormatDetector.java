package io.github.sre4j.trace.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sre4j.trace.TraceFormat;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells a format from the first names of a document, reading no further than it must. */
final class FormatDetector {

    private FormatDetector() {}

    /** The format; {@link TraceFormat#NEW_RELIC} for whatever is none of the others, which its reader then judges line by line. */
    static TraceFormat content(JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        while (token == JsonToken.START_ARRAY) {
            token = json.nextToken();
        }
        if (token != JsonToken.START_OBJECT) {
            return TraceFormat.NEW_RELIC;
        }
        Set<String> fields = new LinkedHashSet<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            fields.add(field);
            boolean list = json.nextToken() == JsonToken.START_ARRAY;
            if (list && OtlpJson.isRoot(field)) {
                return TraceFormat.OTLP;
            }
            if (list && (field.equals("data") || (field.equals("spans") && !fields.contains("scope")))) {
                return TraceFormat.JAEGER;
            }
            json.skipChildren();
        }
        return ZipkinJson.isSpan(fields) ? TraceFormat.ZIPKIN : TraceFormat.NEW_RELIC;
    }
}
