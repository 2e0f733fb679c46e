package io.github.sre4j.benchmarks.verdicts;

import io.github.sre4j.assess.Assessor;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.assess.stats.ClopperPearson;
import io.github.sre4j.assess.stats.ConfidenceBounds;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.ErrorSli;
import io.github.sre4j.sli.Objective;
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
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Prints the table of false and of found misses: builds of 300 endpoints that are exactly at their target and one with a breach, evaluated as a check
 * evaluates them, with bad requests that are independent, come in bursts or differ between days.
 */
public final class SimulateVerdicts {

    private static final int ENDPOINTS = 300;
    private static final long LEAST = 30;
    private static final long MOST = 20_000;
    private static final long SEED = 42;
    private static final List<String> OBJECTIVES = List.of("0.95", "0.99", "0.999");
    private static final double BREACH = 3;
    private static final String BREACH_NAME = name("0.999", ENDPOINTS);
    private static final double CERTAINTY = 0.95;

    private final Assessor assessor;
    private final int builds;
    private final int endpoints;

    private SimulateVerdicts(int builds, int endpoints) {
        this.builds = builds;
        this.endpoints = endpoints;
        List<EndpointClass> classes = OBJECTIVES.stream()
                .map(objective -> new EndpointClass(
                        objective,
                        List.of(new EndpointPattern("WebTransaction/" + objective + "/**")),
                        List.of(new ErrorSli(Objective.of(objective)))))
                .toList();
        this.assessor = new Assessor(
                new Standard("simulation", "1", Duration.ofDays(7), 0.99, Enforcement.ENFORCE, classes),
                List.of(),
                LocalDate.parse("2026-11-23"));
    }

    /**
     * Runs the simulation.
     *
     * @param arguments number of builds for each row, at least 2,000 for the table; then, optionally, number of endpoints and the
     *     number of the only row, from 1
     */
    public static void main(String[] arguments) {
        int builds = Integer.parseInt(arguments[0]);
        int endpoints = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ENDPOINTS;
        SimulateVerdicts simulation = new SimulateVerdicts(builds, endpoints);
        System.out.printf(
                Locale.ROOT,
                "| %d endpoints exactly at target, %,d builds for each row | builds with a false MISSED | 95%% interval"
                        + " | 3× breach of 0.1%% at 20,000 requests found |%n|---|---:|---:|---:|%n",
                endpoints,
                builds);
        List<Scenario> rows = scenarios().toList();
        (arguments.length > 2 ? List.of(rows.get(Integer.parseInt(arguments[2]) - 1)) : rows).forEach(simulation::row);
    }

    private static Stream<Scenario> scenarios() {
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
                Scenario.bursts(2).halfEmpty(),
                Scenario.bursts(2).withVariation(0.25),
                Scenario.days(0.50).onSameDays(),
                Scenario.bursts(5).forSome(0.5));
    }

    private void row(Scenario scenario) {
        long begin = System.nanoTime();
        int builtFalse = 0;
        int found = 0;
        TrafficSimulator traffic = new TrafficSimulator(scenario, SEED);
        for (int build = 0; build < builds; build++) {
            traffic.nextWeek();
            List<EndpointMeasurement> atTarget = new ArrayList<>();
            for (int i = 0; i < endpoints; i++) {
                String objective = OBJECTIVES.get(i % OBJECTIVES.size());
                double allowed = Objective.of(objective).allowedBadRatio();
                atTarget.add(SimulatedEndpoint.measured(
                        name(objective, i), traffic.endpoint(traffic.requests(LEAST, MOST), allowed)));
            }
            atTarget.add(SimulatedEndpoint.measured(BREACH_NAME, traffic.endpoint(MOST, BREACH * 0.001)));
            List<EndpointResult> results =
                    assessor.assess(SimulatedEndpoint.WINDOW, atTarget).endpoints();
            builtFalse += results.stream().anyMatch(result -> isMissed(result) && !isBreach(result)) ? 1 : 0;
            found += results.stream().anyMatch(result -> isMissed(result) && isBreach(result)) ? 1 : 0;
        }
        ConfidenceBounds interval = ClopperPearson.interval(builds, builtFalse, CERTAINTY);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f%% | %.2f%%–%.2f%% | %.1f%% |%n",
                scenario.name(),
                100.0 * builtFalse / builds,
                100 * interval.low(),
                100 * interval.high(),
                100.0 * found / builds);
        System.err.printf(Locale.ROOT, "%.1f ms for each check%n", (System.nanoTime() - begin) / 1e6 / builds);
    }

    private static boolean isMissed(EndpointResult result) {
        return result.verdict() == Verdict.MISSED;
    }

    private static boolean isBreach(EndpointResult result) {
        return result.endpoint().name().value().equals(BREACH_NAME);
    }

    private static String name(String objective, int number) {
        return "WebTransaction/" + objective + "/" + number;
    }
}
