package io.github.sre4j.standard;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a product says about itself in {@code sre.yaml}.
 *
 * @param service the service's name, or null to take it from elsewhere
 * @param newRelic where its telemetry is
 * @param waivers its waivers, in the order written
 */
public record Product(@Nullable String service, NewRelicAccess newRelic, List<Waiver> waivers) {

    /** A product without an {@code sre.yaml}. */
    public static final Product UNSAID = new Product(null, NewRelicAccess.UNSAID, List.of());

    /** Copies the list. */
    public Product {
        Objects.requireNonNull(newRelic, "newRelic");
        waivers = List.copyOf(waivers);
    }

    /** The service's name, if it is said. */
    public Optional<String> serviceName() {
        return Optional.ofNullable(service);
    }
}
