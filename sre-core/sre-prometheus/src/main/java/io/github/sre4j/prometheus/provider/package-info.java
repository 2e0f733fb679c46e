/** Prometheus as a telemetry provider: its section of {@code sre.yaml}, its client, and its capabilities. Start with {@code PrometheusProvider}. */
@NullMarked
package io.github.sre4j.prometheus.provider;

import org.jspecify.annotations.NullMarked;
