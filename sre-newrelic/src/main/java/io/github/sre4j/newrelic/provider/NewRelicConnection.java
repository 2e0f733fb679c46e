package io.github.sre4j.newrelic.provider;

import io.github.sre4j.newrelic.ServiceReference;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A capability: the client itself, for what New Relic alone offers.
 *
 * @param client the client
 * @param service the service that is meant
 * @param account the account; empty if it is not configured
 * @param browser the browser application; empty if pages are not measured
 */
public record NewRelicConnection(
        NerdGraph client, ServiceReference service, OptionalLong account, Optional<String> browser) {

    /** Validates the components. */
    public NewRelicConnection {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(browser, "browser");
    }
}
