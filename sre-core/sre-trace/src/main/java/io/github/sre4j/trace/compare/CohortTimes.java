package io.github.sre4j.trace.compare;

import java.util.List;

/**
 * How long something took in requests, nanoseconds.
 *
 * @param slow in each slow request
 * @param normal in each normal one
 */
public record CohortTimes(List<Long> slow, List<Long> normal) {

    /** Copies the lists. */
    public CohortTimes {
        slow = List.copyOf(slow);
        normal = List.copyOf(normal);
    }
}
