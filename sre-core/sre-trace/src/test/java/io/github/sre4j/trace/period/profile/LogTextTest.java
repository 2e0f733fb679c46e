package io.github.sre4j.trace.period.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order 4711 stored                     | order 99 stored",
                "user 'ann' logged in                  | user 'bob' logged in",
                "took 12ms for /owners/7               | took 900ms for /owners/8",
                "saved {\"id\": 1}                     | saved {\"id\": 2, \"n\": 3}",
                "id=6f1c2f30-aa11-4b5e-9a77-1d2e3f4a5b6c | id=00000000-aa11-4b5e-9a77-1d2e3f4a5b6d"
            })
    void masks_values(String one, String other) {
        assertThat(LogText.of(one).words()).isEqualTo(LogText.of(other).words());
    }

    @ParameterizedTest
    @CsvSource({
        "10:02:11 INFO o.s.OrderService#246 saved, o.s.OrderService#246",
        "WARN OrderService.java:57 slow, OrderService.java:57",
        "[main] shop.Orders:12 - done, shop.Orders:12"
    })
    void reads_location(String message, String location) {
        assertThat(LogText.of(message).location()).isEqualTo(location);
    }

    @ParameterizedTest
    @CsvSource({"listening on port:8080", "at 10:02:11 done", "Error: 42", "host db.example.com:5432 gone"})
    void takes_no_port_or_time_for_a_location(String message) {
        assertThat(LogText.of(message).location()).isNull();
    }

    @Test
    void bounds_words() {
        assertThat(LogText.of("a b ".repeat(10_000)).words()).hasSize(LogText.MAX_WORDS);
    }
}
