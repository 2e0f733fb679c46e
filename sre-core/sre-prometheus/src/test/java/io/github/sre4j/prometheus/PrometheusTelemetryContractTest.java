package io.github.sre4j.prometheus;

import io.github.sre4j.prometheus.emulator.PrometheusEmulator;
import io.github.sre4j.prometheus.emulator.ScrapedService;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.testkit.Request;
import io.github.sre4j.telemetry.testkit.TelemetrySourceContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class PrometheusTelemetryContractTest extends TelemetrySourceContract {

    private static final Instant BEGIN = Instant.parse("2026-11-14T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-22T01:00:00Z");

    private PrometheusEmulator emulator;

    @Override
    protected TelemetrySource sourceOf(List<Request> requests) throws Exception {
        ScrapedService service = ScrapedService.micrometer(
                0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.125, 0.25, 0.5, 1, 2, 4, 8);
        ScrapedService.Process process = service.process("a:8080", BEGIN, END);
        // The service exists, whether it had requests in the window or not.
        process.handle(BEGIN, Duration.ofMillis(1), "/before", "GET", "200");
        requests.forEach(request -> process.handle(
                request.at(), request.duration(), request.endpoint(), "GET", request.error() ? "500" : "200"));
        emulator = new PrometheusEmulator(service.scrape(BEGIN, END, Duration.ofMinutes(30), true));
        return Servers.telemetry(emulator.url(), "application=\"orders\"", ErrorRule.SERVER);
    }

    /** A percentile is the upper bound of its bucket, and each is twice the one before. */
    @Override
    protected double percentileError() {
        return 1;
    }

    /** Excess wait is a lower bound. */
    @Override
    protected Duration excessError() {
        return Duration.ofHours(1);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }
}
