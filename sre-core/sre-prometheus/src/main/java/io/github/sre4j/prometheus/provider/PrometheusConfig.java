package io.github.sre4j.prometheus.provider;

import io.github.sre4j.prometheus.ErrorRule;
import io.github.sre4j.prometheus.PrometheusTelemetry;
import io.github.sre4j.prometheus.api.ServerAddress;
import io.github.sre4j.prometheus.promql.Selector;
import io.github.sre4j.telemetry.provider.ConfigSection;
import io.github.sre4j.telemetry.provider.ProviderConfig;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code prometheus} of {@code sre.yaml}; null components are configured elsewhere.
 *
 * @param url the server, without {@code /api/v1}
 * @param selector the series of the service
 * @param tenant the tenant of Mimir, the value of the header {@code X-Scope-OrgID}
 * @param errors the statuses of failed requests
 */
public record PrometheusConfig(
        @Nullable URI url,
        @Nullable Selector selector,
        @Nullable String tenant,
        @Nullable ErrorRule errors) implements ProviderConfig {

    /** A configuration without anything. */
    public static final PrometheusConfig NONE = new PrometheusConfig(null, null, null, null);

    /** Reads the section; wrong values become its problems. */
    public static PrometheusConfig read(ConfigSection section) {
        section.allowOnly("url", "selector", "tenant", "errors");
        return new PrometheusConfig(
                section.parsed("url", ServerAddress::parse).orElse(null),
                section.parsed("selector", Selector::parse).orElse(null),
                section.parsed("tenant", PrometheusConfig::parseTenant).orElse(null),
                section.parsed("errors", ErrorRule::parse).orElse(null));
    }

    @Override
    public Optional<String> application() {
        return Optional.empty();
    }

    @Override
    public boolean namesService() {
        return selector != null;
    }

    private static String parseTenant(String text) {
        if (!text.matches("[A-Za-z0-9!_.*'()|-]{1,150}")) {
            throw new InvalidInputException(Message.of(PrometheusTelemetry.class, "config.tenant", text));
        }
        return text;
    }
}
