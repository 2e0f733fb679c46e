package io.github.sre4j.trace.call;

import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.Statement;

/**
 * The shape of a call: equal for calls that differ in values alone. Not thread-safe: one for each thread that reads, on {@link KnownShapes} that all may
 * share.
 */
public final class CallShape {

    private final KnownShapes known;
    private final ShapeWriter writer = new ShapeWriter();
    private boolean valuesKnown;
    private long values;

    /**
     * Compares calls.
     *
     * @param known shapes of calls before
     */
    public CallShape(KnownShapes known) {
        this.known = known;
    }

    /**
     * The shape of a span's call: for a database the normalised statement, for a cache system and verb, for HTTP verb, host
     * and template, else the span's name.
     */
    public String of(Span span) {
        valuesKnown = false;
        Statement statement = span.statement();
        if (statement != null) {
            return span.category() == SpanCategory.CACHE ? command(statement, span) : statement(statement, span);
        }
        HttpCall http = span.http();
        String path = http == null ? null : http.path();
        return http != null && path != null && span.category() == SpanCategory.HTTP ? http(http, path) : span.name();
    }

    /** Whether the last statement came with its values, not with placeholders for them. */
    public boolean valuesKnown() {
        return valuesKnown;
    }

    /** A hash of the last statement's values, if they are known: equal for equal values in equal order. */
    public long values() {
        return values;
    }

    private String statement(Statement statement, Span span) {
        String text = statement.text();
        if (text == null) {
            return span.name();
        }
        writer.statement(text);
        valuesKnown = !writer.placeholders();
        values = writer.values();
        return writer.text(known);
    }

    private String command(Statement statement, Span span) {
        String system = statement.system();
        String operation = statement.operation();
        return writer.clear()
                .appendLowerCase(system == null ? "cache" : system)
                .append(" ")
                .append(operation == null ? span.name() : operation)
                .text(known);
    }

    private String http(HttpCall http, String path) {
        writer.clear();
        if (http.method() != null) {
            writer.append(http.method()).append(" ");
        }
        if (http.host() != null) {
            writer.append(http.host());
        }
        return writer.append(PathTemplate.of(path)).text(known);
    }
}
