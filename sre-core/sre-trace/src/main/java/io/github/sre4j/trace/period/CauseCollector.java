package io.github.sre4j.trace.period;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts where requests left their usual course first, and makes causes of it. */
final class CauseCollector {

    private final Map<Deviation.Suspect, List<Deviation>> votes = new HashMap<>();

    private final Map<Deviation.Suspect, Integer> deviating = new HashMap<>();

    /**
     * Adds a request.
     *
     * @param first where it left its course first
     * @param all all suspects that deviate in it
     */
    void add(Deviation first, Set<Deviation.Suspect> all) {
        all.forEach(each -> deviating.merge(each, 1, Integer::sum));
        votes.computeIfAbsent(first.suspect(), any -> new ArrayList<>()).add(first);
    }

    Set<Deviation.Suspect> suspects() {
        return votes.keySet();
    }

    List<Deviation> of(Deviation.Suspect suspect) {
        return votes.getOrDefault(suspect, List.of());
    }

    /** Of the requests that deviate here, the share that deviates here first; the others follow from an earlier deviation. */
    double firstShare(Deviation.Suspect suspect) {
        return (double) of(suspect).size() / Math.max(1, deviating.getOrDefault(suspect, 0));
    }

    /** The largest surprise of a change that requests deviate by. */
    double surprise(Deviation.Suspect suspect) {
        return of(suspect).stream()
                .mapToDouble(each -> each.surprise() * Math.sqrt(each.weight()))
                .max()
                .orElse(0);
    }

    int requests(Deviation.Suspect suspect) {
        Set<Integer> requests = new HashSet<>();
        of(suspect).forEach(each -> requests.add(each.request()));
        return requests.size();
    }

    /** The place where most deviations are: one of them that stands for all. */
    Deviation typical(Deviation.Suspect suspect) {
        Map<List<Integer>, double[]> places = new HashMap<>();
        for (Deviation each : of(suspect)) {
            places.computeIfAbsent(place(each), any -> new double[1])[0] += each.weight();
        }
        List<Integer> most = places.entrySet().stream()
                .max(Comparator.<Map.Entry<List<Integer>, double[]>>comparingDouble(each -> each.getValue()[0])
                        .thenComparing(each -> each.getKey().toString()))
                .orElseThrow()
                .getKey();
        return of(suspect).stream()
                .filter(each -> place(each).equals(most))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> place(Deviation deviation) {
        return List.of(deviation.execution().operation(), deviation.after(), deviation.before());
    }
}
