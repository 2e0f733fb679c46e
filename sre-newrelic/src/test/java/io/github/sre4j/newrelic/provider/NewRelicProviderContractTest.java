package io.github.sre4j.newrelic.provider;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.telemetry.Deployment;
import io.github.sre4j.telemetry.provider.ProxySettings;
import io.github.sre4j.telemetry.provider.Secret;
import io.github.sre4j.telemetry.provider.TelemetryEnvironment;
import io.github.sre4j.telemetry.provider.TelemetryProvider;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.telemetry.testkit.Request;
import io.github.sre4j.telemetry.testkit.TelemetryProviderContract;
import io.github.sre4j.text.Message;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

class NewRelicProviderContractTest extends TelemetryProviderContract {

    private static final String GUID = "MXxBUE18QVBQTElDQVRJT058MQ";

    private final List<NerdGraphEmulator> emulators = new ArrayList<>();

    @Override
    protected TelemetryProvider provider() {
        return new NewRelicProvider();
    }

    @Override
    protected List<String> secrets() {
        return List.of(NewRelicProvider.USER_KEY);
    }

    @Override
    protected TelemetryRequest request(List<Request> requests, List<Deployment> deployments) throws Exception {
        NerdGraphEmulator emulator = NerdGraphEmulator.start(StandinOptions.DEFAULT
                .withClock(Clock.fixed(END, ZoneOffset.UTC))
                .withLimits(Limits.NONE));
        emulators.add(emulator);
        List<Map<String, Object>> rows = new ArrayList<>();
        // The service exists, whether it had requests in the window or not.
        rows.add(row(new Request("WebTransaction/Uri/before", END.minus(Duration.ofDays(20)), Duration.ZERO, false)));
        requests.forEach(each -> rows.add(row(each)));
        emulator.add("Transaction", rows);
        List<Map<String, Object>> deployed = new ArrayList<>();
        deployments.forEach(each -> deployed.add(
                Map.of("timestamp", each.at().toEpochMilli(), "commit", each.commit(), "entity.guid", GUID)));
        emulator.add("Deployment", deployed);
        return new TelemetryRequest(
                null,
                Map.of("app", "orders", "nerdgraphUrl", emulator.url().toString()),
                Map.of(),
                new Keys(emulator.apiKey(), TelemetryEnvironment.ofProcess()));
    }

    @AfterEach
    void stop() {
        emulators.forEach(NerdGraphEmulator::close);
    }

    private static Map<String, Object> row(Request request) {
        return Map.of(
                "name",
                request.endpoint(),
                "timestamp",
                request.at().toEpochMilli(),
                "duration",
                request.duration().toNanos() / 1e9,
                "error",
                request.error(),
                "appName",
                "orders",
                "entityGuid",
                GUID);
    }

    /** An environment with a key. */
    private record Keys(String key, TelemetryEnvironment process) implements TelemetryEnvironment {

        @Override
        public Optional<Secret> secret(String variable) {
            return Optional.of(new Secret(key, Message.plain("the test")));
        }

        @Override
        public Message secretPlaces(String variable) {
            return process.secretPlaces(variable);
        }

        @Override
        public Optional<ProxySettings> proxy(URI address) {
            return Optional.empty();
        }

        @Override
        public boolean isOffline() {
            return false;
        }

        @Override
        public void warn(Message message) {}

        @Override
        public String display(Path path) {
            return path.toString();
        }

        @Override
        public <T> T shared(Class<T> type, Supplier<? extends T> factory) {
            return process.shared(type, factory);
        }
    }
}
