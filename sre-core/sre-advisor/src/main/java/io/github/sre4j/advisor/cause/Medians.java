package io.github.sre4j.advisor.cause;

import java.util.List;

/** The middle of a few numbers; the upper of the two in the middle, as a real one says more than one that nobody saw. */
final class Medians {

    private Medians() {}

    /** The median, 0 of none. */
    static double of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
