package io.github.sre4j.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Deployment;
import io.github.sre4j.telemetry.DeploymentSource;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.VisitSource;
import io.github.sre4j.telemetry.Visits;
import io.github.sre4j.telemetry.provider.ResolvedSetting;
import io.github.sre4j.telemetry.provider.Telemetry;
import io.github.sre4j.telemetry.provider.TelemetryProvider;
import io.github.sre4j.telemetry.provider.TelemetryProviders;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of a telemetry provider. Extend it, name a request that has seen the given requests and deployments, and the inherited tests hold the
 * provider to the contract; those of a capability that it does not have are skipped. What its measurements must be is the {@link
 * TelemetrySourceContract}.
 */
public abstract class TelemetryProviderContract {

    /** The end of the window that the tests look at; it is seven days long. */
    protected static final Instant END = Instant.parse("2026-11-22T00:00:00Z");

    private static final Window WINDOW = Window.endingAt(END, Duration.ofDays(7));

    /** Returns a request for a service that has seen exactly these requests, and these deployments if the provider knows deployments. */
    protected abstract TelemetryRequest request(List<Request> requests, List<Deployment> deployments) throws Exception;

    /** Returns the provider. */
    protected abstract TelemetryProvider provider();

    /** A capability that no provider has. */
    private interface Unheard {}

    @Test
    public void the_installed_providers_choose_it_for_its_requests() throws Exception {
        TelemetryRequest request = request(List.of(), List.of());
        assertThat(provider().accepts(request)).isTrue();
        assertThat(TelemetryProviders.installed().choose(request).id())
                .isEqualTo(provider().id());
        assertThat(TelemetryProviders.installed()
                        .choose(request.withSetting(
                                TelemetryProviders.PROVIDER, provider().id()))
                        .id())
                .isEqualTo(provider().id());
    }

    @Test
    public void its_id_can_be_a_key_of_a_file() {
        assertThat(provider().id()).matches("[a-z][a-z0-9-]*");
    }

    @Test
    public void a_capability_is_of_its_type_or_missing_with_a_reason() throws Exception {
        Telemetry telemetry = open(List.of(), List.of());
        assertThat(telemetry.description().english()).isNotBlank();
        assertThat(telemetry.capability(Unheard.class)).isEmpty();
        assertThatThrownBy(() -> telemetry.require(Unheard.class))
                .isInstanceOfSatisfying(TelemetryException.class, e -> {
                    assertThat(e.kind()).isEqualTo(TelemetryException.Kind.MISCONFIGURED);
                    assertThat(e).hasMessageNotContaining("\n");
                });
    }

    @Test
    public void it_measures_what_happened_in_the_window() throws Exception {
        TelemetrySource source = capability(
                TelemetrySource.class,
                List.of(
                        request(END.minus(Duration.ofDays(8))),
                        request(END.minus(Duration.ofDays(1))),
                        request(END.minus(Duration.ofHours(1)))),
                List.of());
        Measurements measured = source.measure(new MeasurementPlan(WINDOW, List.of()), ProgressListener.NONE);
        assertThat(measured.requests()).isEqualTo(2);
        assertThat(measured.source().kind()).isNotBlank();
    }

    @Test
    public void deployments_are_those_of_the_window_oldest_first() throws Exception {
        Deployment before = new Deployment(END.minus(Duration.ofDays(9)), "0".repeat(40));
        Deployment second = new Deployment(END.minus(Duration.ofHours(2)), "2".repeat(40));
        Deployment first = new Deployment(END.minus(Duration.ofDays(3)), "1".repeat(40));
        List<Deployment> found = capability(
                        DeploymentSource.class, List.of(request(END.minusSeconds(60))), List.of(before, second, first))
                .deployments(WINDOW);
        assertThat(found).containsExactly(first, second).isSortedAccordingTo(Comparator.comparing(Deployment::at));
    }

    @Test
    public void no_visits_are_an_empty_answer_not_an_error() throws Exception {
        Visits visits = capability(VisitSource.class, List.of(request(END.minusSeconds(60))), List.of())
                .visits(WINDOW);
        assertThat(visits.visits()).isEmpty();
    }

    @Test
    public void settings_are_named_once_and_hold_no_secret() throws Exception {
        TelemetryRequest request = request(List.of(), List.of());
        List<ResolvedSetting> settings = provider().settings(request);
        assertThat(settings).extracting(ResolvedSetting::id).doesNotHaveDuplicates();
        for (String variable : secrets()) {
            Optional<String> secret = request.environment().secret(variable).map(found -> found.reveal());
            assertThat(secret).as(variable).isPresent();
            assertThat(settings).noneMatch(setting -> setting.value().english().contains(secret.get()));
        }
    }

    @Test
    public void another_provider_is_not_accepted_in_its_place() throws Exception {
        TelemetryRequest request = request(List.of(), List.of());
        assertThat(provider()
                        .accepts(new TelemetryRequest(
                                request.location().isEmpty() ? Path.of("events") : null,
                                Map.of(),
                                Map.of("another", Optional::empty),
                                request.environment())))
                .isFalse();
    }

    /** Returns the environment variables of the provider's secrets. */
    protected List<String> secrets() {
        return List.of();
    }

    private <T> T capability(Class<T> type, List<Request> requests, List<Deployment> deployments) throws Exception {
        Optional<T> present = open(requests, deployments).capability(type);
        assumeTrue(present.isPresent(), () -> provider().id() + " has no " + type.getSimpleName());
        return present.orElseThrow();
    }

    private Telemetry open(List<Request> requests, List<Deployment> deployments) throws Exception {
        return provider().open(request(requests, deployments));
    }

    private static Request request(Instant at) {
        return new Request("WebTransaction/SpringController/orders (GET)", at, Duration.ofMillis(30), false);
    }
}
