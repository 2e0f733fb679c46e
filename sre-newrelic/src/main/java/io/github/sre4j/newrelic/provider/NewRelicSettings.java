package io.github.sre4j.newrelic.provider;

import io.github.sre4j.newrelic.NewRelicTelemetry;
import io.github.sre4j.newrelic.ServiceReference;
import io.github.sre4j.newrelic.nerdgraph.Region;
import io.github.sre4j.telemetry.provider.ResolvedSetting;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The settings of one request: what the caller sets wins over the section of {@code sre.yaml}.
 *
 * @param app the application's exact name, if it is configured
 * @param account the account, if it is configured
 * @param guid the entity's GUID, if it is configured
 * @param browser the browser application, if pages are measured
 * @param region the region's name
 * @param endpoint the address of NerdGraph
 */
record NewRelicSettings(
        Optional<String> app,
        OptionalLong account,
        Optional<String> guid,
        Optional<String> browser,
        String region,
        URI endpoint) {

    private static final String DEFAULT_REGION = "us";
    private static final String ABSENT = "-";

    /**
     * Reads the settings of a request.
     *
     * @throws IllegalArgumentException if a setting is wrong; the message names it
     */
    static NewRelicSettings of(TelemetryRequest request) {
        NewRelicConfig file = request.config(NewRelicConfig.class).orElse(NewRelicConfig.NONE);
        Optional<String> account = request.setting("account").or(file::account);
        String region = request.setting("region")
                .or(() -> Optional.ofNullable(file.region()))
                .orElse(DEFAULT_REGION);
        Optional<String> address = request.setting("nerdgraphUrl");
        return new NewRelicSettings(
                request.application(),
                account.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(
                                read("account", () -> Long.parseLong(NewRelicConfig.parseAccount(account.get())))),
                request.setting("guid").or(() -> Optional.ofNullable(file.guid())),
                request.setting("browser").or(file::browserApplication),
                region,
                address.isPresent()
                        ? read("nerdgraphUrl", () -> URI.create(address.get()))
                        : read("region", () -> Region.of(region).endpoint()));
    }

    /** Returns the service that is meant; one that is not named is an error only where it is looked for. */
    ServiceReference service() {
        return guid.map(ServiceReference::ofGuid)
                .orElseGet(() ->
                        app.map(name -> ServiceReference.named(name, account)).orElseGet(ServiceReference::unnamed));
    }

    /** Returns the settings for people, each with its origin. */
    List<ResolvedSetting> resolved(TelemetryRequest request) {
        NewRelicConfig file = request.config(NewRelicConfig.class).orElse(NewRelicConfig.NONE);
        List<ResolvedSetting> resolved = new ArrayList<>();
        resolved.add(setting(request, "app", app.orElse(ABSENT), app.isPresent()));
        resolved.add(setting(
                request,
                "account",
                account.isPresent() ? Long.toString(account.getAsLong()) : ABSENT,
                file.accountId() != null));
        guid.ifPresent(given -> resolved.add(setting(request, "guid", given, true)));
        resolved.add(setting(request, "region", region, file.region() != null));
        resolved.add(setting(request, "nerdgraphUrl", endpoint.toString(), false));
        return resolved;
    }

    private static ResolvedSetting setting(TelemetryRequest request, String id, String value, boolean inFile) {
        return new ResolvedSetting(
                id,
                Message.plain(value),
                request.setting(id).isPresent()
                        ? ResolvedSetting.Origin.CALLER
                        : inFile ? ResolvedSetting.Origin.PRODUCT_FILE : ResolvedSetting.Origin.DEFAULT);
    }

    private static <T> T read(String setting, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    Message.of(NewRelicTelemetry.class, "setting", "sre." + setting, Message.of(e)), e);
        }
    }
}
