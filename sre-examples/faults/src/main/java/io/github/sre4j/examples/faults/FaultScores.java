package io.github.sre4j.examples.faults;

import io.github.sre4j.trace.period.RootCause;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints how many injected faults are the first cause, with a confusion table. Arguments: first seed, number of seeds. */
public final class FaultScores {

    private static final String NOTHING = "no cause";

    private FaultScores() {}

    /** Runs the scenarios. */
    public static void main(String[] arguments) {
        int first = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
        int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        Map<Fault.Type, Map<String, Integer>> confusion = new EnumMap<>(Fault.Type.class);
        for (Fault.Type type : Fault.Type.values()) {
            int right = 0;
            for (int seed = first; seed < first + seeds; seed++) {
                Scenario scenario = Scenario.of(seed, type);
                List<RootCause> causes = Score.compare(scenario).causes();
                String found = causes.isEmpty() ? NOTHING : causes.get(0).kind().id();
                boolean hit = type == Fault.Type.NONE
                        ? causes.isEmpty()
                        : !causes.isEmpty() && Score.isRight(scenario.fault(), causes.get(0));
                right += hit ? 1 : 0;
                confusion.computeIfAbsent(type, any -> new TreeMap<>()).merge(found, 1, Integer::sum);
                if (!hit) {
                    System.out.printf(
                            "miss: seed %d, %s in %s, %d of %d requests hit, first cause %s%n",
                            seed,
                            type,
                            scenario.fault().service(),
                            scenario.hit(),
                            scenario.window().size(),
                            causes.isEmpty()
                                    ? NOTHING
                                    : found + " in " + causes.get(0).service());
                }
            }
            System.out.printf("%-13s %d of %d%n", type, right, seeds);
        }
        confusion.forEach((type, found) -> System.out.println(type + " " + found));
    }
}
