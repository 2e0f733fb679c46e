package io.github.sre4j.trace.compare;

import java.util.List;

/**
 * What differs between slow and normal requests.
 *
 * @param slow how many slow requests there are
 * @param normal how many normal ones
 * @param needed how many of each are needed to say anything
 * @param tested how many features were tested, over all of which the false discovery rate is held
 * @param differences strongest effect first; empty if nothing differs beyond chance, or if there are too few requests
 */
public record CohortComparison(int slow, int normal, int needed, int tested, List<Difference> differences) {

    /** Copies the list. */
    public CohortComparison {
        differences = List.copyOf(differences);
    }

    /** Whether there are enough requests to say anything. */
    public boolean enough() {
        return slow >= needed && normal >= needed;
    }
}
