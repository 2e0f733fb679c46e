package io.github.sre4j.assess.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.testing.traffic.HourlyTraffic;
import io.github.sre4j.testing.traffic.Scenario;
import io.github.sre4j.testing.traffic.TrafficSimulator;
import org.junit.jupiter.api.Test;

class ScaledFisherTest {

    @Test
    void equals_fishers_test_for_independent_events() {
        assertThat(ScaledFisher.worsePValue(1_000, 50, 900, 80, Dispersion.INDEPENDENT))
                .isEqualTo(FisherExact.worsePValue(1_000, 50, 900, 80));
    }

    @Test
    void grows_with_the_dispersion_and_with_how_little_is_known_of_it() {
        double independent = FisherExact.worsePValue(10_000, 500, 10_000, 620);
        double scaled =
                ScaledFisher.worsePValue(10_000, 500, 10_000, 620, new Dispersion(3, 0, Double.POSITIVE_INFINITY));
        double uncertain = ScaledFisher.worsePValue(10_000, 500, 10_000, 620, new Dispersion(3, 0, 10));
        assertThat(independent).isLessThan(1e-3);
        assertThat(scaled).isGreaterThan(10 * independent);
        assertThat(uncertain).isGreaterThan(scaled);
    }

    @Test
    void stays_within_possible_counts_at_the_edges() {
        Dispersion wide = new Dispersion(50, 0, 5);
        assertThat(ScaledFisher.worsePValue(0, 0, 0, 0, wide)).isEqualTo(1);
        assertThat(ScaledFisher.worsePValue(3, 3, 2, 2, wide)).isEqualTo(1);
        assertThat(ScaledFisher.worsePValue(1_000, 0, 1_000, 1_000, wide)).isLessThan(1e-3);
    }

    /** Two weeks alike, bad requests in bursts of 5: Fisher's test alone calls many of the second ones worse. */
    @Test
    void calls_bursts_no_deterioration() {
        TrafficSimulator traffic = new TrafficSimulator(Scenario.bursts(5), 7);
        // Geometric bursts of mean 5: variance factor 2 · 5 − 1.
        Dispersion dispersion = new Dispersion(9, 0, Double.POSITIVE_INFINITY);
        int worse = 0;
        int worseByFisher = 0;
        for (int i = 0; i < 2_000; i++) {
            HourlyTraffic before = traffic.endpoint(10_000, 0.05);
            HourlyTraffic now = traffic.endpoint(10_000, 0.05);
            worse += ScaledFisher.worsePValue(total(before), bad(before), total(now), bad(now), dispersion) <= 0.01
                    ? 1
                    : 0;
            worseByFisher += FisherExact.worsePValue(total(before), bad(before), total(now), bad(now)) <= 0.01 ? 1 : 0;
        }
        assertThat(worse).isLessThanOrEqualTo(32);
        assertThat(worseByFisher).isGreaterThan(200);
    }

    private static long total(HourlyTraffic traffic) {
        long sum = 0;
        for (int hour = 0; hour < traffic.hours(); hour++) {
            sum += traffic.total(hour);
        }
        return sum;
    }

    private static long bad(HourlyTraffic traffic) {
        long sum = 0;
        for (int hour = 0; hour < traffic.hours(); hour++) {
            sum += traffic.bad(hour);
        }
        return sum;
    }
}
