package io.github.sre4j.prometheus.provider;

import io.github.sre4j.prometheus.emulator.PrometheusEmulator;
import io.github.sre4j.prometheus.emulator.ScrapedService;
import io.github.sre4j.telemetry.Deployment;
import io.github.sre4j.telemetry.provider.TelemetryEnvironment;
import io.github.sre4j.telemetry.provider.TelemetryProvider;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.telemetry.testkit.Request;
import io.github.sre4j.telemetry.testkit.TelemetryProviderContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class PrometheusProviderContractTest extends TelemetryProviderContract {

    private final List<PrometheusEmulator> emulators = new ArrayList<>();

    @Override
    protected TelemetryProvider provider() {
        return new PrometheusProvider();
    }

    @Override
    protected TelemetryRequest request(List<Request> requests, List<Deployment> deployments) throws Exception {
        Instant begin = END.minus(Duration.ofDays(9));
        ScrapedService service = ScrapedService.micrometer(1.0);
        ScrapedService.Process process = service.process("a:8080", begin, END.plusSeconds(3_600));
        process.handle(begin, Duration.ofMillis(1), "/before", "GET", "200");
        requests.forEach(request -> process.handle(
                request.at(), request.duration(), request.endpoint(), "GET", request.error() ? "500" : "200"));
        PrometheusEmulator emulator = new PrometheusEmulator(service.scrape(begin, END, Duration.ofMinutes(30), true));
        emulators.add(emulator);
        return new TelemetryRequest(
                null,
                Map.of("prometheusUrl", emulator.url().toString(), "selector", "application=\"orders\""),
                Map.of(),
                TelemetryEnvironment.ofProcess());
    }

    @AfterEach
    void stop() {
        emulators.forEach(PrometheusEmulator::close);
    }
}
