package io.github.sre4j.telemetry.provider;

import io.github.sre4j.telemetry.EventSink;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The providers at hand, and the one place that chooses between them. Immutable and thread-safe. */
public final class TelemetryProviders {

    /** The setting that names a provider where more than one would do. */
    public static final String PROVIDER = "provider";

    private final List<TelemetryProvider> providers;
    private final List<CapabilityFactory<?>> factories;

    /**
     * Creates a choice of providers.
     *
     * @param providers the providers
     * @param factories derive further capabilities
     * @throws IllegalArgumentException if two providers have the same id
     */
    public TelemetryProviders(List<TelemetryProvider> providers, List<CapabilityFactory<?>> factories) {
        this.providers = List.copyOf(providers);
        this.factories = List.copyOf(factories);
        if (ids().stream().distinct().count() < providers.size()) {
            throw new IllegalArgumentException("two telemetry providers have the same id: " + ids());
        }
    }

    /** Returns the providers and factories that the class loader of this library finds. */
    public static TelemetryProviders installed() {
        return installed(TelemetryProviders.class.getClassLoader());
    }

    /** Returns the providers and factories that a class loader finds, in the order of the class path. */
    public static TelemetryProviders installed(ClassLoader loader) {
        List<CapabilityFactory<?>> factories = new ArrayList<>();
        ServiceLoader.load(CapabilityFactory.class, loader).forEach(factories::add);
        return new TelemetryProviders(
                ServiceLoader.load(TelemetryProvider.class, loader).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                factories);
    }

    /** Returns the readers of the providers' sections of {@code sre.yaml}, by their keys. */
    public Map<String, ConfigReader> configReaders() {
        Map<String, ConfigReader> readers = new LinkedHashMap<>();
        providers.forEach(provider -> provider.configReader().ifPresent(reader -> readers.put(provider.id(), reader)));
        return readers;
    }

    /**
     * Chooses the provider of a request: the one that {@code sre.provider} names, or else the one that accepts it.
     *
     * @throws TelemetryException if there is none, or more than one
     */
    public TelemetryProvider choose(TelemetryRequest request) throws TelemetryException {
        if (request.setting(PROVIDER).isPresent()) {
            return named(request.setting(PROVIDER).get());
        }
        List<TelemetryProvider> accepting =
                providers.stream().filter(provider -> provider.accepts(request)).toList();
        if (accepting.size() == 1) {
            return accepting.get(0);
        }
        throw accepting.isEmpty()
                ? misconfigured("provider.none", ids())
                : misconfigured(
                        "provider.several",
                        accepting.stream().map(TelemetryProvider::id).toList());
    }

    /**
     * Opens the telemetry of one service.
     *
     * @param request which service, and what is configured
     * @throws TelemetryException if no provider can be chosen, or the chosen one cannot open it
     */
    public Telemetry open(TelemetryRequest request) throws TelemetryException {
        return new ExtendedTelemetry(choose(request).open(request), factories);
    }

    /**
     * Opens a sink of custom events: that of the first provider that has one, whose section is configured if any is.
     *
     * @param request the settings; its files do not matter
     * @throws TelemetryException if no provider has one, or it lacks a setting
     */
    public EventSink eventSink(TelemetryRequest request) throws TelemetryException {
        for (TelemetryProvider provider : providers) {
            if (request.configs().isEmpty() || request.configs().containsKey(provider.id())) {
                Optional<EventSink> sink = provider.eventSink(request);
                if (sink.isPresent()) {
                    return sink.get();
                }
            }
        }
        throw misconfigured("provider.no-sink", ids());
    }

    private TelemetryProvider named(String id) throws TelemetryException {
        return providers.stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow(() -> misconfigured("provider.unknown", id, ids()));
    }

    private List<String> ids() {
        return providers.stream().map(TelemetryProvider::id).toList();
    }

    private static TelemetryException misconfigured(String key, Object... arguments) {
        return new TelemetryException(
                TelemetryException.Kind.MISCONFIGURED, Message.of(SourceReport.class, key, arguments));
    }
}
