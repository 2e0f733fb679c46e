package io.github.sre4j.prometheus;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Metrics of HTTP servers that a measurement reads. Of several that a service has, the first counts. */
public enum HttpMetric {
    /** Micrometer, as Spring Boot and Quarkus use it. */
    MICROMETER("http_server_requests_seconds", "uri", "method", "status", 0),
    /** OpenTelemetry. */
    OPEN_TELEMETRY(
            "http_server_request_duration_seconds",
            "http_route",
            "http_request_method",
            "http_response_status_code",
            0),
    /** OpenTelemetry before its names for HTTP were stable. */
    OPEN_TELEMETRY_OLD("http_server_duration_milliseconds", "http_route", "http_method", "http_status_code", 3),
    /** Micrometer by OTLP, whose unit are milliseconds. */
    MICROMETER_OTLP("http_server_requests_milliseconds", "uri", "method", "status", 3);

    private final String base;
    private final String route;
    private final String method;
    private final String status;
    private final int digits;

    HttpMetric(String base, String route, String method, String status, int digits) {
        this.base = base;
        this.route = route;
        this.method = method;
        this.status = status;
        this.digits = digits;
    }

    /** Returns the metric's name without {@code _count}, {@code _bucket}. */
    public String base() {
        return base;
    }

    /** Returns the labels of one kind of request: route, method, status. */
    public List<String> labels() {
        return List.of(route, method, status);
    }

    /** Returns a duration in the unit of the metric. */
    BigDecimal inUnit(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 9 - digits);
    }

    /** Returns a value in the unit of the metric as a duration. */
    Duration duration(double value) {
        return Duration.ofNanos(Math.round(value * Math.pow(10, 9 - digits)));
    }

    /** Returns whether this is Micrometer, whose buckets the service configures. */
    public boolean isMicrometer() {
        return this == MICROMETER || this == MICROMETER_OTLP;
    }
}
