package io.github.sre4j.trace.render.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sre4j.trace.compare.CohortComparison;
import io.github.sre4j.trace.compare.Cohorts;
import io.github.sre4j.trace.compare.Difference;
import io.github.sre4j.trace.compare.Feature;
import io.github.sre4j.trace.compare.PairComparison;
import io.github.sre4j.trace.compare.RequestFeatures;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** A comparison as JSON, {@code schemaVersion} 1. */
public final class JsonComparison {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonComparison() {}

    @FunctionalInterface
    interface Content {
        void write(Json json) throws IOException;
    }

    /** Slow against normal requests of an endpoint. */
    public static String of(String endpoint, Cohorts.Split split, CohortComparison comparison) {
        return write(json -> {
            json.text("endpoint", endpoint);
            json.number("slow", comparison.slow());
            json.number("normal", comparison.normal());
            json.number("needed", comparison.needed());
            json.millis("slowFromMs", split.slowFromNanos());
            json.millis("normalToMs", split.normalToNanos());
            json.number("tested", comparison.tested());
            json.list("differences");
            for (Difference difference : comparison.differences()) {
                difference(json, difference);
            }
            json.endList();
        });
    }

    private static void difference(Json json, Difference difference) throws IOException {
        json.begin();
        feature(json, difference.feature());
        json.number("slowWith", difference.slowWith());
        json.number("slowOf", difference.slowOf());
        json.number("normalWith", difference.normalWith());
        json.number("normalOf", difference.normalOf());
        json.decimal("slowMedian", difference.slowMedian());
        json.decimal("normalMedian", difference.normalMedian());
        json.decimal("effect", difference.effect());
        json.decimal("pValue", difference.pValue());
        json.decimal("qValue", difference.qValue());
        json.list("ties");
        for (Feature tie : difference.ties()) {
            json.begin();
            feature(json, tie);
            json.end();
        }
        json.endList();
        json.end();
    }

    private static void feature(Json json, Feature feature) throws IOException {
        json.text("kind", feature.kind().name().toLowerCase(Locale.ROOT));
        json.text("name", feature.name());
        if (feature.kind() == Feature.Kind.ATTRIBUTE) {
            json.text("value", feature.value());
        }
    }

    /** Two requests. */
    public static String of(PairComparison pair) {
        return write(json -> {
            request(json, "first", pair.first());
            request(json, "second", pair.second());
            json.list("parts");
            for (PairComparison.Part part : pair.parts()) {
                json.begin();
                json.text("name", part.name());
                json.number("firstCount", part.firstCount());
                json.millis("firstMs", part.firstNanos());
                json.number("secondCount", part.secondCount());
                json.millis("secondMs", part.secondNanos());
                json.end();
            }
            json.endList();
            json.list("attributes");
            for (PairComparison.AttributeChange change : pair.attributes()) {
                json.begin();
                json.text("name", change.name());
                json.text("first", change.first());
                json.text("second", change.second());
                json.end();
            }
            json.endList();
        });
    }

    private static void request(Json json, String field, RequestFeatures request) throws IOException {
        json.begin(field);
        json.text("traceId", request.traceId());
        json.text("endpoint", request.endpoint());
        json.millis("durationMs", request.durationNanos());
        json.end();
    }

    static String write(Content content) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = MAPPER.createGenerator(out)) {
            generator.useDefaultPrettyPrinter();
            Json json = new Json(generator);
            json.begin();
            json.number("schemaVersion", 1);
            content.write(json);
            json.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
