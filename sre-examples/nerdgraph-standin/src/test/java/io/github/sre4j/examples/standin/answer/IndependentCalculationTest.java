package io.github.sre4j.examples.standin.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sre4j.examples.standin.events.EventStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same numbers worked out in Java from the events, over generated events, and over a capture where one is at hand. */
class IndependentCalculationTest {
    private static final String ALWAYS = " SINCE 0 UNTIL 9999999999999";

    @Test
    void generated_events_give_what_java_gives() {
        Random random = new Random(42);
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("timestamp", 1_795_339_800_000L + random.nextInt(3_600_000));
            event.put(
                    "name",
                    "WebTransaction/SpringController/e" + (int) Math.abs(random.nextGaussian() * 12) + " (GET)");
            event.put("duration", Math.exp(random.nextGaussian() * 1.5 - 3));
            event.put("error", random.nextInt(50) == 0);
            if (random.nextBoolean()) {
                event.put("databaseCallCount", (double) random.nextInt(30));
            }
            events.add(event);
        }
        check(events);
    }

    @Test
    @EnabledIfSystemProperty(named = "standin.captured", matches = ".+")
    void captured_events_give_what_java_gives() throws IOException {
        Path file = Path.of(System.getProperty("standin.captured")).resolve("Transaction.ndjson.gz");
        ObjectMapper mapper = new ObjectMapper();
        List<Map<String, Object>> events = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                events.add(mapper.readValue(line, new TypeReference<>() {}));
            }
        }
        check(events);
    }

    private static void check(List<Map<String, Object>> events) {
        try (EventStore store = new EventStore(1)) {
            store.append("Transaction", events);
            NrqlEngine engine = new NrqlEngine(store, Clock.systemUTC());
            Map<String, List<Map<String, Object>>> byName =
                    events.stream().collect(Collectors.groupingBy(event -> (String) event.get("name")));
            List<Map<String, Object>> rows = engine.answer(
                            "SELECT count(*) AS n, sum(duration) AS total, max(duration) AS max,"
                                    + " filter(count(*), WHERE duration > 0.1) AS slow,"
                                    + " filter(sum(duration - 0.1), WHERE duration > 0.1) AS excess,"
                                    + " filter(count(*), WHERE error IS TRUE) AS errors,"
                                    + " sum(databaseCallCount) AS calls, average(databaseCallCount) AS meanCalls,"
                                    + " percentile(duration, 50, 95, 99) AS p"
                                    + " FROM Transaction FACET name LIMIT MAX" + ALWAYS)
                    .results();
            assertThat(rows).hasSameSizeAs(byName.keySet());
            assertThat(rows).extracting(row -> (Long) row.get("n")).isSortedAccordingTo(Comparator.reverseOrder());
            rows.forEach(row -> checkRow(row, byName.get((String) row.get("facet"))));
            assertThat(engine.answer("SELECT uniqueCount(name) AS u FROM Transaction" + ALWAYS)
                            .results()
                            .get(0))
                    .containsEntry("u", (long) byName.size());
        }
    }

    private static void checkRow(Map<String, Object> row, List<Map<String, Object>> events) {
        double[] durations = events.stream()
                .mapToDouble(event -> number(event, "duration"))
                .sorted()
                .toArray();
        double excess = 0;
        double total = 0;
        for (double duration : durations) {
            excess += Math.max(0, duration - 0.1);
            total += duration;
        }
        Predicate<Map<String, Object>> called = event -> event.containsKey("databaseCallCount");
        double calls = events.stream()
                .filter(called)
                .mapToDouble(event -> number(event, "databaseCallCount"))
                .sum();
        long callers = events.stream().filter(called).count();
        assertThat(row)
                .containsEntry("n", (long) durations.length)
                .containsEntry(
                        "slow",
                        events.stream().filter(e -> number(e, "duration") > 0.1).count())
                .containsEntry(
                        "errors",
                        events.stream()
                                .filter(e -> Boolean.TRUE.equals(e.get("error")))
                                .count());
        assertThat(number(row, "total")).isCloseTo(total, within(total * 1e-12));
        assertThat(number(row, "excess")).isCloseTo(excess, within(1e-12 + excess * 1e-12));
        assertThat(number(row, "max")).isEqualTo(durations[durations.length - 1]);
        assertThat(number(row, "calls")).isEqualTo(calls);
        if (callers > 0) {
            assertThat(number(row, "meanCalls")).isCloseTo(calls / callers, within(1e-9));
        }
        double error = relativeError(durations);
        for (int percent : new int[] {50, 95, 99}) {
            double exact = durations[Math.max(0, (int) Math.ceil(percent / 100.0 * durations.length) - 1)];
            double answered = (Double) ((Map<?, ?>) row.get("p")).get(String.valueOf(percent));
            assertThat(answered).as("p" + percent).isCloseTo(exact, within(exact * error));
        }
    }

    /** As New Relic documents it, by contrast; one step wider, since where buckets lie adds up to an octave. */
    private static double relativeError(double[] sorted) {
        double contrast = sorted[sorted.length - 1] / sorted[0];
        return contrast <= 16 ? 1 / 128.0 : contrast <= 512 ? 1 / 64.0 : contrast <= 1 << 19 ? 1 / 32.0 : 1 / 16.0;
    }

    private static double number(Map<String, Object> row, String key) {
        return ((Number) row.get(key)).doubleValue();
    }
}
