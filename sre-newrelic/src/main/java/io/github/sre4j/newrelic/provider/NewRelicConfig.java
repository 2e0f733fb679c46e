package io.github.sre4j.newrelic.provider;

import io.github.sre4j.newrelic.NewRelicTelemetry;
import io.github.sre4j.newrelic.nerdgraph.Region;
import io.github.sre4j.telemetry.provider.ConfigSection;
import io.github.sre4j.telemetry.provider.ProviderConfig;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code newrelic} of {@code sre.yaml}; null components are configured elsewhere or found out.
 *
 * @param app the application's exact name
 * @param accountId the account id, digits
 * @param guid the GUID of the entity, if the name is ambiguous
 * @param browser the browser application whose pages are measured; pages are not measured without
 * @param region {@code us}, {@code eu}, {@code jp} or {@code gov}
 */
public record NewRelicConfig(
        @Nullable String app,
        @Nullable String accountId,
        @Nullable String guid,
        @Nullable String browser,
        @Nullable String region)
        implements ProviderConfig {

    /** A configuration without anything. */
    public static final NewRelicConfig NONE = new NewRelicConfig(null, null, null, null, null);

    /** Reads the section; wrong values become its problems. */
    public static NewRelicConfig read(ConfigSection section) {
        section.allowOnly("app", "account", "guid", "browser", "region");
        return new NewRelicConfig(
                section.text("app").orElse(null),
                section.parsed("account", NewRelicConfig::parseAccount).orElse(null),
                section.parsed("guid", NewRelicConfig::parseGuid).orElse(null),
                section.text("browser").orElse(null),
                section.parsed("region", NewRelicConfig::parseRegion).orElse(null));
    }

    @Override
    public Optional<String> application() {
        return Optional.ofNullable(app);
    }

    @Override
    public Optional<String> account() {
        return Optional.ofNullable(accountId);
    }

    @Override
    public Optional<String> browserApplication() {
        return Optional.ofNullable(browser);
    }

    @Override
    public boolean namesService() {
        return app != null || guid != null;
    }

    static String parseAccount(String text) {
        if (!text.strip().matches("\\d{1,12}")) {
            throw new InvalidInputException(Message.of(NewRelicTelemetry.class, "config.account", text));
        }
        return text.strip();
    }

    private static String parseGuid(String text) {
        if (!text.matches("[A-Za-z0-9+/=_-]{8,256}")) {
            throw new InvalidInputException(Message.of(NewRelicTelemetry.class, "config.guid", text));
        }
        return text;
    }

    private static String parseRegion(String text) {
        Region.of(text);
        return text;
    }
}
