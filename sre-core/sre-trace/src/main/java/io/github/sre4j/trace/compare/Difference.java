package io.github.sre4j.trace.compare;

import java.util.List;

/**
 * A difference between slow and normal requests that chance does not explain.
 *
 * @param feature by which they differ
 * @param slowWith slow requests that have it; of calls, those with more of them than the median of the normal ones
 * @param slowOf slow requests
 * @param normalWith normal requests that have it, or more of it than their own median
 * @param normalOf normal requests
 * @param slowMedian median number of calls in slow requests, or 0 if this is not about calls
 * @param normalMedian median number of calls in normal requests, or 0
 * @param effect from -1 to 1: the phi coefficient of the two by two table, or the rank sum test's z ÷ √n for calls; above 0 if it is the slow
 *     ones that have it
 * @param pValue of its own test, two-sided
 * @param qValue the smallest false discovery rate at which it is still found
 * @param ties what is in exactly the same requests, or in exactly the others: cannot be told apart
 */
public record Difference(
        Feature feature,
        int slowWith,
        int slowOf,
        int normalWith,
        int normalOf,
        double slowMedian,
        double normalMedian,
        double effect,
        double pValue,
        double qValue,
        List<Feature> ties) {

    /** Copies the list. */
    public Difference {
        ties = List.copyOf(ties);
    }

    /** Share of slow requests. */
    public double slowShare() {
        return (double) slowWith / slowOf;
    }

    /** Share of normal requests. */
    public double normalShare() {
        return (double) normalWith / normalOf;
    }
}
