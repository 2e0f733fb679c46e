package io.github.sre4j.assess.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredGoodEventsTest {

    @ParameterizedTest(name = "{0} of {1} bad, {2} allowed: {3} more")
    @CsvSource({
        "0, 0, 0.05, 59",
        "0, 0, 0.001, 2995",
        "0, 2994, 0.001, 1",
        "0, 2995, 0.001, 0",
        "0, 0, 0.0001, 29956",
        "0, 0, 0.00001, 299572",
        "0, 200000, 0.00001, 99572",
        "1, 100, 0.05, 0",
        "1, 92, 0.05, 1",
        "1, 93, 0.05, 0",
        "1, 1, 1, 0",
        "0, 0, 1, 0"
    })
    void known_numbers_of_events_settle_it(long bad, long total, double allowed, long more) {
        assertThat(RequiredGoodEvents.needed(total, bad, allowed, 0.95)).hasValue(more);
    }

    @Test
    void the_number_is_enough_and_one_fewer_is_not() {
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            long total = (long) Math.pow(10, 6 * random.nextDouble()) - 1;
            long bad = (long) (total * Math.pow(random.nextDouble(), 6));
            double allowed = Math.pow(10, -6 * random.nextDouble());
            double confidence = new double[] {0.95, 0.99, 0.5, 0.2, 1 - 1e-12}[i % 5];
            long more =
                    RequiredGoodEvents.needed(total, bad, allowed, confidence).orElseThrow();
            assertThat(ClopperPearson.provesAtMost(total + more, bad, allowed, confidence))
                    .as("%d of %d against %s at %s: %d more", bad, total, allowed, confidence, more)
                    .isTrue();
            if (more > 0) {
                assertThat(ClopperPearson.provesAtMost(total + more - 1, bad, allowed, confidence))
                        .as("%d of %d against %s at %s: %d more", bad, total, allowed, confidence, more)
                        .isFalse();
            }
        }
    }

    @Test
    void what_no_traffic_can_settle_is_empty() {
        assertThat(RequiredGoodEvents.needed(1_000, 0, 0, 0.95)).isEmpty();
        assertThat(RequiredGoodEvents.needed(1_000, 3, 0, 0.95)).isEmpty();
        assertThat(RequiredGoodEvents.needed(0, 0, 1e-16, 0.95)).isEmpty();
        assertThat(RequiredGoodEvents.needed(1_000_000_000_000L, 100_000_000_000L, 1e-6, 0.95))
                .isEmpty();
        assertThat(RequiredGoodEvents.needed(0, 0, 1e-14, 0.95)).isPresent();
    }

    @Test
    void impossible_questions_are_refused() {
        assertThatThrownBy(() -> RequiredGoodEvents.needed(1, 2, 0.5, 0.95))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RequiredGoodEvents.needed(1, 1, 1.5, 0.95))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RequiredGoodEvents.needed(1, 1, 0.5, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
