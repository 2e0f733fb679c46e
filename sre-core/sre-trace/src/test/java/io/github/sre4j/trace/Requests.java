package io.github.sre4j.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes traces by hand, in milliseconds. */
public final class Requests {

    private static final long EPOCH = 1_763_800_000_000L * 1_000_000;

    private final List<Span> spans = new ArrayList<>();
    private final List<LogLine> logs = new ArrayList<>();
    private final List<TransactionRow> rows = new ArrayList<>();
    private final List<TransactionErrorRow> errors = new ArrayList<>();
    private TraceFormat format = TraceFormat.OTLP;

    private Requests() {}

    /** A request without spans yet. */
    public static Requests request() {
        return new Requests();
    }

    /** Where the data seems to come from. */
    public Requests from(TraceFormat newFormat) {
        this.format = newFormat;
        return this;
    }

    /** Nanoseconds since the epoch of a moment of the request. */
    public static long at(double millis) {
        return EPOCH + Math.round(millis * 1e6);
    }

    /** A span of service {@code shop}; a parent of null makes a root. */
    public Requests span(String id, String parent, double start, double duration) {
        return span(id, parent, start, duration, any -> {});
    }

    /** A span of service {@code shop} with more to say. */
    public Requests span(String id, String parent, double start, double duration, Consumer<SpanBuilder> more) {
        return span(id, parent, "shop", "work " + id, start, duration, more);
    }

    /** A span of any service and name. */
    public Requests span(
            String id,
            String parent,
            String service,
            String name,
            double start,
            double duration,
            Consumer<SpanBuilder> more) {
        SpanBuilder builder = Span.builder(id, service, name)
                .parent(parent)
                .at(at(start), Math.round(duration * 1e6))
                .host(service + "-host");
        if (parent == null) {
            builder.kind(SpanKind.SERVER).entryPoint(true);
        }
        more.accept(builder);
        spans.add(builder.build());
        return this;
    }

    /** A database statement. */
    public Requests query(String id, String parent, double start, double duration, String sql) {
        return span(id, parent, "shop", "query", start, duration, Requests.sql(sql));
    }

    /** Makes a span a database statement. */
    public static Consumer<SpanBuilder> sql(String sql) {
        int blank = sql.indexOf(' ');
        String verb = blank < 0 ? sql : sql.substring(0, blank);
        return span -> span.kind(SpanKind.CLIENT)
                .category(SpanCategory.DATABASE)
                .statement(new Statement(
                        sql, "postgresql", "shop", null, verb.toLowerCase(java.util.Locale.ROOT), sql.endsWith("...")));
    }

    /** A call over HTTP without a span of its callee. */
    public Requests call(
            String id, String parent, double start, double duration, String verb, String path, int status) {
        return span(id, parent, "shop", verb, start, duration, http(verb, path, status));
    }

    /** Makes a span a call over HTTP to host {@code stock}. A question mark parts the query. */
    public static Consumer<SpanBuilder> http(String verb, String path, int status) {
        int mark = path.indexOf('?');
        String query = mark < 0 ? null : path.substring(mark + 1);
        String plain = mark < 0 ? path : path.substring(0, mark);
        return span -> span.kind(SpanKind.CLIENT)
                .category(SpanCategory.HTTP)
                .error(status >= 500 ? new SpanError(Integer.toString(status), null, false) : null)
                .http(new HttpCall(verb, "stock", plain, query, true, status, null, -1, 0));
    }

    /** A read of a cache. */
    public Requests cache(String id, String parent, double start, double duration, String command) {
        String verb = command.substring(0, command.indexOf(' ')).toLowerCase(java.util.Locale.ROOT);
        return span(
                id,
                parent,
                "shop",
                command,
                start,
                duration,
                span -> span.kind(SpanKind.CLIENT)
                        .category(SpanCategory.CACHE)
                        .statement(new Statement(command, "redis", null, null, verb, false)));
    }

    /** An error of a span. */
    public static Consumer<SpanBuilder> failed(String errorClass, String message) {
        return span -> span.error(new SpanError(errorClass, message, false));
    }

    /** A log line. */
    public Requests log(double at, Severity severity, String spanId, String message, String stack) {
        String errorClass =
                stack == null ? null : stack.lines().findFirst().orElse("").split(":", 2)[0];
        logs.add(new LogLine(
                "", at(at), "shop", severity, "t1", spanId, "shop.Log", "main", message, errorClass, null, stack));
        return this;
    }

    /** A transaction row. */
    public Requests row(TransactionRow row) {
        rows.add(row);
        return this;
    }

    /** A row of an error. */
    public Requests error(TransactionErrorRow row) {
        errors.add(row);
        return this;
    }

    /** What was collected. */
    public TraceData data() {
        return new TraceData("t1", format, spans, logs, rows, errors, List.of());
    }

    /** The trace. */
    public Trace trace() {
        return Trace.of(data());
    }

    /** The index of a span. */
    public static int at(Trace trace, String id) {
        return trace.indexOf(id).orElseThrow();
    }
}
