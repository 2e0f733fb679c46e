package io.github.sre4j.prometheus.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads answers as a stream: only numbers and labels stay. Not thread-safe. */
final class AnswerReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final List<SampleSeries> series = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private String status = "";
    private String error = "";
    private long[] times = new long[256];
    private double[] values = new double[256];
    private int count;

    /** The answer is an error of the API. */
    static final class ApiError extends IOException {
        private static final long serialVersionUID = 1L;

        ApiError(String message) {
            super(message);
        }
    }

    static QueryAnswer read(InputStream body) throws IOException {
        AnswerReader reader = new AnswerReader();
        try (JsonParser parser = FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no-object");
            }
            reader.document(parser);
        }
        if (reader.status.equals("error")) {
            throw new ApiError(reader.error);
        }
        if (!reader.status.equals("success")) {
            throw new IOException("no-status");
        }
        return new QueryAnswer(reader.series, reader.texts, reader.warnings);
    }

    private void document(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (key) {
                case "status" -> status = parser.getText();
                case "error" -> error = parser.getText();
                case "warnings" -> strings(parser, token, warnings);
                case "data" -> data(parser, token);
                default -> parser.skipChildren();
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("cut-off");
        }
    }

    private void data(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            strings(parser, token, texts);
            return;
        }
        if (token != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals("result") && value == JsonToken.START_ARRAY) {
                result(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void result(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                one(parser);
            } else if (parser.currentToken() == null) {
                throw new IOException("cut-off");
            } else {
                parser.skipChildren();
            }
        }
    }

    private void one(JsonParser parser) throws IOException {
        Map<String, String> labels = new HashMap<>();
        count = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (key) {
                case "metric" -> labels(parser, token, labels);
                case "value" -> sample(parser);
                case "values" -> {
                    while (parser.nextToken() == JsonToken.START_ARRAY) {
                        sample(parser);
                    }
                }
                default -> parser.skipChildren();
            }
        }
        series.add(new SampleSeries(labels, Arrays.copyOf(times, count), Arrays.copyOf(values, count)));
    }

    private static void labels(JsonParser parser, JsonToken token, Map<String, String> labels) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            throw new IOException("no-labels");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            labels.put(name, parser.getText());
        }
    }

    /** Reads {@code [seconds, "value"]}, whose begin was read. */
    private void sample(JsonParser parser) throws IOException {
        if (!parser.nextToken().isNumeric()) {
            throw new IOException("no-time");
        }
        long time = Math.round(parser.getDoubleValue() * 1_000);
        parser.nextToken();
        double value = number(parser.getText());
        if (parser.nextToken() != JsonToken.END_ARRAY) {
            throw new IOException("no-sample");
        }
        if (count == times.length) {
            times = Arrays.copyOf(times, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        times[count] = time;
        values[count++] = value;
    }

    private static double number(String text) throws IOException {
        try {
            return switch (text) {
                case "+Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException e) {
            throw new IOException("no-number", e);
        }
    }

    private static void strings(JsonParser parser, JsonToken token, List<String> into) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new IOException("cut-off");
            }
            if (parser.currentToken().isScalarValue()) {
                into.add(parser.getText());
            } else {
                parser.skipChildren();
            }
        }
    }
}
