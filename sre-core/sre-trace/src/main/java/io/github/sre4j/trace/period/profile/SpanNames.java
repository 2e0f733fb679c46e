package io.github.sre4j.trace.period.profile;

import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Statement;
import io.github.sre4j.trace.call.CallShape;
import io.github.sre4j.trace.call.KnownShapes;
import io.github.sre4j.trace.call.PathTemplate;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names of spans without values, equal for spans that do the same. Not thread-safe. */
final class SpanNames {

    /** Calls to databases and over HTTP as instrumentation names them, for spans without kind or attributes. */
    private static final Pattern CALL =
            Pattern.compile("(SELECT|INSERT|UPDATE|DELETE|find|insert|update|delete|aggregate|getMore) \\S+.*"
                    + "|(HTTP )?(GET|POST|PUT|DELETE|PATCH|HEAD)( .*)?");

    private final CallShape shapes = new CallShape(new KnownShapes());

    /** The operation of a span; the name of an entry has its route. */
    String operation(Span span, boolean entry) {
        String name = template(span.name());
        HttpCall http = span.http();
        String route = http == null ? null : http.route();
        return entry && route != null && !name.contains("/") ? name + " " + route : name;
    }

    /** Whether a span stands for a call to another process. */
    boolean isCall(Span span) {
        return span.kind() == SpanKind.CLIENT
                || switch (span.category()) {
                    case DATABASE, CACHE, HTTP -> span.kind() != SpanKind.SERVER && !span.entryPoint();
                    default ->
                        span.kind() == SpanKind.INTERNAL
                                && !span.entryPoint()
                                && CALL.matcher(span.name()).matches();
                };
    }

    /** What a call does, without values. */
    String call(Span span) {
        return span.statement() == null && span.category() != SpanCategory.HTTP
                ? template(span.name())
                : shapes.of(span);
    }

    /** A call as its callee's side names it. */
    String remote(Span callee) {
        return ServiceNames.of(callee.service()) + ": " + operation(callee, true);
    }

    /** The system called, when it sends no spans itself. */
    String target(Span span) {
        Statement statement = span.statement();
        HttpCall http = span.http();
        if (http != null && http.host() != null) {
            return http.host();
        }
        String address = Stream.of(
                        "server.address", "net.peer.name", "peer.hostname", "peer.service", "network.peer.address")
                .map(span.attributes()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (statement != null) {
            String system = Objects.requireNonNullElse(statement.system(), "database");
            return address != null ? system + " " + address : system;
        }
        return address != null
                ? address
                : CALL.matcher(span.name()).matches() && !span.name().startsWith("HTTP") ? "database" : span.name();
    }

    String error(Span span) {
        var error = Objects.requireNonNull(span.error());
        String type = error.errorClass();
        return type == null ? "" : type;
    }

    @Nullable
    String location(Span span) {
        var code = span.code();
        return code == null ? null : code.className() + (code.method() == null ? "" : "." + code.method());
    }

    private static String template(String name) {
        return name.indexOf('/') >= 0 ? PathTemplate.of(name) : name;
    }
}
