package io.github.sre4j.assess.stats;

/**
 * Exact bounds for the share of bad events behind observed counts (C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial
 * limits illustrated in the case of the binomial", Biometrika 26, 1934), as quantiles of the beta distribution.
 *
 * <p>Every method throws {@link IllegalArgumentException} if an argument is outside its range.
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
        Arguments.checkCounts(total, bad);
        Arguments.checkConfidence(confidence);
        return upper(total, bad, 1 - confidence, confidence);
    }

    /**
     * The one-sided lower bound: the smallest share under which so many bad events still happen with probability {@code 1 - confidence}.
     *
     * @param total all events, at least 0
     * @param bad the bad ones, 0 to {@code total}
     * @param confidence above 0 and below 1
     * @return the bound, 0 if there were no events
     */
    public static double lowerBound(long total, long bad, double confidence) {
        Arguments.checkCounts(total, bad);
        Arguments.checkConfidence(confidence);
        return lower(total, bad, 1 - confidence, confidence);
    }

    /**
     * The two-sided interval, with half of {@code 1 - confidence} on either side.
     *
     * @param total all events, at least 0
     * @param bad the bad ones, 0 to {@code total}
     * @param confidence above 0 and below 1
     * @return the bounds of the share of bad events, 0 and 1 if there were no events
     */
    public static ConfidenceBounds interval(long total, long bad, double confidence) {
        Arguments.checkCounts(total, bad);
        Arguments.checkConfidence(confidence);
        double risk = (1 - confidence) / 2;
        return new ConfidenceBounds(lower(total, bad, risk, 1 - risk), upper(total, bad, risk, 1 - risk));
    }

    /**
     * Whether {@link #upperBound} is at most {@code allowed}: the same question asked of the tail probability, which is cheaper and decides
     * the border without the error of an inversion.
     *
     * @param total all events, at least 0
     * @param bad the bad ones, 0 to {@code total}
     * @param allowed the allowed share, 0 to 1
     * @param confidence above 0 and below 1
     * @return whether the counts prove, at the confidence, that the share is at most {@code allowed}
     */
    public static boolean provesAtMost(long total, long bad, double allowed, double confidence) {
        Arguments.checkCounts(total, bad);
        Arguments.checkShare(allowed);
        Arguments.checkConfidence(confidence);
        return allowed == 1 || BinomialTail.atMost(total, bad, allowed) <= 1 - confidence;
    }

    static double upper(double total, double bad, double risk, double sure) {
        if (bad == total) {
            return 1;
        }
        if (bad == 0) {
            return -Math.expm1(Math.log(risk) / total);
        }
        return BetaQuantile.of(bad + 1, total - bad, sure, risk);
    }

    static double lower(double total, double bad, double risk, double sure) {
        if (bad == 0) {
            return 0;
        }
        if (bad == total) {
            return Math.exp(Math.log(risk) / total);
        }
        return BetaQuantile.of(bad, total - bad + 1, risk, sure);
    }
}
