package io.github.sre4j.trace.read;

import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Severity;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanBuilder;
import io.github.sre4j.trace.SpanError;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.TransactionErrorRow;
import io.github.sre4j.trace.TransactionRow;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads single rows of New Relic: {@code timestamp} in milliseconds, {@code duration} in seconds. */
final class NewRelicRowReader {

    private static final String[] SERVICE = {"entity.name", "appName", "service.name"};

    private final Interner interner = new Interner();
    private final SpanReader spanReader = new SpanReader(interner, false);

    Span span(String id, Attributes row) {
        String name = interner.of(or(row.text("name"), Span.UNNAMED));
        boolean entry = row.isTrue("nr.entryPoint");
        SpanBuilder builder = Span.builder(id, service(row), name)
                .parent(row.text("parentId", "parent.id"))
                .at(epochNanos(row), duration(row))
                .transaction(row.text("transactionId"))
                .entryPoint(entry);
        spanReader.fill(builder, name, kind(row, entry), row, false);
        return builder.build();
    }

    private static SpanKind kind(Attributes row, boolean entry) {
        String kind = or(row.text("span.kind", "kind"), "").toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "client" -> SpanKind.CLIENT;
            case "server" -> SpanKind.SERVER;
            case "producer" -> SpanKind.PRODUCER;
            case "consumer" -> SpanKind.CONSUMER;
            default -> entry ? entryKind(or(row.text("transaction.name"), "")) : byCategory(row);
        };
    }

    private static SpanKind entryKind(String transaction) {
        if (transaction.startsWith("OtherTransaction/Message")) {
            return SpanKind.CONSUMER;
        }
        return transaction.startsWith("OtherTransaction") ? SpanKind.INTERNAL : SpanKind.SERVER;
    }

    private static SpanKind byCategory(Attributes row) {
        String category = or(row.text("category"), "");
        return category.equals("http") || category.equals("datastore") ? SpanKind.CLIENT : SpanKind.INTERNAL;
    }

    TransactionRow transaction(String guid, Attributes row) {
        return new TransactionRow(
                guid,
                row.text("traceId", "trace.id"),
                service(row),
                or(row.text("name"), Span.UNNAMED),
                epochNanos(row),
                duration(row),
                row.has("totalTime") ? seconds(row.number(0, "totalTime")) : -1,
                seconds(row.number(0, "databaseDuration")),
                seconds(row.number(0, "externalDuration")),
                seconds(row.number(0, "queueDuration")),
                row.integer(0, "databaseCallCount"),
                row.integer(0, "externalCallCount"),
                row.has("gcCumulative") ? seconds(row.number(0, "gcCumulative")) : -1,
                row.isTrue("error"),
                (int) row.integer(0, "http.statusCode", "httpResponseCode", "response.status"),
                row.text("request.method"),
                row.text("request.uri"),
                row.isTrue("sampled"));
    }

    TransactionErrorRow error(Attributes row) {
        return new TransactionErrorRow(
                row.text("nr.transactionGuid", "guid"),
                row.text("traceId", "trace.id"),
                row.text("spanId", "span.id"),
                service(row),
                epochNanos(row),
                new SpanError(row.text("error.class"), row.text("error.message"), row.isTrue("error.expected")),
                (int) row.integer(0, "http.statusCode", "httpResponseCode"));
    }

    /** The error that a transaction's own row names. */
    TransactionErrorRow errorOfTransaction(String guid, Attributes row) {
        return new TransactionErrorRow(
                guid,
                row.text("traceId", "trace.id"),
                null,
                service(row),
                epochNanos(row),
                new SpanError(
                        row.text("error.class", "errorType"),
                        row.text("error.message", "errorMessage"),
                        row.isTrue("error.expected")),
                (int) row.integer(0, "http.statusCode", "httpResponseCode"));
    }

    LogLine log(Attributes row) {
        return new LogLine(
                or(row.text("messageId"), ""),
                epochNanos(row),
                row.text(SERVICE),
                Severity.of(row.text("level", "log.level", "severity", "severityText")),
                row.text("trace.id", "traceId", "trace_id"),
                row.text("span.id", "spanId", "span_id"),
                row.text("logger.name", "logger"),
                row.text("thread.name"),
                or(row.text("message"), ""),
                row.text("error.class"),
                row.text("error.message"),
                row.text("error.stack", "exception.stacktrace"));
    }

    /** What OpenTelemetry tells inside a span, which New Relic keeps as rows of their own; mostly exceptions. */
    LogLine spanEvent(Map<String, ?> values, Set<String> failedSpans) {
        Attributes row = new Attributes(values);
        String span = or(row.text("span.id", "spanId"), "");
        return SpanEvents.line(
                epochNanos(row),
                service(row),
                or(row.text("trace.id", "traceId"), ""),
                span,
                row.text("name"),
                values,
                failedSpans.contains(span));
    }

    private String service(Attributes row) {
        return interner.of(or(row.text(SERVICE), "(unnamed)"));
    }

    /** Whole milliseconds; fractions that a file has are kept, to the microsecond that a number of that size can hold. */
    private static long epochNanos(Attributes row) {
        double millis = row.number(0, "timestamp");
        return millis == Math.rint(millis) ? ((long) millis) * 1_000_000 : Math.round(millis * 1_000) * 1_000;
    }

    private static long duration(Attributes row) {
        double millis = row.number(Double.NaN, "duration.ms");
        return row.has("duration") || Double.isNaN(millis)
                ? seconds(row.number(0, "duration"))
                : Math.round(millis * 1e6);
    }

    private static long seconds(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
