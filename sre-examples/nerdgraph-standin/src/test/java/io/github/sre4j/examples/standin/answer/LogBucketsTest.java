package io.github.sre4j.examples.standin.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sre4j.examples.standin.events.EventStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogBucketsTest {
    @ParameterizedTest
    @CsvSource({"16, 0.0078125", "512, 0.015625", "500000, 0.03125", "1e11, 0.0625", "1e20, 0.125"})
    void a_percentile_is_within_the_error_that_its_contrast_allows(double contrast, double error) {
        Random random = new Random(7);
        double[] values = random.doubles(3_000)
                .map(x -> 0.001 * Math.pow(contrast, x))
                .sorted()
                .toArray();
        List<Map<String, Object>> events = new ArrayList<>();
        Arrays.stream(values).forEach(value -> events.add(Map.of("timestamp", 1, "x", value)));
        try (EventStore store = new EventStore(1)) {
            store.append("T", events);
            NrqlEngine engine = new NrqlEngine(store, Clock.systemUTC());
            Map<?, ?> found = (Map<?, ?>)
                    engine.answer("SELECT percentile(x, 1, 25, 50, 90, 99.5, 100) AS p FROM T SINCE 0 UNTIL 9")
                            .results()
                            .get(0)
                            .get("p");
            found.forEach((percent, value) -> {
                int rank = (int) Math.ceil(Double.parseDouble((String) percent) / 100 * values.length);
                double exact = values[Math.max(0, rank - 1)];
                assertThat((Double) value).as("p" + percent).isCloseTo(exact, within(exact * error));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"1, -8.0625", "40, -1.0078125", "60, 0", "100, 2.015625"})
    void zero_and_negative_values_keep_their_order(double percent, double expected) {
        try (EventStore store = new EventStore(1)) {
            List<Map<String, Object>> events = new ArrayList<>();
            for (double x : new double[] {-8, -1, 0, 1, 2}) {
                events.add(Map.of("timestamp", 1, "x", x));
            }
            store.append("T", events);
            Object found = new NrqlEngine(store, Clock.systemUTC())
                    .answer("SELECT percentile(x, " + percent + ")['" + (long) percent
                            + "'] AS p FROM T SINCE 0 UNTIL 9")
                    .results()
                    .get(0)
                    .get("p");
            assertThat((Double) found).isCloseTo(expected, within(1e-9));
        }
    }
}
