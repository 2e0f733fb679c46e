package io.github.sre4j.assess.stats;

/**
 * Exact binomial statistics of events that are not independent: counts divided by the dispersion factor φ, the binomial tails continued to real
 * numbers by the incomplete beta function, so that n events carry the information of n / φ independent ones (quasi-binomial models: P. McCullagh
 * and J. A. Nelder, "Generalized Linear Models", 2nd edition 1989, 4.5; the effective sample size: J. N. K. Rao and A. J. Scott, "A simple method
 * for the analysis of clustered binary data", Biometrics 48, 1992).
 *
 * <p>Every method throws {@link IllegalArgumentException} if an argument is outside its range.
 */
public final class ScaledBinomial {

    /** Below this the quantile of the normal distribution is of no use; no decision is made there. */
    private static final double SMALLEST = 1e-300;

    /** The t distribution differs from the normal one by less than the normal quantile is approximated. */
    private static final double MANY = 1e6;

    private ScaledBinomial() {}

    /**
     * Returns the one-sided p-value of "at most the allowed share of events is bad".
     *
     * <p>The scaled binomial tail is turned into a normal score, and the score is referred to Student's t distribution, because the factor is an
     * estimate itself (as in quasi-likelihood F tests: S. P. Lund, D. Nettleton, D. J. McCarthy, G. K. Smyth, "Detecting differential expression in
     * RNA-sequence data using quasi-likelihood with shrunken dispersion estimates", Statistical Applications in Genetics and Molecular Biology 11(5),
     * 2012).
     *
     * @param total number of events, ≥ 0
     * @param bad number of bad events, 0 to {@code total}
     * @param allowed allowed share of bad events, 0 to 1
     * @param dispersion dispersion of the number of bad events
     * @return the p-value, 0 to 1
     */
    public static double pValue(long total, long bad, double allowed, Dispersion dispersion) {
        double tail = tailAtLeast(total, bad, allowed, dispersion);
        if (tail >= 0.5 || tail == 0 || dispersion.freedom() >= MANY) {
            return tail;
        }
        double score = BetaQuantile.normalQuantile(Math.max(tail, SMALLEST));
        return Math.max(tail, StudentT.upperTail(score, Math.max(1, dispersion.freedom())));
    }

    /**
     * P(X ≥ bad). Days that differ multiply the share by a factor; where that is gamma distributed, the scaled number is negative binomial, whose tail is
     * longer than that of a scaled binomial with the same variance.
     */
    private static double tailAtLeast(long total, long bad, double allowed, Dispersion dispersion) {
        Arguments.checkCounts(total, bad);
        Arguments.checkShare(allowed);
        double n = total / dispersion.bursts();
        double k = bad / dispersion.bursts();
        // Variance over mean of the number scaled by bursts.
        double ratio = (1 - allowed) * dispersion.factor() / dispersion.bursts();
        if (dispersion.days() == 0 || ratio <= 1) {
            return BinomialTail.atLeast(total / dispersion.factor(), bad / dispersion.factor(), allowed);
        }
        return k == 0 ? 1 : NegativeBinomialTail.atLeast(k, n * allowed, ratio);
    }

    /**
     * Returns whether the counts prove, at the confidence, that the share of bad events is at most {@code allowed}.
     *
     * @param total number of events, ≥ 0
     * @param bad number of bad events, 0 to {@code total}
     * @param allowed allowed share of bad events, 0 to 1
     * @param confidence confidence of the one-sided bound, inside (0, 1)
     * @param factor dispersion factor, ≥ 1
     */
    public static boolean provesAtMost(long total, long bad, double allowed, double confidence, double factor) {
        if (factor == 1) {
            return ClopperPearson.provesAtMost(total, bad, allowed, confidence);
        }
        Arguments.checkCounts(total, bad);
        Arguments.checkShare(allowed);
        Arguments.checkConfidence(confidence);
        return allowed == 1 || BinomialTail.atMost(total / factor, bad / factor, allowed) <= 1 - confidence;
    }

    /**
     * Returns the two-sided Clopper-Pearson interval of the share of bad events, from the scaled counts.
     *
     * @param total number of events, ≥ 0
     * @param bad number of bad events, 0 to {@code total}
     * @param confidence confidence of the interval, inside (0, 1)
     * @param factor dispersion factor, ≥ 1
     */
    public static ConfidenceBounds interval(long total, long bad, double confidence, double factor) {
        if (factor == 1) {
            return ClopperPearson.interval(total, bad, confidence);
        }
        Arguments.checkCounts(total, bad);
        Arguments.checkConfidence(confidence);
        double risk = (1 - confidence) / 2;
        double n = total / factor;
        double b = bad / factor;
        return new ConfidenceBounds(
                ClopperPearson.lower(n, b, risk, 1 - risk), ClopperPearson.upper(n, b, risk, 1 - risk));
    }
}
