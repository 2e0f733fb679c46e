package io.github.sre4j.newrelic.nerdgraph;

import java.util.Objects;

/**
 * A service as New Relic knows it.
 *
 * @param guid its entity GUID
 * @param name its name
 * @param account the id of its account
 * @param domain {@code APM} for one with a New Relic agent, {@code EXT} for one with OpenTelemetry
 */
public record Entity(String guid, String name, long account, String domain) {

    /** Refuses null. */
    public Entity {
        Objects.requireNonNull(guid, "guid");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(domain, "domain");
    }

    /** Whether it sends OpenTelemetry instead of a New Relic agent's events. */
    public boolean isOpenTelemetry() {
        return domain.equals("EXT");
    }
}
