package io.github.sre4j.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.sli.Tally;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixEffectTest {

    private static final Tally BEFORE = new Tally(10_000, 1_500);
    private static final double ALLOWED = 0.05;

    @Test
    void without_traffic_or_with_little_nothing_can_be_said() {
        assertThat(FixEffect.of(BEFORE, new Tally(0, 0), ALLOWED)).isEqualTo(FixEffect.TOO_LITTLE_TRAFFIC);
        assertThat(FixEffect.of(BEFORE, new Tally(20, 3), ALLOWED)).isEqualTo(FixEffect.TOO_LITTLE_TRAFFIC);
    }

    @Test
    void with_enough_traffic_a_fix_helps_or_changes_nothing() {
        assertThat(FixEffect.of(BEFORE, new Tally(500, 20), ALLOWED)).isEqualTo(FixEffect.HELPS);
        assertThat(FixEffect.of(BEFORE, new Tally(500, 75), ALLOWED)).isEqualTo(FixEffect.CHANGES_NOTHING);
        assertThat(FixEffect.of(BEFORE, new Tally(500, 120), ALLOWED)).isEqualTo(FixEffect.CHANGES_NOTHING);
    }

    /** An endpoint that misses by a hair: no traffic tells its repair from luck soon, so nothing is claimed soon. */
    @Test
    void the_smaller_the_miss_the_more_traffic_is_enough() {
        Tally hair = new Tally(10_000, 600);
        assertThat(FixEffect.of(hair, new Tally(500, 30), ALLOWED)).isEqualTo(FixEffect.TOO_LITTLE_TRAFFIC);
        assertThat(FixEffect.of(hair, new Tally(20_000, 1_200), ALLOWED)).isEqualTo(FixEffect.CHANGES_NOTHING);
    }

    /** Fixes that bring an endpoint exactly to the standard, with traffic from none to much. */
    @Test
    void of_fixes_that_work_at_most_one_in_twenty_is_said_to_change_nothing() {
        Random random = new Random(4);
        int condemned = 0;
        int rounds = 20_000;
        for (int round = 0; round < rounds; round++) {
            int total = 1 + random.nextInt(1_200);
            int bad = 0;
            for (int i = 0; i < total; i++) {
                bad += random.nextDouble() < ALLOWED ? 1 : 0;
            }
            condemned += FixEffect.of(BEFORE, new Tally(total, bad), ALLOWED) == FixEffect.CHANGES_NOTHING ? 1 : 0;
        }
        assertThat((double) condemned / rounds).isLessThanOrEqualTo(0.05);
    }

    /** Changes that leave everything as it was are found out with some hundred requests, but for one in twenty that luck makes look helpful. */
    @Test
    void of_fixes_that_do_not_work_nineteen_in_twenty_are_found_out() {
        Random random = new Random(5);
        int found = 0;
        int rounds = 4_000;
        for (int round = 0; round < rounds; round++) {
            int bad = 0;
            for (int i = 0; i < 600; i++) {
                bad += random.nextDouble() < 0.15 ? 1 : 0;
            }
            found += FixEffect.of(BEFORE, new Tally(600, bad), ALLOWED) == FixEffect.CHANGES_NOTHING ? 1 : 0;
        }
        assertThat((double) found / rounds).isGreaterThan(0.94);
    }
}
