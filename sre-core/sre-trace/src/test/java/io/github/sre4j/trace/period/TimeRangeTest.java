package io.github.sre4j.trace.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "10:02, 10:04, 2026-11-22T10:02:00Z, 2026-11-22T10:04:00Z",
        "13:00, 13:10, 2026-11-21T13:00:00Z, 2026-11-21T13:10:00Z",
        "23:58, 00:02, 2026-11-21T23:58:00Z, 2026-11-22T00:02:00Z",
        "2026-11-20T08:00:00+09:00, 2026-11-20T08:02:00+09:00, 2026-11-19T23:00:00Z, 2026-11-19T23:02:00Z",
        "2026-11-20T08:00:00Z, 08:02, 2026-11-20T08:00:00Z, 2026-11-20T08:02:00Z"
    })
    void reads_instants_and_times_of_day(String from, String until, Instant start, Instant end) {
        assertThat(TimeRange.parse(from, until, NOW, ZoneOffset.UTC)).contains(new TimeRange(start, end));
    }

    @ParameterizedTest
    @CsvSource({"ten, 10:04", "2026-11-20T08:00:00Z, 2026-11-20T08:00:00Z", "10:02, ''", "'', 10:02", "99:00, 10:00"})
    void rejects_other_texts_and_empty_ranges(String from, String until) {
        assertThat(TimeRange.parse(from, until, NOW, ZoneOffset.UTC)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10:02-10:04",
                "10:02 10:04",
                "2026-11-22T10:02:00Z/2026-11-22T10:04:00Z",
                " 2026-11-22T10:02:00Z 10:04 "
            })
    void reads_one_text(String text) {
        assertThat(TimeRange.parse(text, NOW, ZoneOffset.UTC))
                .contains(new TimeRange(Instant.parse("2026-11-22T10:02:00Z"), Instant.parse("2026-11-22T10:04:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10:02", "4bf92f3577b34da6a3ce929d0e0e4736", "a-b", "https://one.newrelic.com/x?y=1"})
    void takes_no_id_for_a_range(String text) {
        assertThat(TimeRange.parse(text, NOW, ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void compares_with_the_hour_before_first() {
        TimeRange range = new TimeRange(NOW.minusSeconds(120), NOW);

        assertThat(range.references().get(0)).isEqualTo(new TimeRange(NOW.minusSeconds(3720), NOW.minusSeconds(120)));
    }
}
