package io.github.sre4j.trace.compare;

import java.util.List;

/**
 * How much longer something takes in slow requests than in normal ones.
 *
 * @param slow slow requests
 * @param normal normal requests
 * @param slowMedianNanos its median in slow requests
 * @param normalMedianNanos its median in normal requests
 * @param effect from -1 to 1: the rank sum test's z ÷ √n; above 0 if it is longer in slow ones
 * @param pValue of the test, two-sided
 */
public record TimeDifference(
        int slow, int normal, long slowMedianNanos, long normalMedianNanos, double effect, double pValue) {

    private static final long NANOS_IN_MICRO = 1_000;

    static TimeDifference of(CohortTimes times) {
        double z = Significance.rankSum(micros(times.slow()), micros(times.normal()));
        int n = times.slow().size() + times.normal().size();
        return new TimeDifference(
                times.slow().size(),
                times.normal().size(),
                median(times.slow()),
                median(times.normal()),
                Math.max(-1, Math.min(1, z / Math.sqrt(n))),
                Significance.twoSided(z));
    }

    /** No clock tells more, and the test's numbers are 32 bits wide: 36 minutes. */
    private static int[] micros(List<Long> nanos) {
        return nanos.stream()
                .mapToInt(each -> (int) Math.min(Integer.MAX_VALUE, each / NANOS_IN_MICRO))
                .toArray();
    }

    private static long median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
