/**
 * A service in Prometheus as a telemetry source: metrics of Micrometer and OpenTelemetry, endpoint names, measurements. Start with {@code
 * PrometheusTelemetry}.
 */
@NullMarked
package io.github.sre4j.prometheus;

import org.jspecify.annotations.NullMarked;
