package io.github.sre4j.prometheus;

import io.github.sre4j.prometheus.api.Credentials;
import io.github.sre4j.prometheus.api.PrometheusClient;
import io.github.sre4j.prometheus.api.ServerAddress;
import io.github.sre4j.prometheus.api.ServerScope;
import io.github.sre4j.prometheus.promql.Selector;
import java.net.URI;

/** Sources of servers under test. */
public final class Servers {

    private Servers() {}

    public static PrometheusClient client(URI url) {
        return new PrometheusClient(new ServerAddress(url, Credentials.NONE, null, null), new ServerScope());
    }

    public static PrometheusTelemetry telemetry(URI url, String selector, ErrorRule rule) {
        return new PrometheusTelemetry(url.getAuthority(), () -> client(url), Selector.parse(selector), rule);
    }
}
