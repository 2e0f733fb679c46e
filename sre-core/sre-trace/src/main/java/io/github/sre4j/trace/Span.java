package io.github.sre4j.trace;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One span as it was reported. Texts are untrusted. The times are the raw ones; the cleaned ones are in {@link Trace}.
 *
 * @param id the span's id; two spans of a {@link Trace} may share it (both sides of a call in Zipkin)
 * @param parentId the parent's id, or null for a root
 * @param followsFrom whether the parent is known not to wait for this span
 * @param service who sent it
 * @param name the span's name
 * @param kind its side of a call
 * @param category what its time was spent on
 * @param startNanos nanoseconds since the epoch
 * @param durationNanos as reported; never negative after cleaning, but may be here
 * @param unfinished whether no end was reported: the span was still open, or its process died
 * @param error why it failed, or null if it did not
 * @param statement what it asked of a database or cache, or null
 * @param http what it asked over HTTP, or null
 * @param code where in the source, or null
 * @param host the machine or container it ran on, or null
 * @param thread the thread it ran on, or null
 * @param transactionId the New Relic transaction it belongs to, or null
 * @param entryPoint whether it is where its service took the request
 * @param standIn whether it was put in by cleaning for a span that is missing
 * @param attributes all other attributes, by name as reported
 */
public record Span(
        String id,
        @Nullable String parentId,
        boolean followsFrom,
        String service,
        String name,
        SpanKind kind,
        SpanCategory category,
        long startNanos,
        long durationNanos,
        boolean unfinished,
        @Nullable SpanError error,
        @Nullable Statement statement,
        @Nullable HttpCall http,
        @Nullable CodeLocation code,
        @Nullable String host,
        @Nullable String thread,
        @Nullable String transactionId,
        boolean entryPoint,
        boolean standIn,
        Map<String, String> attributes) {

    /** Stands for the name of a span, or of a request, that has none. */
    public static final String UNNAMED = "–";

    /** Copies the map. */
    public Span {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(name, "name");
        attributes = Map.copyOf(attributes);
    }

    /** Whether the span is marked as failed and the error was not declared as expected. */
    public boolean failed() {
        return error != null && !error.expected();
    }

    /** The same span with another start, nanoseconds since the epoch. */
    public Span startingAt(long newStartNanos) {
        return new Span(
                id,
                parentId,
                followsFrom,
                service,
                name,
                kind,
                category,
                newStartNanos,
                durationNanos,
                unfinished,
                error,
                statement,
                http,
                code,
                host,
                thread,
                transactionId,
                entryPoint,
                standIn,
                attributes);
    }

    /**
     * A builder; everything but the arguments is empty, of kind internal, and zero.
     *
     * @param id the span's id
     * @param service who sent it
     * @param name the span's name
     */
    public static SpanBuilder builder(String id, String service, String name) {
        return new SpanBuilder(id, service, name);
    }
}
