package io.github.sre4j.trace;

/** Where a trace was read from, with the resolution of its clock. */
public enum TraceFormat {
    /** New Relic rows: starts in whole milliseconds, durations exact. */
    NEW_RELIC(1_000_000),
    /** OpenTelemetry protocol as JSON: nanoseconds. */
    OTLP(1),
    /** Jaeger's JSON: microseconds. */
    JAEGER(1_000),
    /** Zipkin v2 JSON: microseconds. */
    ZIPKIN(1_000);

    private final long resolutionNanos;

    TraceFormat(long resolutionNanos) {
        this.resolutionNanos = resolutionNanos;
    }

    /** The step of the clock that starts are told in, nanoseconds. */
    public long resolutionNanos() {
        return resolutionNanos;
    }
}
