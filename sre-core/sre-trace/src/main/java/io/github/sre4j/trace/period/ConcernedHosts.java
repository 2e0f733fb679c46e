package io.github.sre4j.trace.period;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the hosts to which a cause is confined. */
final class ConcernedHosts {

    /** Requests on a host that show whether it is concerned. */
    private static final int MIN_REQUESTS = 3;
    /** Share of the deviations that are on the hosts concerned. */
    private static final double NEARLY_ALL = 0.9;
    /** A host has this share of its executions among the deviations at least to be concerned, against the most concerned one. */
    private static final double MIN_SHARE = 0.3;

    private ConcernedHosts() {}

    /**
     * Returns the hosts concerned if they are not all of the service's, in order of their names; else an empty list.
     *
     * @param deviations the deviations that are ascribed to the service
     * @param executions executions of the service in the window, by host
     */
    static List<String> of(List<Deviation> deviations, Map<String, Integer> executions) {
        Map<String, Integer> deviating = new HashMap<>();
        deviations.forEach(each -> deviating.merge(each.execution().host(), 1, Integer::sum));
        deviating.keySet().retainAll(executions.keySet());
        int all = deviating.values().stream().mapToInt(Integer::intValue).sum();
        if (executions.size() < 2 || executions.containsKey("") || all < MIN_REQUESTS) {
            return List.of();
        }
        double worst = deviating.entrySet().stream()
                .mapToDouble(each -> share(each, executions))
                .max()
                .orElse(0);
        List<String> concerned = deviating.entrySet().stream()
                .filter(each -> share(each, executions) >= MIN_SHARE * worst)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        int there = concerned.stream()
                .mapToInt(each -> deviating.getOrDefault(each, 0))
                .sum();
        int elsewhere = executions.entrySet().stream()
                .filter(each -> !concerned.contains(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return there >= NEARLY_ALL * all && elsewhere >= MIN_REQUESTS ? concerned : List.of();
    }

    private static double share(Map.Entry<String, Integer> deviating, Map<String, Integer> executions) {
        return (double) deviating.getValue() / executions.getOrDefault(deviating.getKey(), 1);
    }
}
