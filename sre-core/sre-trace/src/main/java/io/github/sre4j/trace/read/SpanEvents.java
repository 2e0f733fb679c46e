package io.github.sre4j.trace.read;

import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Severity;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what happened inside a span (OpenTelemetry's events, Jaeger's logs, Zipkin's annotations) into log lines. */
final class SpanEvents {

    private SpanEvents() {}

    /** Returns whether the tag {@code error} fails the span: anything but "false" does, and becomes the message. */
    static boolean namesError(Map<String, Object> values, String message) {
        Object error = values.get("error");
        if (error == null || "false".equalsIgnoreCase(error.toString())) {
            return false;
        }
        String text = error.toString();
        if (!text.isBlank() && !"true".equalsIgnoreCase(text)) {
            values.putIfAbsent(message, text);
        }
        return true;
    }

    /** Whether what Zipkin annotates a moment with is an error. */
    static boolean isErrorAnnotation(String value) {
        return value.equals("error") || value.startsWith("error:") || value.startsWith("exception");
    }

    static boolean isException(@Nullable String name, Map<String, ?> attributes) {
        return "exception".equals(name)
                || attributes.containsKey("exception.type")
                || attributes.containsKey("error.object")
                || "error".equals(attributes.get("event"));
    }

    /**
     * A line.
     *
     * @param name of the event, or null
     * @param failed whether the span failed: an exception that was recorded in a span that did not fail was handled
     */
    static LogLine line(
            long atNanos,
            String service,
            String traceId,
            String spanId,
            @Nullable String name,
            Map<String, ?> values,
            boolean failed) {
        Attributes attributes = new Attributes(values);
        boolean exception = isException(name, values);
        String errorClass = attributes.text("exception.type", "error.kind", "error.class");
        String errorMessage = attributes.text("exception.message", "error.object", "message");
        Severity told = Severity.of(attributes.text("level", "log.severity", "severity"));
        Severity severity =
                told != Severity.UNKNOWN ? told : !exception ? Severity.INFO : failed ? Severity.ERROR : Severity.WARN;
        String message = attributes.text("message", "exception.message", "log.message", "event");
        return new LogLine(
                "",
                atNanos,
                service,
                severity,
                traceId,
                spanId,
                null,
                attributes.text("thread.name"),
                Objects.requireNonNullElse(message, Objects.requireNonNullElse(name, "")),
                exception ? errorClass : null,
                exception ? errorMessage : null,
                attributes.text("exception.stacktrace", "stack", "error.stack"));
    }
}
