package io.github.sre4j.prometheus.provider;

import io.github.sre4j.prometheus.api.PrometheusClient;
import io.github.sre4j.prometheus.promql.Selector;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The way to the server and to the series of one service.
 *
 * @param host the server, for people
 * @param clients make clients, each for one thread
 * @param selector the series of the service
 */
record PrometheusConnection(String host, Supplier<PrometheusClient> clients, Selector selector) {

    /** Validates the components. */
    public PrometheusConnection {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(clients, "clients");
        Objects.requireNonNull(selector, "selector");
    }
}
