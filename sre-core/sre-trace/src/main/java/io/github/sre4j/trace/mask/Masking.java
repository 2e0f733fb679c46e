package io.github.sre4j.trace.mask;

import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanError;
import io.github.sre4j.trace.Statement;
import io.github.sre4j.trace.TraceMask;
import io.github.sre4j.trace.TraceNote;
import io.github.sre4j.trace.TransactionErrorRow;
import io.github.sre4j.trace.TransactionRow;
import io.github.sre4j.trace.call.StatementShape;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Masks the parts of one trace. Attributes nobody renders and stack traces are dropped. Not thread-safe. */
final class Masking implements TraceMask {

    private final TextMask texts = new TextMask();
    private final Map<String, String> statements = new HashMap<>();
    /** Findings are about shapes of statements, made before masking: what became of the statements themselves. */
    private final Map<String, String> shapes = new HashMap<>();

    @Override
    public Span span(Span span) {
        return Span.builder(span.id(), text(span.service()), text(span.name()))
                .parent(span.parentId())
                .followsFrom(span.followsFrom())
                .kind(span.kind())
                .category(span.category())
                .at(span.startNanos(), span.durationNanos())
                .unfinished(span.unfinished())
                .error(error(span.error()))
                .statement(statement(span))
                .http(http(span.http()))
                .code(place(span.code()))
                .host(nullable(span.host()))
                .thread(nullable(span.thread()))
                .transaction(span.transactionId())
                .entryPoint(span.entryPoint())
                .standIn(span.standIn())
                .build();
    }

    @Override
    public LogLine log(LogLine line) {
        return new LogLine(
                line.id(),
                line.atNanos(),
                nullable(line.service()),
                line.severity(),
                line.traceId(),
                line.spanId(),
                nullable(line.logger()),
                nullable(line.thread()),
                text(line.message()),
                nullable(line.errorClass()),
                nullable(line.errorMessage()),
                null);
    }

    @Override
    public TransactionRow transaction(TransactionRow row) {
        String uri = row.uri();
        return new TransactionRow(
                row.guid(),
                row.traceId(),
                text(row.service()),
                text(row.name()),
                row.startNanos(),
                row.durationNanos(),
                row.totalNanos(),
                row.databaseNanos(),
                row.externalNanos(),
                row.queueNanos(),
                row.databaseCalls(),
                row.externalCalls(),
                row.gcNanos(),
                row.failed(),
                row.status(),
                nullable(row.method()),
                uri == null ? null : text(UrlMask.path(uri)),
                row.sampled());
    }

    @Override
    public TransactionErrorRow error(TransactionErrorRow row) {
        SpanError error = row.error();
        return new TransactionErrorRow(
                row.transactionGuid(),
                row.traceId(),
                row.spanId(),
                text(row.service()),
                row.atNanos(),
                new SpanError(nullable(error.errorClass()), nullable(error.message()), error.expected()),
                row.status());
    }

    @Override
    public TraceNote note(TraceNote note) {
        return new TraceNote(
                note.kind(),
                note.count(),
                note.subjects().stream().map(this::subject).toList(),
                note.nanos());
    }

    /** Ids of spans are facts and stay; they are what a hexadecimal text without anything else is here. */
    private String subject(String subject) {
        boolean spanId = (subject.length() == 16 || subject.length() == 32)
                && subject.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return spanId ? subject : text(subject);
    }

    String text(String text) {
        return texts.of(text);
    }

    @Nullable
    String nullable(@Nullable String text) {
        return text == null ? null : text(text);
    }

    @Nullable
    CodeLocation place(@Nullable CodeLocation place) {
        return place == null
                ? null
                : new CodeLocation(
                        text(place.className()), nullable(place.method()), nullable(place.file()), place.line());
    }

    /** What a finding is about: a statement, a template or a name. */
    String subject(String subject, boolean statement) {
        String known = shapes.get(subject);
        if (known != null) {
            return known;
        }
        return statement ? sql(subject, null) : text(UrlMask.path(subject));
    }

    private @Nullable SpanError error(@Nullable SpanError error) {
        return error == null
                ? null
                : new SpanError(nullable(error.errorClass()), nullable(error.message()), error.expected());
    }

    private @Nullable Statement statement(Span span) {
        Statement statement = span.statement();
        if (statement == null) {
            return null;
        }
        String text = statement.text();
        boolean cache = span.category() == SpanCategory.CACHE;
        return new Statement(
                text == null ? null : cache ? StatementMask.command(text) : sql(text, statement.system()),
                statement.system(),
                nullable(statement.instance()),
                nullable(statement.collection()),
                nullable(statement.operation()),
                statement.truncated());
    }

    private String sql(String text, @Nullable String system) {
        return statements.computeIfAbsent(text, sql -> {
            String masked = text(StatementMask.of(sql, system));
            shapes.putIfAbsent(StatementShape.of(sql), masked);
            return masked;
        });
    }

    private @Nullable HttpCall http(@Nullable HttpCall http) {
        if (http == null) {
            return null;
        }
        String path = http.path();
        String query = http.query();
        return new HttpCall(
                http.method(),
                nullable(http.host()),
                path == null ? null : text(UrlMask.path(path)),
                query == null ? null : text(UrlMask.query(query)),
                http.queryReported(),
                http.status(),
                nullable(http.route()),
                http.responseBytes(),
                http.resend());
    }
}
