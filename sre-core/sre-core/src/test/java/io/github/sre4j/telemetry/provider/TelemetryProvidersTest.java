package io.github.sre4j.telemetry.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.telemetry.DeploymentSource;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.VisitSource;
import io.github.sre4j.text.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryProvidersTest {

    @TempDir
    private Path folder;

    @Test
    void event_files_are_measured_and_give_visits_and_deployments() throws Exception {
        Files.writeString(folder.resolve("Transaction.ndjson"), "");
        Telemetry telemetry = TelemetryProviders.installed().open(TelemetryRequest.ofFiles(folder));
        assertThat(telemetry.capability(TelemetrySource.class)).isPresent();
        assertThat(telemetry.capability(VisitSource.class)).isPresent();
        assertThat(telemetry.capability(TelemetryFolder.class)).isPresent();
        assertThat(telemetry.capability(DeploymentSource.class)).isPresent();
        assertThat(telemetry.description()).hasToString("event files in " + folder);
    }

    @Test
    void recordings_are_measured_and_explain_why_they_give_nothing_else() throws Exception {
        Files.writeString(folder.resolve("orders.hlog"), "");
        Telemetry telemetry = TelemetryProviders.installed().open(TelemetryRequest.ofFiles(folder));
        assertThat(telemetry.capability(TelemetrySource.class)).isPresent();
        assertThatThrownBy(() -> telemetry.require(DeploymentSource.class))
                .isInstanceOfSatisfying(
                        TelemetryException.class,
                        e -> assertThat(e.kind()).isEqualTo(TelemetryException.Kind.MISCONFIGURED))
                .hasMessageStartingWith("recordings contain counts");
    }

    @Test
    void a_request_that_no_provider_accepts_names_the_providers() {
        TelemetryRequest request = new TelemetryRequest(null, Map.of(), Map.of(), TelemetryEnvironment.ofProcess());
        assertThatThrownBy(() -> providers(new Backend("prometheus", false)).open(request))
                .isInstanceOf(TelemetryException.class)
                .hasMessageContaining("prometheus");
    }

    @Test
    void of_several_providers_that_accept_a_request_one_must_be_named() throws Exception {
        TelemetryProviders both = providers(new Backend("one", true), new Backend("two", true));
        TelemetryRequest request = new TelemetryRequest(null, Map.of(), Map.of(), TelemetryEnvironment.ofProcess());
        assertThatThrownBy(() -> both.open(request)).hasMessageContaining("one, two");
        assertThat(both.choose(new TelemetryRequest(
                                null, Map.of("provider", "two"), Map.of(), TelemetryEnvironment.ofProcess()))
                        .id())
                .isEqualTo("two");
        assertThatThrownBy(() -> both.open(new TelemetryRequest(
                        null, Map.of("provider", "three"), Map.of(), TelemetryEnvironment.ofProcess())))
                .hasMessage("sre.provider: there is no telemetry provider 'three'. Allowed: one, two");
    }

    @Test
    void a_capability_that_a_provider_does_not_know_is_derived_from_its_telemetry() throws Exception {
        CapabilityFactory<Integer> lengths = new CapabilityFactory<>() {
            @Override
            public Class<Integer> type() {
                return Integer.class;
            }

            @Override
            public Optional<Integer> create(Telemetry telemetry) {
                return Optional.of(telemetry.description().english().length());
            }
        };
        Telemetry telemetry = new TelemetryProviders(List.of(new Backend("four", true)), List.of(lengths))
                .open(new TelemetryRequest(null, Map.of(), Map.of(), TelemetryEnvironment.ofProcess()));
        assertThat(telemetry.capability(Integer.class)).contains(4);
        assertThat(telemetry.capability(String.class)).isEmpty();
    }

    @Test
    void a_secret_does_not_print_itself() {
        Secret secret = new Secret("NRAK-1234", Message.plain("NEW_RELIC_API_KEY"));
        assertThat(secret.toString()).contains("NEW_RELIC_API_KEY").doesNotContain("NRAK-1234");
    }

    private static TelemetryProviders providers(TelemetryProvider... providers) {
        return new TelemetryProviders(List.of(providers), List.of());
    }

    private record Backend(String id, boolean accepting) implements TelemetryProvider {

        @Override
        public boolean accepts(TelemetryRequest request) {
            return accepting;
        }

        @Override
        public Telemetry open(TelemetryRequest request) {
            return new Telemetry() {
                @Override
                public Message description() {
                    return Message.plain(id);
                }

                @Override
                public <T> Optional<T> capability(Class<T> type) {
                    return Optional.empty();
                }
            };
        }
    }
}
