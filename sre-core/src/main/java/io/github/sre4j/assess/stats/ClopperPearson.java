package io.github.sre4j.assess.stats;

/**
 * Exact bounds for the share of bad events behind observed counts (C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial
 * limits illustrated in the case of the binomial", Biometrika 26, 1934).
 */
public final class ClopperPearson {

    private ClopperPearson() {}

    /**
     * The one-sided upper bound: the largest share under which so few bad events still happen with probability {@code 1 - confidence}.
     *
     * @param total all events, at least 0
     * @param bad the bad ones, 0 to {@code total}
     * @param confidence above 0 and below 1
     * @return the bound, 1 if there were no events
     */
    public static double upperBound(long total, long bad, double confidence) {
        Arguments.check(total, bad, 0);
        Arguments.checkConfidence(confidence);
        return upper(total, bad, 1 - confidence);
    }

    /**
     * The two-sided interval, with half of {@code 1 - confidence} on either side.
     *
     * @param total all events, at least 0
     * @param bad the bad ones, 0 to {@code total}
     * @param confidence above 0 and below 1
     * @return lower and upper bound of the share of bad events, 0 and 1 if there were no events
     */
    public static double[] interval(long total, long bad, double confidence) {
        Arguments.check(total, bad, 0);
        Arguments.checkConfidence(confidence);
        double alpha = (1 - confidence) / 2;
        return new double[] {lower(total, bad, alpha), upper(total, bad, alpha)};
    }

    private static double upper(long total, long bad, double alpha) {
        if (bad == total) {
            return 1;
        }
        if (bad == 0) {
            return -Math.expm1(Math.log(alpha) / total);
        }
        return Root.find(share -> BinomialTail.atMost(total, bad, share) - alpha, (double) bad / total, 1);
    }

    private static double lower(long total, long bad, double alpha) {
        if (bad == 0) {
            return 0;
        }
        if (bad == total) {
            return Math.exp(Math.log(alpha) / total);
        }
        return Root.find(share -> alpha - BinomialTail.atLeast(total, bad, share), 0, (double) bad / total);
    }
}
