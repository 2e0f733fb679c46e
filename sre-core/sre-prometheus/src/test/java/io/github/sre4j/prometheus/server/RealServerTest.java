package io.github.sre4j.prometheus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sre4j.prometheus.ErrorRule;
import io.github.sre4j.prometheus.Servers;
import io.github.sre4j.prometheus.emulator.ScrapedService;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.telemetry.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of a service with restarts, new pods and failed scrapes in the real server: every request that a scrape knows is counted, and no other. */
class RealServerTest {

    private static final Instant FROM = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofDays(1));
    private static final Instant EARLY = FROM.minus(Duration.ofHours(2));
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Random random = new Random(3);
    private final ScrapedService service = ScrapedService.micrometer(0.5, 1.0, 2.5);

    @Test
    void counts_a_known_history_exactly(@TempDir Path folder) throws Exception {
        assumeTrue(PrometheusServer.isInstalled(), "prometheus and promtool are not installed: skipped");
        run("vm1", EARLY, at(7.4));
        run("vm1", at(7.42), at(15.2));
        run("vm1", at(15.25), at(26));
        run("pod-a", EARLY, at(11)).unreachable(at(3.4), at(3.6));
        run("pod-b", at(11), at(26));
        Map<String, long[]> truth = new TreeMap<>();
        service.known(FROM, TO, INTERVAL, 1).forEach((labels, counts) -> {
            long[] sum = truth.computeIfAbsent(
                    "WebTransaction/SpringController" + labels.get(0) + " (GET)", key -> new long[3]);
            sum[0] += counts[0];
            sum[1] += counts[1];
            sum[2] += labels.get(2).equals("500") ? counts[0] : 0;
        });
        try (PrometheusServer server = PrometheusServer.start(
                folder, service.scrape(EARLY, TO.plus(Duration.ofMinutes(10)), INTERVAL, true))) {
            Measurements measured = Servers.telemetry(server.url(), "application=\"orders\"", ErrorRule.SERVER)
                    .measure(
                            new MeasurementPlan(
                                    new Window(FROM, TO),
                                    List.of(new PlannedClass(
                                            "all", List.of(new EndpointPattern("**")), Duration.ofSeconds(1)))),
                            ProgressListener.NONE);
            Map<String, Counts> counted = new TreeMap<>();
            for (EndpointMeasurement endpoint : measured.endpoints()) {
                counted.put(endpoint.name().value(), endpoint.whole());
            }
            Map<String, Counts> expected = new TreeMap<>();
            truth.forEach((name, counts) -> expected.put(name, new Counts(counts[0], counts[1], counts[2])));
            assertThat(counted).isEqualTo(expected);
            assertThat(measured.source().incomplete()).isEmpty();
        }
    }

    private ScrapedService.Process run(String instance, Instant start, Instant end) {
        ScrapedService.Process process = service.process(instance, start, end);
        for (Instant at = start; at.isBefore(end); at = at.plusMillis(random.nextInt(20_000))) {
            int kind = random.nextInt(200);
            process.handle(
                    at,
                    Duration.ofMillis(random.nextInt(1_200)),
                    kind == 0 ? "/tiny" : kind < 8 ? "/rare" : "/busy",
                    "GET",
                    random.nextInt(40) == 0 ? "500" : "200");
        }
        return process;
    }

    private static Instant at(double hours) {
        return FROM.plusSeconds(Math.round(hours * 3_600));
    }
}
