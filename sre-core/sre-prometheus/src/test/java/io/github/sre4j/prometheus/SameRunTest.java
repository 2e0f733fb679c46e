package io.github.sre4j.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sre4j.prometheus.emulator.PrometheusEmulator;
import io.github.sre4j.prometheus.emulator.ScrapedService;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.provider.TelemetryProviders;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.testing.Modules;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One run of petclinic, as New Relic's agent recorded it and as Micrometer would have: the same endpoints with the same counts, so the same verdicts. With
 * the rule {@code server}, failed requests differ by those with a status of 400 to 499 other than 404, and by nothing else.
 */
class SameRunTest {

    private static final Instant FROM = Instant.parse("2026-11-22T08:16:00Z");
    private static final Instant TO = Instant.parse("2026-11-22T08:27:00Z");
    private static final Pattern ROUTE = Pattern.compile("WebTransaction/SpringController/(.*) \\(([A-Z]+)\\)");

    private final Map<String, Long> clientErrors = new TreeMap<>();

    @ParameterizedTest
    @EnumSource(ErrorRule.class)
    void both_recordings_have_the_same_counts(ErrorRule rule) throws Exception {
        Path events = Modules.repository().resolve("sre-examples/petclinic-check/src/events");
        TelemetrySource files = TelemetryProviders.installed()
                .open(TelemetryRequest.ofFiles(events))
                .require(TelemetrySource.class);
        Measurements agent = measure(files);
        Measurements metrics;
        try (PrometheusEmulator emulator = new PrometheusEmulator(
                micrometer(events).scrape(FROM, TO.plusSeconds(60), Duration.ofSeconds(15), true))) {
            metrics = measure(Servers.telemetry(emulator.url(), "application=\"orders\"", rule));
        }
        Map<String, Counts> byAgent = routed(agent);
        Map<String, Counts> byMetrics = routed(metrics);
        byAgent.replaceAll((name, counts) -> rule == ErrorRule.AGENT
                ? counts
                : new Counts(counts.requests(), counts.slow(), counts.errors() - clientErrors.getOrDefault(name, 0L)));
        assertThat(byMetrics).isEqualTo(byAgent).hasSizeGreaterThan(12);
    }

    private ScrapedService micrometer(Path events) throws Exception {
        ScrapedService service = ScrapedService.micrometer(0.5, 1.0);
        ScrapedService.Process process = service.process("petclinic:8080", FROM, TO.plusSeconds(3_600));
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(events.resolve("Transaction.ndjson.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = json.readTree(line);
                String name = row.path("name").asText();
                Matcher route = ROUTE.matcher(name);
                if (row.has("http.statusCode")) {
                    int status = row.path("http.statusCode").asInt();
                    if (status >= 400 && status < 500 && status != 404) {
                        clientErrors.merge(name, 1L, Long::sum);
                    }
                    process.handle(
                            Instant.ofEpochMilli(row.path("timestamp").asLong()),
                            Duration.ofNanos(Math.round(row.path("duration").asDouble() * 1e9)),
                            route.matches() ? "/" + route.group(1) : "UNKNOWN",
                            route.matches() ? route.group(2) : "GET",
                            Integer.toString(status));
                }
            }
        }
        return service;
    }

    private static Measurements measure(TelemetrySource source) throws Exception {
        return source.measure(DefaultStandard.get().plan(new Window(FROM, TO)), ProgressListener.NONE);
    }

    private static Map<String, Counts> routed(Measurements measured) {
        Map<String, Counts> counts = new TreeMap<>();
        measured.endpoints().stream()
                .filter(endpoint -> ROUTE.matcher(endpoint.name().value()).matches())
                .forEach(endpoint -> counts.put(endpoint.name().value(), endpoint.whole()));
        return counts;
    }
}
