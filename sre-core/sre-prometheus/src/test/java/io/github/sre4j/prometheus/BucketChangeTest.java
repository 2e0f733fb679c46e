package io.github.sre4j.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.prometheus.emulator.Metrics;
import io.github.sre4j.prometheus.emulator.PrometheusEmulator;
import io.github.sre4j.prometheus.emulator.ScrapedService;
import io.github.sre4j.prometheus.promql.Selector;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.telemetry.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A threshold that is no bucket bound is never guessed. */
class BucketChangeTest {

    private static final Instant FROM = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofHours(30));
    private static final MeasurementPlan PLAN = new MeasurementPlan(
            new Window(FROM, TO),
            List.of(new PlannedClass("all", List.of(new EndpointPattern("**")), Duration.ofSeconds(1))));

    @Test
    void counts_from_the_deployment_of_the_bound_on() throws Exception {
        Instant deployed = FROM.plus(Duration.ofHours(10));
        Metrics metrics = new Metrics();
        ScrapedService old = ScrapedService.micrometer(0.984263336, 1.073741824);
        old.process("a", FROM, deployed).handle(FROM.plusSeconds(9_000), Duration.ofSeconds(2), "/x", "GET", "200");
        old.scrape(FROM, TO, Duration.ofMinutes(4), true)
                .all()
                .forEach(
                        series -> series.samples().forEach((time, value) -> metrics.add(series.labels(), time, value)));
        ScrapedService changed = ScrapedService.micrometer(0.984263336, 1.0, 1.073741824);
        changed.process("b", deployed, TO.plusSeconds(3_600))
                .handle(deployed.plusSeconds(9_000), Duration.ofMillis(1_001), "/x", "GET", "200")
                .handle(deployed.plusSeconds(9_000), Duration.ofMillis(1_000), "/x", "GET", "200");
        changed.scrape(FROM, TO, Duration.ofMinutes(4), true)
                .all()
                .forEach(
                        series -> series.samples().forEach((time, value) -> metrics.add(series.labels(), time, value)));
        Measurements measured = measure(metrics);
        assertThat(measured.endpoints()).hasSize(1);
        assertThat(measured.endpoints().get(0).whole()).isEqualTo(new Counts(2, 1, 0));
        assertThat(measured.source().seenWindow().orElseThrow().from()).isAfterOrEqualTo(deployed);
    }

    @Test
    void prints_the_line_that_is_missing() {
        ScrapedService service = ScrapedService.micrometer(0.984263336, 1.073741824);
        service.process("a", FROM, TO.plusSeconds(3_600))
                .handle(FROM.plusSeconds(9_000), Duration.ofSeconds(2), "/x", "GET", "200")
                .handle(FROM.plusSeconds(9_000), Duration.ofSeconds(1), "/x", "GET", "200");
        assertThatThrownBy(() -> measure(service.scrape(FROM, TO, Duration.ofMinutes(4), true)))
                .hasMessageContaining("management.metrics.distribution.slo.http.server.requests=1s");
    }

    @Test
    void shows_before_a_check_what_a_service_lacks() throws Exception {
        for (double bound : new double[] {0.984263336, 1.0}) {
            ScrapedService service = ScrapedService.micrometer(bound);
            service.process("a", FROM, TO.plusSeconds(3_600))
                    .handle(FROM.plusSeconds(9_000), Duration.ofSeconds(2), "/x", "GET", "200");
            try (PrometheusEmulator emulator =
                    new PrometheusEmulator(service.scrape(FROM, TO, Duration.ofMinutes(4), true))) {
                String findings = new PrometheusProbe(
                                () -> Servers.client(emulator.url()), Selector.parse("application=\"orders\""))
                        .probe(PLAN)
                        .toString();
                assertThat(findings)
                        .contains("http_server_requests_seconds, 1 series")
                        .contains(
                                bound == 1
                                        ? "counted exactly"
                                        : "management.metrics.distribution.slo.http.server.requests=1s");
            }
        }
    }

    private static Measurements measure(Metrics metrics) throws Exception {
        try (PrometheusEmulator emulator = new PrometheusEmulator(metrics)) {
            return Servers.telemetry(emulator.url(), "application=\"orders\"", ErrorRule.SERVER)
                    .measure(PLAN, ProgressListener.NONE);
        }
    }
}
