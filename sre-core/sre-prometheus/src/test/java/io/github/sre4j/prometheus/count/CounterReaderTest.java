package io.github.sre4j.prometheus.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.prometheus.Servers;
import io.github.sre4j.prometheus.emulator.PrometheusEmulator;
import io.github.sre4j.prometheus.emulator.ScrapedService;
import io.github.sre4j.prometheus.promql.CounterQueries;
import io.github.sre4j.prometheus.promql.Selector;
import io.github.sre4j.sli.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories whose truth is known: what a server has samples of is counted to the last request. */
class CounterReaderTest {

    private static final Instant FROM = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofDays(1));
    private static final Instant EARLY = FROM.minus(Duration.ofHours(2));
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final ScrapedService service = ScrapedService.micrometer(0.5, 1.0);
    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void counts_series_of_new_pods_from_zero(boolean knowsStart) throws Exception {
        load(service.process("a", EARLY, at(5)), EARLY, at(5));
        load(service.process("b", at(5), at(5.3)), at(5), at(5.3));
        load(service.process("c", at(5.1), TO.plusSeconds(3_600)), at(5.1), TO);
        countsTruth(knowsStart);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void follows_restarts_of_the_same_instance(boolean knowsStart) throws Exception {
        load(service.process("a", EARLY, at(7.4)), EARLY, at(7.4));
        load(service.process("a", at(7.41), at(7.8)), at(7.41), at(7.8));
        load(service.process("a", at(7.82), TO.plusSeconds(3_600)), at(7.82), TO);
        countsTruth(knowsStart);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void counts_a_rare_error_once_before_and_once_after_a_restart(boolean knowsStart) throws Exception {
        ScrapedService.Process before = service.process("a", EARLY, at(7.4));
        load(before, EARLY, at(7.4));
        before.handle(at(7.2), Duration.ofMillis(5), "/rare", "GET", "500");
        ScrapedService.Process after = service.process("a", at(7.41), TO.plusSeconds(3_600));
        load(after, at(7.41), TO);
        after.handle(at(7.7), Duration.ofMillis(5), "/rare", "GET", "500");
        countsTruth(knowsStart);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void counts_requests_of_a_scrape_gap_once(boolean knowsStart) throws Exception {
        load(service.process("a", EARLY, TO.plusSeconds(3_600)).unreachable(at(3.9), at(4.2)), EARLY, TO);
        countsTruth(knowsStart);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void counts_requests_of_a_gap_of_hours_once(boolean knowsStart) throws Exception {
        load(service.process("a", EARLY, TO.plusSeconds(3_600)).unreachable(at(3.9), at(8.2)), EARLY, TO);
        countsTruth(knowsStart);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tells_a_failed_scrape_from_a_restart_in_one_hour(boolean knowsStart) throws Exception {
        load(service.process("a", EARLY, at(9.3)), EARLY, at(9.3));
        load(service.process("a", at(9.32), TO.plusSeconds(3_600)).unreachable(at(9.6), at(9.75)), at(9.32), TO);
        countsTruth(knowsStart);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void does_not_count_what_a_process_did_before_its_first_sample(boolean knowsStart) throws Exception {
        Instant firstSample = at(6).plusSeconds(30);
        ScrapedService.Process old = service.process("a", FROM.minus(Duration.ofDays(30)), TO.plusSeconds(3_600));
        old.unreachable(EARLY, firstSample);
        for (int i = 0; i < 50_000; i++) {
            old.handle(EARLY, Duration.ofMillis(5), "/busy", "GET", "200");
        }
        load(old, at(6).plusSeconds(60), TO);
        CounterRead read = read(knowsStart);
        assertThat(read.coverage().joined()).isEqualTo(1);
        assertThat(read.coverage().stepsWithout()).isEqualTo(6);
        long counted =
                counted(read).values().stream().mapToLong(counts -> counts[0]).sum();
        long handled = service.known(FROM, TO, INTERVAL, 1).values().stream()
                .mapToLong(counts -> counts[0])
                .sum();
        assertThat(counted).isEqualTo(handled);
    }

    private void load(ScrapedService.Process process, Instant from, Instant to) {
        for (Instant at = from; at.isBefore(to); at = at.plusMillis(random.nextInt(120_000))) {
            boolean failed = random.nextInt(50) == 0;
            process.handle(
                    at,
                    Duration.ofMillis(random.nextInt(1_300)),
                    random.nextInt(20) == 0 ? "/rare" : "/busy",
                    "GET",
                    failed ? "500" : "200");
        }
    }

    private void countsTruth(boolean knowsStart) throws Exception {
        CounterRead read = read(knowsStart);
        Map<List<String>, long[]> counted = counted(read);
        Map<List<String>, long[]> truth = service.known(FROM, TO, INTERVAL, 1);
        assertThat(counted.keySet()).isEqualTo(truth.keySet());
        truth.forEach((labels, counts) ->
                assertThat(counted.get(labels)).as(labels.toString()).containsExactly(counts));
    }

    private CounterRead read(boolean knowsStart) throws Exception {
        CountGrid grid = CountGrid.of(new Window(FROM, TO));
        CounterQueries queries = new CounterQueries(
                "http_server_requests_seconds",
                Selector.parse("application=\"orders\""),
                List.of("uri", "method", "status"),
                List.of("job", "instance"),
                List.of("1.0"),
                grid.step());
        try (PrometheusEmulator emulator =
                new PrometheusEmulator(service.scrape(EARLY, TO.plus(Duration.ofMinutes(10)), INTERVAL, knowsStart))) {
            return new CounterReader(Servers.client(emulator.url())).read(queries, grid);
        }
    }

    private static Map<List<String>, long[]> counted(CounterRead read) {
        Map<List<String>, long[]> counted = new HashMap<>();
        for (RequestCounts counts : read.requests()) {
            double all = 0;
            double fast = 0;
            for (int step = 0; step < read.grid().steps(); step++) {
                all += counts.requests(step);
                fast += counts.upTo(List.of("1.0"), step);
            }
            if (all > 0) {
                counted.put(counts.labels(), new long[] {Math.round(all), Math.round(all - fast)});
            }
        }
        return counted;
    }

    private static Instant at(double hours) {
        return FROM.plusSeconds(Math.round(hours * 3_600));
    }
}
