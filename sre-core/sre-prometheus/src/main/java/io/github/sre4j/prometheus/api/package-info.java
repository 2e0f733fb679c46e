/** The HTTP API of Prometheus and of the servers that speak it. Start with {@code PrometheusClient}. */
@NullMarked
package io.github.sre4j.prometheus.api;

import org.jspecify.annotations.NullMarked;
