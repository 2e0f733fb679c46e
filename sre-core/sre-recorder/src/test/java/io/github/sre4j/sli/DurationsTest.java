package io.github.sre4j.sli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "300ms, PT0.3S",
        "1s, PT1S",
        "1.5s, PT1.5S",
        "0.25ms, PT0.00025S",
        "5m, PT5M",
        "12h, PT12H",
        "7d, P7D",
        "PT0.3S, PT0.3S",
        "P7D, P7D",
        "'2 s', PT2S"
    })
    void are_read_in_short_and_iso_form(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "", "1sec", "-1s", "PT-1S", "1e3s", "s", "1.s", "99999999999d", "P1Y", "Ptest"})
    void are_refused_with_the_forms_that_are_allowed(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text
                        + "' is not a duration; write a number with a unit (ms, s, m, h, d) such as 300ms, 1.5s or 7d, or"
                        + " ISO-8601 such as PT0.3S");
    }
}
