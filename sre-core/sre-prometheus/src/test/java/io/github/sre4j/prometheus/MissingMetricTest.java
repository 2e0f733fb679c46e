package io.github.sre4j.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.prometheus.emulator.Metrics;
import io.github.sre4j.prometheus.emulator.PrometheusEmulator;
import io.github.sre4j.prometheus.emulator.ScrapedService;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A metric that does not exist, a selector that matches nothing, and a service without traffic are three things. */
class MissingMetricTest {

    private static final Instant FROM = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofHours(30));
    private static final MeasurementPlan PLAN = new MeasurementPlan(
            new Window(FROM, TO),
            List.of(new PlannedClass("all", List.of(new EndpointPattern("**")), Duration.ofSeconds(1))));

    @Test
    void rejects_a_server_without_any_metric_of_requests() {
        assertThatThrownBy(() -> measure(new Metrics(), "application=\"orders\""))
                .isInstanceOfSatisfying(
                        TelemetryException.class,
                        e -> assertThat(e.kind()).isEqualTo(TelemetryException.Kind.MISCONFIGURED))
                .hasMessageContaining("micrometer-registry-prometheus");
    }

    @Test
    void names_what_there_is_for_a_selector_that_matches_nothing() {
        assertThatThrownBy(() ->
                        measure(service(1.0).scrape(FROM, TO, Duration.ofMinutes(4), true), "application=\"oders\""))
                .isInstanceOfSatisfying(
                        TelemetryException.class,
                        e -> assertThat(e.kind()).isEqualTo(TelemetryException.Kind.MISCONFIGURED))
                .hasMessageContaining("application=\"orders\"");
    }

    @Test
    void counts_nothing_for_a_service_without_traffic() throws Exception {
        ScrapedService service = ScrapedService.micrometer(1.0);
        service.process("a", FROM.minus(Duration.ofHours(2)), TO)
                .handle(FROM.minus(Duration.ofHours(2)), Duration.ofMillis(3), "/old", "GET", "200");
        Measurements measured = measure(
                service.scrape(FROM.minus(Duration.ofHours(2)), TO, Duration.ofMinutes(4), true), "job=\"app\"");
        assertThat(measured.endpoints()).isEmpty();
    }

    @Test
    void names_endpoints_as_new_relic_does() throws Exception {
        ScrapedService service = service(1.0);
        Measurements measured =
                measure(service.scrape(FROM, TO, Duration.ofMinutes(4), true), "application=\"orders\"");
        assertThat(measured.endpoints())
                .extracting(endpoint -> endpoint.name().value())
                .containsExactly(
                        "WebTransaction/Servlet/dispatcherServlet",
                        "WebTransaction/SpringController/ (GET)",
                        "WebTransaction/SpringController/owners/{ownerId} (GET)",
                        "WebTransaction/StatusCode/404",
                        "WebTransaction/StatusCode/500");
    }

    @Test
    void tells_the_exceptions_of_failed_requests() throws Exception {
        ScrapedService service = new ScrapedService(
                "http_server_requests_seconds", List.of("uri", "method", "status", "exception"), 1, 1.0);
        service.process("a", FROM, TO)
                .handle(FROM.plusSeconds(9_000), Duration.ofMillis(3), "/pay", "POST", "500", "CardException")
                .handle(FROM.plusSeconds(9_001), Duration.ofMillis(3), "/pay", "POST", "200", "None");
        Measurements measured = measure(service.scrape(FROM, TO, Duration.ofMinutes(4), true), "job=\"app\"");
        assertThat(measured.source().notes())
                .extracting(Message::english)
                .contains("POST /pay: 1 requests failed with status 500, CardException");
    }

    @Test
    void leaves_out_the_steps_of_an_excluded_time() throws Exception {
        ScrapedService service = ScrapedService.micrometer(1.0);
        service.process("a", FROM, TO)
                .handle(FROM.plusSeconds(9_000), Duration.ofMillis(3), "/x", "GET", "500")
                .handle(FROM.plusSeconds(20_000), Duration.ofMillis(3), "/x", "GET", "200");
        MeasurementPlan plan = PLAN.excluding(List.of(new Window(FROM.plusSeconds(8_000), FROM.plusSeconds(10_000))));
        try (PrometheusEmulator emulator =
                new PrometheusEmulator(service.scrape(FROM, TO, Duration.ofMinutes(4), true))) {
            Measurements measured = Servers.telemetry(emulator.url(), "job=\"app\"", ErrorRule.SERVER)
                    .measure(plan, ProgressListener.NONE);
            assertThat(measured.endpoints().get(0).whole()).isEqualTo(new Counts(1, 0, 0));
        }
    }

    @Test
    void counts_open_telemetry_in_milliseconds_and_seconds() throws Exception {
        for (HttpMetric metric : List.of(HttpMetric.OPEN_TELEMETRY, HttpMetric.OPEN_TELEMETRY_OLD)) {
            boolean old = metric == HttpMetric.OPEN_TELEMETRY_OLD;
            ScrapedService service =
                    new ScrapedService(metric.base(), metric.labels(), old ? 0.001 : 1, old ? 1_000 : 1.0);
            service.process("a", FROM, TO)
                    .handle(FROM.plusSeconds(9_000), Duration.ofMillis(1_000), "/orders/{id}", "GET", "200")
                    .handle(FROM.plusSeconds(9_000), Duration.ofMillis(1_001), "/orders/{id}", "GET", "503");
            Measurements measured = measure(service.scrape(FROM, TO, Duration.ofMinutes(4), true), "job=\"app\"");
            assertThat(measured.endpoints()).hasSize(1);
            assertThat(measured.endpoints().get(0).name().value())
                    .isEqualTo("WebTransaction/SpringController/orders/{id} (GET)");
            assertThat(measured.endpoints().get(0).whole()).isEqualTo(new Counts(2, 1, 1));
        }
    }

    private static ScrapedService service(double... bounds) {
        ScrapedService service = ScrapedService.micrometer(bounds);
        service.process("a", FROM, TO)
                .handle(FROM.plusSeconds(9_000), Duration.ofMillis(3), "/owners/{ownerId}", "GET", "200")
                .handle(FROM.plusSeconds(9_000), Duration.ofMillis(3), "root", "GET", "200")
                .handle(FROM.plusSeconds(9_000), Duration.ofMillis(3), "/**", "GET", "200")
                .handle(FROM.plusSeconds(9_000), Duration.ofMillis(3), "/**", "GET", "404")
                .handle(FROM.plusSeconds(9_000), Duration.ofMillis(3), "UNKNOWN", "GET", "500");
        return service;
    }

    private static Measurements measure(Metrics metrics, String selector) throws Exception {
        try (PrometheusEmulator emulator = new PrometheusEmulator(metrics)) {
            return Servers.telemetry(emulator.url(), selector, ErrorRule.SERVER).measure(PLAN, ProgressListener.NONE);
        }
    }
}
