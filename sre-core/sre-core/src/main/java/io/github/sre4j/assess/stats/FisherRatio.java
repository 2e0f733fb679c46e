package io.github.sre4j.assess.stats;

/** The F test of one contrast against a variance estimated with few degrees of freedom. */
public final class FisherRatio {

    private FisherRatio() {}

    /**
     * Returns P(F ≥ ratio) of the F distribution with 1 and {@code freedom} degrees of freedom.
     *
     * @param ratio variance ratio, ≥ 0
     * @param freedom degrees of freedom of the denominator, ≥ 1
     */
    public static double pValue(double ratio, double freedom) {
        return 2 * StudentT.upperTail(Math.sqrt(ratio), freedom);
    }
}
