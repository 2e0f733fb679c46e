package io.github.sre4j.assess.stats;

/**
 * Fisher's exact test, one-sided, of "the share of bad events is no worse now than it was" (R. A. Fisher, "The Design of Experiments", 1935):
 * exact at every sample size, conservative at small ones.
 *
 * <p>Costs one division for each count of bad events within about nine standard deviations: microseconds for thousands of events, some
 * milliseconds for 10<sup>9</sup>.
 */
public final class FisherExact {

    private FisherExact() {}

    /**
     * The chance that of all bad events, before and now, at least {@code bad} fall into the present, if they fall where they like.
     *
     * @param baseTotal all events before, at least 0
     * @param baseBad the bad ones before, 0 to {@code baseTotal}
     * @param total all events now, at least 0
     * @param bad the bad ones now, 0 to {@code total}
     * @return the p-value: small means that the share of bad events has become worse; 1 if there is nothing to compare
     * @throws IllegalArgumentException if counts are impossible
     */
    public static double worsePValue(long baseTotal, long baseBad, long total, long bad) {
        Arguments.checkCounts(baseTotal, baseBad);
        Arguments.checkCounts(total, bad);
        Arguments.checkCounts(baseTotal + total, baseBad + bad);
        return new Hypergeometric(baseTotal + total, baseBad + bad, total).atLeast(bad);
    }
}
