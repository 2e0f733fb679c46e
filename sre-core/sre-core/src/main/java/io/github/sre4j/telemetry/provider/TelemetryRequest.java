package io.github.sre4j.telemetry.provider;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The telemetry that a caller wants.
 *
 * @param files the file or folder that holds it, or null if a backend does
 * @param settings what the caller sets, by names without the prefix {@code sre.}: {@code app}, {@code region}, …; they win over the sections
 * @param configs the providers' sections of {@code sre.yaml}, by their keys
 * @param environment the surroundings of the caller
 */
public record TelemetryRequest(
        @Nullable Path files,
        Map<String, String> settings,
        Map<String, ProviderConfig> configs,
        TelemetryEnvironment environment) {

    /** The setting that names the application as telemetry knows it. */
    public static final String APP = "app";

    /** The setting that names the browser application. */
    public static final String BROWSER = "browser";

    /** Copies the maps. */
    public TelemetryRequest {
        settings = Map.copyOf(settings);
        configs = Map.copyOf(configs);
        Objects.requireNonNull(environment, "environment");
    }

    /** Returns a request for the files of one service, in the environment of this process. */
    public static TelemetryRequest ofFiles(Path files) {
        return new TelemetryRequest(
                Objects.requireNonNull(files, "files"), Map.of(), Map.of(), TelemetryEnvironment.ofProcess());
    }

    /** Returns a request for what the sections of {@code sre.yaml} configure, in the environment of this process. */
    public static TelemetryRequest of(Map<String, ProviderConfig> configs) {
        return new TelemetryRequest(null, Map.of(), configs, TelemetryEnvironment.ofProcess());
    }

    /** Returns this request with a setting; unchanged if the value is null. */
    public TelemetryRequest withSetting(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> all = new HashMap<>(settings);
        all.put(name, value);
        return new TelemetryRequest(files, all, configs, environment);
    }

    /** Returns the location of the files; empty if a backend is meant. */
    public Optional<Path> location() {
        return Optional.ofNullable(files);
    }

    /** Returns what the caller sets; empty if it sets nothing or a blank text. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * Returns the configuration of a provider.
     *
     * @param type its class
     * @param <C> its class
     * @return the configuration; empty if its section is missing
     */
    public <C extends ProviderConfig> Optional<C> config(Class<C> type) {
        return configs.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** Returns the application as telemetry knows it: as set, or else as a section names it; empty if neither does. */
    public Optional<String> application() {
        return setting(APP)
                .or(() -> configs.values().stream()
                        .flatMap(config -> config.application().stream())
                        .findFirst());
    }

    /** Returns the browser application whose pages are wanted: as set, or else as a section names it; empty if neither does. */
    public Optional<String> browserApplication() {
        return setting(BROWSER)
                .or(() -> configs.values().stream()
                        .flatMap(config -> config.browserApplication().stream())
                        .findFirst());
    }
}
