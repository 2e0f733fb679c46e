package io.github.sre4j.standard;

import io.github.sre4j.telemetry.MaintenanceWindow;
import io.github.sre4j.telemetry.provider.ProviderConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a product says about itself in {@code sre.yaml}.
 *
 * @param service the service's name, or null to take it from elsewhere
 * @param configs the sections of telemetry providers, by their keys
 * @param waivers its waivers, in the order written
 * @param stricter where it is stricter than the standard
 * @param moves endpoints that belong to another class, the first that matches counts
 * @param maintenance its maintenance windows, in the order written
 */
public record Product(
        @Nullable String service,
        Map<String, ProviderConfig> configs,
        List<Waiver> waivers,
        List<StricterTarget> stricter,
        List<ClassOverride> moves,
        List<MaintenanceWindow> maintenance) {

    /** A product without an {@code sre.yaml}. */
    public static final Product NOT_CONFIGURED = new Product(null, Map.of(), List.of());

    /** Copies the collections. */
    public Product {
        configs = Map.copyOf(configs);
        waivers = List.copyOf(waivers);
        stricter = List.copyOf(stricter);
        moves = List.copyOf(moves);
        maintenance = List.copyOf(maintenance);
    }

    /** A product without maintenance windows. */
    public Product(
            @Nullable String service,
            Map<String, ProviderConfig> configs,
            List<Waiver> waivers,
            List<StricterTarget> stricter,
            List<ClassOverride> moves) {
        this(service, configs, waivers, stricter, moves, List.of());
    }

    /** A product that keeps to the standard as it is. */
    public Product(@Nullable String service, Map<String, ProviderConfig> configs, List<Waiver> waivers) {
        this(service, configs, waivers, List.of(), List.of());
    }

    /** The service's name, if it is said. */
    public Optional<String> serviceName() {
        return Optional.ofNullable(service);
    }

    /** Returns the service's name as telemetry knows it; empty if no section names it. */
    public Optional<String> application() {
        return configs.values().stream()
                .flatMap(config -> config.application().stream())
                .findFirst();
    }

    /** Returns the account that holds the telemetry; empty if no section names one. */
    public Optional<String> account() {
        return configs.values().stream()
                .flatMap(config -> config.account().stream())
                .findFirst();
    }
}
