package io.github.sre4j.trace.read;

import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.SpanBuilder;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanError;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Statement;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills in what attributes say, by the names of New Relic and of OpenTelemetry's conventions, old and new. */
final class SpanReader {

    private static final int MAX_ATTRIBUTE_LENGTH = 1_024;
    private static final Pattern PROXY_SUFFIX =
            Pattern.compile("\\$\\$(SpringCGLIB|EnhancerBySpringCGLIB|FastClass).*");

    private final Interner interner;
    private final boolean queryReported;

    SpanReader(Interner interner, boolean queryReported) {
        this.interner = interner;
        this.queryReported = queryReported;
    }

    /** Fills the builder; kind and name must be known. */
    void fill(SpanBuilder builder, String name, SpanKind kind, Attributes attributes, boolean saidToHaveFailed) {
        Statement statement = DatastoreAttributes.statement(attributes, interner);
        HttpCall http = HttpCalls.call(attributes, queryReported, interner);
        builder.kind(kind)
                .category(category(name, kind, statement, http, attributes))
                .statement(statement)
                .http(http)
                .error(error(kind, attributes, http, saidToHaveFailed))
                .code(code(name, attributes))
                .host(attributes.text("host.name", "host", "ip"))
                .thread(attributes.text("thread.id", "thread.name"))
                .attributes(attributes.asText(interner, MAX_ATTRIBUTE_LENGTH));
    }

    private static SpanCategory category(
            String name, SpanKind kind, @Nullable Statement statement, @Nullable HttpCall http, Attributes attributes) {
        if (statement != null) {
            return DatastoreAttributes.category(statement);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("getconnection") || lower.endsWith(".connect") || lower.contains("pool/borrow")) {
            return SpanCategory.CONNECTION;
        }
        if (lower.endsWith("/commit")
                || lower.endsWith("/rollback")
                || lower.endsWith("transactioninterceptor/invoke")) {
            return SpanCategory.TRANSACTION;
        }
        if (lower.endsWith("lock/lock") || lower.endsWith("/park") || lower.endsWith("lock/trylock")) {
            return SpanCategory.LOCK;
        }
        boolean message = kind == SpanKind.PRODUCER
                || kind == SpanKind.CONSUMER
                || attributes.has("messaging.system")
                || name.startsWith("MessageBroker/");
        if (message) {
            return SpanCategory.MESSAGING;
        }
        boolean call = "http".equals(attributes.text("category"))
                || attributes.has("rpc.system")
                || attributes.has("rpc.system.name");
        return call || (http != null && kind == SpanKind.CLIENT) ? SpanCategory.HTTP : SpanCategory.OTHER;
    }

    private @Nullable SpanError error(
            SpanKind kind, Attributes attributes, @Nullable HttpCall http, boolean saidToHaveFailed) {
        String grpc = GrpcStatus.error(attributes);
        boolean failed = saidToHaveFailed
                || attributes.text("error.class", "exception.type", "error.type") != null
                || attributes.isTrue("error")
                || "ERROR".equals(attributes.text("otel.status_code"))
                || (http != null && http.status() >= 500)
                || (grpc != null && (kind == SpanKind.CLIENT || GrpcStatus.isServersFault(attributes)));
        if (!failed) {
            return null;
        }
        String errorClass = attributes.text("error.class", "exception.type");
        if (errorClass == null && grpc == null) {
            errorClass = errorType(attributes);
        }
        String message =
                attributes.text("error.message", "exception.message", "otel.status_description", "grpc.message");
        String name = errorClass == null ? grpc : errorClass;
        return new SpanError(name == null ? null : interner.of(name), message, attributes.isTrue("error.expected"));
    }

    /** An HTTP status stands in the span's call already; {@code _OTHER} says nothing. */
    private static @Nullable String errorType(Attributes attributes) {
        String type = attributes.text("error.type", "error.kind");
        return type == null || type.equals("_OTHER") ? null : type;
    }

    /** New Relic names the handler in the span's name, and the framework in {@code code.*}: the name is the better source. */
    private @Nullable CodeLocation code(String name, Attributes attributes) {
        if (name.startsWith("Spring/Java/")) {
            int slash = name.lastIndexOf('/');
            if (slash > 12) {
                return new CodeLocation(plain(name.substring(12, slash)), name.substring(slash + 1), null, 0);
            }
        }
        String function = attributes.text("code.function.name", "code.function");
        String namespace = attributes.text("code.namespace");
        int line = (int) attributes.integer(0, "code.line.number", "code.lineno");
        String file = attributes.text("code.file.path", "code.filepath");
        if (namespace != null) {
            return new CodeLocation(plain(namespace), function, file, line);
        }
        int dot = function == null ? -1 : function.lastIndexOf('.');
        return function == null || dot < 0
                ? null
                : new CodeLocation(plain(function.substring(0, dot)), function.substring(dot + 1), file, line);
    }

    private String plain(String className) {
        return interner.of(
                className.indexOf('$') < 0
                        ? className
                        : PROXY_SUFFIX.matcher(className).replaceFirst(""));
    }
}
