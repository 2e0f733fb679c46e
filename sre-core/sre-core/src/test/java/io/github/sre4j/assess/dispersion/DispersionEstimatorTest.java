package io.github.sre4j.assess.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.sre4j.assess.Measured;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.testing.traffic.Scenario;
import io.github.sre4j.testing.traffic.TrafficSimulator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispersionEstimatorTest {

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2, 3, 5})
    void finds_variance_of_bursts(double size) {
        ServiceDispersion service = DispersionEstimator.estimate(simulated(Scenario.bursts(size), 200));
        assertThat(service.isObserved()).isTrue();
        // Bursts of geometric size with mean k have the variance factor 2k - 1.
        assertThat(service.burstFactor()).isCloseTo(2 * size - 1, withinPercentage(8));
        assertThat(service.dayVariation()).isLessThan(0.12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.5})
    void finds_variation_between_days(double variation) {
        ServiceDispersion service = DispersionEstimator.estimate(simulated(Scenario.days(variation), 200));
        assertThat(service.dayVariation()).isCloseTo(variation, within(0.04));
        assertThat(service.burstFactor()).isCloseTo(1, within(0.05));
    }

    @Test
    void assumes_short_bursts_without_hours() {
        ServiceDispersion service = DispersionEstimator.estimate(List.of(HourlySeries.of(SliKind.ERRORS, List.of())));
        assertThat(service.isObserved()).isFalse();
        assertThat(service.ofTest(0, HourlySeries.of(SliKind.ERRORS, List.of()), 0.01)
                        .factor())
                .isEqualTo(DispersionEstimator.ASSUMED_FACTOR);
        assertThat(service.factor(0, HourlySeries.of(SliKind.ERRORS, List.of()), 0.01))
                .isEqualTo(1);
    }

    @Test
    void does_not_take_sharp_change_for_days_that_vary() {
        HourlySeries broken = HourlySeries.of(
                SliKind.ERRORS,
                Measured.week("WebTransaction/a", new Counts(40, 0, 0), 125, 168, new Counts(40, 0, 10))
                        .hours());
        HourlySeries sound = HourlySeries.of(
                SliKind.ERRORS,
                Measured.evenly("WebTransaction/b", 20_000, 0, 100).hours());
        ServiceDispersion service = DispersionEstimator.estimate(List.of(broken, sound));
        assertThat(service.dayVariation()).isLessThan(0.05);
        assertThat(service.factor(1, sound, 0.01)).isLessThan(1.3);
    }

    private static List<HourlySeries> simulated(Scenario scenario, int endpoints) {
        TrafficSimulator traffic = new TrafficSimulator(scenario, 7);
        traffic.nextWeek();
        List<HourlySeries> series = new ArrayList<>();
        for (int i = 0; i < endpoints; i++) {
            series.add(HourlySeries.of(
                    SliKind.ERRORS,
                    Measured.hourly(
                                    "WebTransaction/" + i,
                                    Measured.WEEK.from(),
                                    traffic.endpoint(traffic.requests(300, 20_000), 0.02))
                            .hours()));
        }
        return series;
    }
}
