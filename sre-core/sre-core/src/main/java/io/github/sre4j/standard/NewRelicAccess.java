package io.github.sre4j.standard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a product's telemetry is in New Relic, as its {@code sre.yaml} says; whatever is null is given elsewhere or found out.
 *
 * @param app the application name
 * @param account the account id
 * @param guid the GUID of the entity, where the name does not settle it
 * @param browser the name of its browser application, or null if pages are not judged
 * @param region the region, such as {@code us} or {@code eu}
 */
public record NewRelicAccess(
        @Nullable String app,
        @Nullable String account,
        @Nullable String guid,
        @Nullable String browser,
        @Nullable String region) {

    /** Nothing is said. */
    public static final NewRelicAccess NOT_CONFIGURED = new NewRelicAccess(null, null, null, null, null);

    /** The application name, if it is said. */
    public Optional<String> appName() {
        return Optional.ofNullable(app);
    }
}
