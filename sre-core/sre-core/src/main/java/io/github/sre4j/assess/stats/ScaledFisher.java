package io.github.sre4j.assess.stats;

/**
 * Fisher's exact test of events that are not independent: all counts divided by the dispersion factor, as {@link ScaledBinomial} does, and rounded so that
 * the difference becomes smaller.
 */
public final class ScaledFisher {

    /** Below this the quantile of the normal distribution is of no use; no decision is made there. */
    private static final double SMALLEST = 1e-300;

    /** The t distribution differs from the normal one by less than the normal quantile is approximated. */
    private static final double MANY = 1e6;

    private ScaledFisher() {}

    /**
     * Returns the p-value of "the share of bad events is no worse now than it was".
     *
     * @param baseTotal all events before, ≥ 0
     * @param baseBad the bad ones before, 0 to {@code baseTotal}
     * @param total all events now, ≥ 0
     * @param bad the bad ones now, 0 to {@code total}
     * @param dispersion dispersion of the numbers of bad events
     * @throws IllegalArgumentException if counts are impossible
     */
    public static double worsePValue(long baseTotal, long baseBad, long total, long bad, Dispersion dispersion) {
        double factor = dispersion.factor();
        if (factor == 1) {
            return FisherExact.worsePValue(baseTotal, baseBad, total, bad);
        }
        Arguments.checkCounts(baseTotal, baseBad);
        Arguments.checkCounts(total, bad);
        long badBefore = (long) Math.ceil(baseBad / factor);
        long badNow = (long) Math.floor(bad / factor);
        double tail = FisherExact.worsePValue(
                Math.max(badBefore, (long) (baseTotal / factor)),
                badBefore,
                Math.max(badNow, (long) Math.ceil(total / factor)),
                badNow);
        if (tail >= 0.5 || tail == 0 || dispersion.freedom() >= MANY) {
            return tail;
        }
        double score = BetaQuantile.normalQuantile(Math.max(tail, SMALLEST));
        return Math.max(tail, StudentT.upperTail(score, Math.max(1, dispersion.freedom())));
    }
}
