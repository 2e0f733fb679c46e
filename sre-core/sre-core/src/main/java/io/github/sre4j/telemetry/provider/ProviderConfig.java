package io.github.sre4j.telemetry.provider;

import java.util.Optional;

/** What a provider's section of {@code sre.yaml} configures. Implementations are immutable. */
public interface ProviderConfig {

    /** The service's name in this telemetry; empty if it is not configured. */
    Optional<String> application();

    /** The account that holds the telemetry; empty if there is none or it is not configured. */
    default Optional<String> account() {
        return Optional.empty();
    }

    /** The browser application whose pages are measured; empty if there is none or it is not configured. */
    default Optional<String> browserApplication() {
        return Optional.empty();
    }

    /** Returns whether this alone says which service is meant. */
    default boolean namesService() {
        return application().isPresent();
    }
}
