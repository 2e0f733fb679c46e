package io.github.sre4j.trace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Span}. Not safe for use by several threads. */
public final class SpanBuilder {

    private final String id;
    private final String service;
    private final String name;
    private @Nullable String parentId;
    private boolean followsFrom;
    private SpanKind kind = SpanKind.INTERNAL;
    private SpanCategory category = SpanCategory.OTHER;
    private long startNanos;
    private long durationNanos;
    private boolean unfinished;
    private @Nullable SpanError error;
    private @Nullable Statement statement;
    private @Nullable HttpCall http;
    private @Nullable CodeLocation code;
    private @Nullable String host;
    private @Nullable String thread;
    private @Nullable String transactionId;
    private boolean entryPoint;
    private boolean standIn;
    private Map<String, String> attributes = Map.of();

    SpanBuilder(String id, String service, String name) {
        this.id = id;
        this.service = service;
        this.name = name;
    }

    /** The parent's id, or null for a root. */
    public SpanBuilder parent(@Nullable String newParentId) {
        this.parentId = newParentId;
        return this;
    }

    /** Whether the parent is known not to wait for this span. */
    public SpanBuilder followsFrom(boolean isFollowing) {
        this.followsFrom = isFollowing;
        return this;
    }

    /** Its side of a call. */
    public SpanBuilder kind(SpanKind newKind) {
        this.kind = newKind;
        return this;
    }

    /** What its time was spent on. */
    public SpanBuilder category(SpanCategory newCategory) {
        this.category = newCategory;
        return this;
    }

    /** Start (nanoseconds since the epoch) and duration (nanoseconds). */
    public SpanBuilder at(long newStartNanos, long newDurationNanos) {
        this.startNanos = newStartNanos;
        this.durationNanos = newDurationNanos;
        return this;
    }

    /** Whether no end was reported. */
    public SpanBuilder unfinished(boolean isUnfinished) {
        this.unfinished = isUnfinished;
        return this;
    }

    /** Why it failed, or null. */
    public SpanBuilder error(@Nullable SpanError newError) {
        this.error = newError;
        return this;
    }

    /** What it asked of a store, or null. */
    public SpanBuilder statement(@Nullable Statement newStatement) {
        this.statement = newStatement;
        return this;
    }

    /** What it asked over HTTP, or null. */
    public SpanBuilder http(@Nullable HttpCall newHttp) {
        this.http = newHttp;
        return this;
    }

    /** Where in the source, or null. */
    public SpanBuilder code(@Nullable CodeLocation newCode) {
        this.code = newCode;
        return this;
    }

    /** The machine it ran on, or null. */
    public SpanBuilder host(@Nullable String newHost) {
        this.host = newHost;
        return this;
    }

    /** The thread it ran on, or null. */
    public SpanBuilder thread(@Nullable String newThread) {
        this.thread = newThread;
        return this;
    }

    /** The New Relic transaction, or null. */
    public SpanBuilder transaction(@Nullable String newTransactionId) {
        this.transactionId = newTransactionId;
        return this;
    }

    /** Whether it is where its service took the request. */
    public SpanBuilder entryPoint(boolean isEntryPoint) {
        this.entryPoint = isEntryPoint;
        return this;
    }

    /** All other attributes. */
    public SpanBuilder attributes(Map<String, String> newAttributes) {
        this.attributes = newAttributes;
        return this;
    }

    /** Whether it was put in for a span that is missing. */
    public SpanBuilder standIn(boolean isStandIn) {
        this.standIn = isStandIn;
        return this;
    }

    /** The span. */
    public Span build() {
        return new Span(
                id,
                parentId,
                followsFrom,
                service,
                name,
                kind,
                category,
                startNanos,
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
}
