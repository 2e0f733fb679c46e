package io.github.sre4j.trace.call;

import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shape of a call: equal for calls that differ in values alone. Shapes of texts are remembered, up to a limit, as the same
 * statements come in every trace. Safe for use by several threads.
 */
public final class CallShape {

    private static final int MAX_REMEMBERED = 10_000;

    private final Map<String, String> statements = new ConcurrentHashMap<>();
    private final Map<String, String> paths = new ConcurrentHashMap<>();

    /** Starts with nothing remembered. */
    public CallShape() {}

    /**
     * The shape of a span's call: for a database the normalised statement, for a cache system and verb, for HTTP verb, host
     * and template, else the span's name.
     */
    public String of(Span span) {
        Statement statement = span.statement();
        if (span.category() == SpanCategory.CACHE && statement != null) {
            return Objects.requireNonNullElse(statement.system(), "cache").toLowerCase(Locale.ROOT) + " "
                    + Objects.requireNonNullElse(statement.operation(), span.name());
        }
        if (statement != null) {
            String text = statement.text();
            return text == null ? span.name() : statement(text);
        }
        HttpCall http = span.http();
        return span.category() == SpanCategory.HTTP && http != null ? http(http, span.name()) : span.name();
    }

    /** The shape of a statement. */
    public String statement(String text) {
        return remembered(statements, text);
    }

    private String http(HttpCall http, String name) {
        String path = http.path();
        if (path == null) {
            return name;
        }
        String template = remembered(paths, path);
        String verb = http.method();
        String host = http.host();
        return (verb == null ? "" : verb + " ") + (host == null ? "" : host) + template;
    }

    private String remembered(Map<String, String> known, String text) {
        String shape = known.get(text);
        if (shape == null) {
            shape = known == statements ? StatementShape.of(text) : PathTemplate.of(text);
            if (known.size() < MAX_REMEMBERED) {
                known.put(text, shape);
            }
        }
        return shape;
    }
}
