package io.github.sre4j.newrelic.publish;

import io.github.sre4j.telemetry.EventSink;
import io.github.sre4j.telemetry.provider.Secret;
import io.github.sre4j.telemetry.provider.TelemetryEnvironment;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes sinks of custom events of an account. */
public final class NewRelicEvents {

    /** The environment variable that holds the ingest key. */
    static final String INGEST_KEY = "NEW_RELIC_LICENSE_KEY";

    private NewRelicEvents() {}

    /**
     * Returns a sink.
     *
     * @param url the address of the Event API; empty for the region's own
     * @param region the region's name
     * @param account the account, which the region's own address needs
     * @param environment holds the ingest key
     * @throws IllegalArgumentException if the key or the account is missing or wrong
     */
    public static EventSink sink(
            Optional<String> url, String region, OptionalLong account, TelemetryEnvironment environment) {
        Secret key = environment
                .secret(INGEST_KEY)
                .filter(found -> !found.reveal().isBlank())
                .orElseThrow(() -> new InvalidInputException(Message.of(IngestKey.class, "events.no-key", INGEST_KEY)));
        URI address = url.isPresent()
                ? URI.create(url.get())
                : EventApi.address(
                        region,
                        account.orElseThrow(
                                () -> new InvalidInputException(Message.of(IngestKey.class, "events.no-account"))));
        return new EventApi(
                address,
                IngestKey.of(key.reveal(), INGEST_KEY),
                environment.proxy(address).orElse(null))::send;
    }
}
