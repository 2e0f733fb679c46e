package io.github.sre4j.trace.read;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Traces of makes that are not read, told by their fields, so that a message can name them. */
enum ForeignFormat {
    AWS_X_RAY("AWS X-Ray"),
    DATADOG("Datadog"),
    SENTRY("Sentry"),
    ELASTIC_APM("Elastic APM"),
    SKYWALKING("Apache SkyWalking"),
    GOOGLE_CLOUD_TRACE("Google Cloud Trace"),
    CHROME("Chrome DevTools performance recording"),
    AZURE("Azure Application Insights");

    private final String label;

    ForeignFormat(String label) {
        this.label = label;
    }

    /** The name as its makers write it. */
    String label() {
        return label;
    }

    /** What an object with these fields is of, if it is known. */
    static Optional<ForeignFormat> of(Map<String, ?> fields) {
        return Arrays.stream(values()).filter(format -> format.fits(fields)).findFirst();
    }

    private boolean fits(Map<String, ?> fields) {
        return switch (this) {
            case AWS_X_RAY ->
                has(fields, "Segments") || has(fields, "TraceSummaries") || has(fields, "trace_id", "start_time");
            case DATADOG ->
                has(fields, "trace_id", "span_id", "resource") || has(fields, "trace_id", "span_id", "meta");
            case SENTRY -> has(fields, "event_id", "contexts") || has(fields, "start_timestamp", "op", "span_id");
            case ELASTIC_APM -> has(fields, "processor", "trace") || has(fields, "transaction", "agent", "trace");
            case SKYWALKING -> has(fields, "segmentId", "spanId") || has(fields, "traceSegmentId");
            case GOOGLE_CLOUD_TRACE -> has(fields, "projectId", "traceId", "spans");
            case CHROME -> has(fields, "traceEvents");
            case AZURE -> has(fields, "operation_Id", "itemType") || has(fields, "operation_Id", "duration");
        };
    }

    private static boolean has(Map<String, ?> fields, String... names) {
        return Arrays.stream(names).allMatch(fields::containsKey);
    }
}
