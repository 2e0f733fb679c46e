package io.github.sre4j.trace;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a span takes part in messaging, by the names of OpenTelemetry's conventions, old and new. */
public final class Messaging {

    private Messaging() {}

    /** Whether the span takes a message from a broker, which ends before the message is handled. */
    public static boolean receives(Span span) {
        String operation = operation(span);
        if (operation != null) {
            return operation.equals("receive") || operation.equals("poll");
        }
        return span.kind() == SpanKind.CONSUMER && span.name().endsWith(" receive");
    }

    /** Whether the span handles a message. */
    public static boolean handles(Span span) {
        return span.kind() == SpanKind.CONSUMER && !receives(span);
    }

    /** The queue or topic, or null if the data does not say. */
    public static @Nullable String destination(Span span) {
        String name = span.attributes().get("messaging.destination.name");
        return name == null ? span.attributes().get("messaging.destination") : name;
    }

    private static @Nullable String operation(Span span) {
        String type = span.attributes().get("messaging.operation.type");
        String operation = type == null ? span.attributes().get("messaging.operation") : type;
        return operation == null ? null : operation.toLowerCase(Locale.ROOT);
    }
}
