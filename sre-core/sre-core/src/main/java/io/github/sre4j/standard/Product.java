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
 * @param stricter where it is stricter than the standard
 * @param moves endpoints that belong to another class, the first that matches counts
 */
public record Product(
        @Nullable String service,
        NewRelicAccess newRelic,
        List<Waiver> waivers,
        List<StricterTarget> stricter,
        List<ClassOverride> moves) {

    /** A product without an {@code sre.yaml}. */
    public static final Product NOT_CONFIGURED = new Product(null, NewRelicAccess.NOT_CONFIGURED, List.of());

    /** Copies the lists. */
    public Product {
        Objects.requireNonNull(newRelic, "newRelic");
        waivers = List.copyOf(waivers);
        stricter = List.copyOf(stricter);
        moves = List.copyOf(moves);
    }

    /** A product that keeps to the standard as it is. */
    public Product(@Nullable String service, NewRelicAccess newRelic, List<Waiver> waivers) {
        this(service, newRelic, waivers, List.of(), List.of());
    }

    /** The service's name, if it is said. */
    public Optional<String> serviceName() {
        return Optional.ofNullable(service);
    }
}
