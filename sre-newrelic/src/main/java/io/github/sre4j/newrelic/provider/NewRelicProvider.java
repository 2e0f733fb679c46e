package io.github.sre4j.newrelic.provider;

import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.publish.NewRelicEvents;
import io.github.sre4j.telemetry.EventSink;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.provider.ConfigReader;
import io.github.sre4j.telemetry.provider.ResolvedSetting;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.telemetry.provider.TelemetryProvider;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.text.Message;
import java.util.List;
import java.util.Optional;

/** New Relic: what a check, its evidence and its traces need of a service, by NerdGraph. Immutable and thread-safe. */
public final class NewRelicProvider implements TelemetryProvider {

    /** The id of the provider, and the key of its section. */
    public static final String ID = "newrelic";

    /** The environment variable that holds the user key. */
    public static final String USER_KEY = NerdGraphClients.USER_KEY;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<ConfigReader> configReader() {
        return Optional.of(NewRelicConfig::read);
    }

    /** Accepts a request without files, unless only other providers are configured. */
    @Override
    public boolean accepts(TelemetryRequest request) {
        return request.location().isEmpty()
                && (request.configs().isEmpty() || request.configs().containsKey(ID));
    }

    @Override
    public Telemetry open(TelemetryRequest request) throws TelemetryException {
        try {
            NewRelicSettings settings = NewRelicSettings.of(request);
            NerdGraph client = NerdGraphClients.create(settings.endpoint(), request.environment());
            return new NewRelicService(
                    new NewRelicConnection(client, settings.service(), settings.account(), settings.browser()));
        } catch (IllegalArgumentException e) {
            throw misconfigured(e);
        }
    }

    @Override
    public Optional<Message> obstacle(TelemetryRequest request) {
        return NerdGraphClients.obstacle(request.environment());
    }

    @Override
    public List<ResolvedSetting> settings(TelemetryRequest request) throws TelemetryException {
        try {
            return NewRelicSettings.of(request).resolved(request);
        } catch (IllegalArgumentException e) {
            throw misconfigured(e);
        }
    }

    @Override
    public Optional<EventSink> eventSink(TelemetryRequest request) throws TelemetryException {
        try {
            NewRelicSettings settings = NewRelicSettings.of(request);
            return Optional.of(NewRelicEvents.sink(
                    request.setting("publish.url"), settings.region(), settings.account(), request.environment()));
        } catch (IllegalArgumentException e) {
            throw misconfigured(e);
        }
    }

    private static TelemetryException misconfigured(IllegalArgumentException e) {
        return new TelemetryException(TelemetryException.Kind.MISCONFIGURED, Message.of(e), e);
    }
}
