package io.github.sre4j.assess.stats;

/**
 * The one-sided exact binomial test of "at most the allowed share of events is bad" (C. J. Clopper and E. S. Pearson, "The use of confidence
 * or fiducial limits illustrated in the case of the binomial", Biometrika 26, 1934).
 */
public final class ExactBinomial {

    private ExactBinomial() {}

    /**
     * The chance of at least {@code bad} bad events among {@code total}, if each were bad with probability {@code allowed}.
     *
     * @param total all events, at least 0
     * @param bad the bad ones, 0 to {@code total}
     * @param allowed the allowed share, 0 to 1
     * @return the p-value: small means that chance is no explanation; 1 if nothing was bad, 0 if something was and nothing is allowed
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double pValue(long total, long bad, double allowed) {
        Arguments.checkCounts(total, bad);
        Arguments.checkShare(allowed);
        return BinomialTail.atLeast(total, bad, allowed);
    }
}
