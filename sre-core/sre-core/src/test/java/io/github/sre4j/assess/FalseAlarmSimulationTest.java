package io.github.sre4j.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.assess.stats.ClopperPearson;
import io.github.sre4j.assess.stats.ExactBinomial;
import io.github.sre4j.assess.stats.HolmCorrection;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.ErrorSli;
import io.github.sre4j.sli.Objective;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.testing.traffic.Scenario;
import io.github.sre4j.testing.traffic.TrafficSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promise "at most 1 build in 100" in numbers, with fixed seeds; the benchmark SimulateVerdicts is the same in full size. */
class FalseAlarmSimulationTest {

    private static final double ALPHA = 0.01;
    private static final int ENDPOINTS = 100;
    private static final int BUILDS = 150;
    private static final List<String> OBJECTIVES = List.of("0.95", "0.99", "0.999");
    private static final Assessor ASSESSOR = new Assessor(
            new Standard(
                    "simulation",
                    "1",
                    Duration.ofDays(TrafficSimulator.DAYS),
                    1 - ALPHA,
                    Enforcement.ENFORCE,
                    OBJECTIVES.stream()
                            .map(objective -> new EndpointClass(
                                    objective,
                                    List.of(new EndpointPattern("WebTransaction/" + objective + "/**")),
                                    List.of(new ErrorSli(Objective.of(objective)))))
                            .toList()),
            List.of(),
            LocalDate.parse("2026-11-23"));

    static Stream<Scenario> scenarios() {
        Scenario independent = Scenario.bursts(1).named("independent");
        return Stream.of(
                independent,
                Scenario.bursts(1.5),
                Scenario.bursts(2),
                Scenario.bursts(3),
                Scenario.bursts(5),
                Scenario.days(0.10),
                Scenario.days(0.25),
                Scenario.days(0.50),
                independent.halfEmpty(),
                Scenario.bursts(2).withVariation(0.25),
                Scenario.bursts(5).forSome(0.5));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void keeps_false_misses_below_one_build_in_a_hundred(Scenario scenario) {
        TrafficSimulator traffic = new TrafficSimulator(scenario, 42);
        int falseAlarms = 0;
        for (int build = 0; build < BUILDS; build++) {
            falseAlarms += hasMiss(atTarget(traffic)) ? 1 : 0;
        }
        // So many would be improbable (below 1%) if the promise held.
        assertThat(ClopperPearson.lowerBound(BUILDS, falseAlarms, 0.99))
                .as("%d builds with a false MISSED of %d", falseAlarms, BUILDS)
                .isLessThanOrEqualTo(ALPHA);
    }

    @Test
    void finds_threefold_breach_of_three_nines_at_20_000_requests() {
        TrafficSimulator traffic = new TrafficSimulator(Scenario.bursts(1), 43);
        int found = 0;
        for (int build = 0; build < BUILDS; build++) {
            List<EndpointMeasurement> measurements = new ArrayList<>(atTarget(traffic));
            measurements.set(
                    0,
                    Measured.hourly(
                            "WebTransaction/0.999/breach", Measured.WEEK.from(), traffic.endpoint(20_000, 0.003)));
            found += missed(measurements)
                            .anyMatch(result -> result.endpoint().name().value().equals("WebTransaction/0.999/breach"))
                    ? 1
                    : 0;
        }
        assertThat(found).as("breaches found of %d", BUILDS).isGreaterThanOrEqualTo((int) (0.98 * BUILDS));
    }

    /** Were the simulation blind, no test would reject. */
    @Test
    void exact_test_alone_reports_false_misses_in_most_builds_with_bursts() {
        TrafficSimulator traffic = new TrafficSimulator(Scenario.bursts(2), 44);
        int falseAlarms = 0;
        for (int build = 0; build < BUILDS; build++) {
            double[] pValues = atTarget(traffic).stream()
                    .mapToDouble(measured -> ExactBinomial.pValue(
                            measured.whole().requests(),
                            measured.whole().errors(),
                            allowed(measured.name().value().split("/")[1])))
                    .toArray();
            boolean any = false;
            for (boolean rejected : HolmCorrection.rejected(pValues, ALPHA)) {
                any |= rejected;
            }
            falseAlarms += any ? 1 : 0;
        }
        assertThat(falseAlarms).isGreaterThan(BUILDS / 3);
    }

    private static List<EndpointMeasurement> atTarget(TrafficSimulator traffic) {
        traffic.nextWeek();
        List<EndpointMeasurement> measurements = new ArrayList<>();
        for (int i = 0; i < ENDPOINTS; i++) {
            String objective = OBJECTIVES.get(i % OBJECTIVES.size());
            measurements.add(Measured.hourly(
                    "WebTransaction/" + objective + "/" + i,
                    Measured.WEEK.from(),
                    traffic.endpoint(traffic.requests(30, 20_000), allowed(objective))));
        }
        return measurements;
    }

    private static double allowed(String objective) {
        return Objective.of(objective).allowedBadRatio();
    }

    private static boolean hasMiss(List<EndpointMeasurement> measurements) {
        return missed(measurements).findAny().isPresent();
    }

    private static Stream<EndpointResult> missed(List<EndpointMeasurement> measurements) {
        return ASSESSOR.assess(Measured.WEEK, measurements).endpoints().stream()
                .filter(result -> result.slis().get(0).sli().kind() == SliKind.ERRORS)
                .filter(result -> result.verdict() == Verdict.MISSED);
    }
}
