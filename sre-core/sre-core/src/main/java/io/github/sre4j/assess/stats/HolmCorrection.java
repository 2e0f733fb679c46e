package io.github.sre4j.assess.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction: of a family of tests, which may be rejected so that the chance of one false rejection stays at most alpha (S.
 * Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6, 1979). Holds whatever the
 * dependence between the tests. The answer for a test does not depend on the order in which the tests are given; equal p-values get equal
 * answers.
 */
public final class HolmCorrection {

    private HolmCorrection() {}

    /**
     * Which tests are rejected.
     *
     * @param pValues one p-value a test, 0 to 1 each
     * @param alpha the accepted chance of one false rejection in the family, above 0 and below 1
     * @return for each test, in the order given, whether it is rejected: whether its adjusted p-value is at most alpha
     * @throws IllegalArgumentException if a p-value is not a number from 0 to 1, or alpha is outside its range
     */
    public static boolean[] rejected(double[] pValues, double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha lies between 0 and 1, both excluded, not at " + alpha);
        }
        double[] adjusted = adjusted(pValues);
        boolean[] rejected = new boolean[adjusted.length];
        for (int i = 0; i < adjusted.length; i++) {
            rejected[i] = adjusted[i] <= alpha;
        }
        return rejected;
    }

    /**
     * The smallest alpha at which each test is rejected: the i-th smallest of m p-values times (m − i + 1), but no less than the one before
     * and no more than 1 (S. P. Wright, "Adjusted P-Values for Simultaneous Inference", Biometrics 48, 1992).
     *
     * @param pValues one p-value a test, 0 to 1 each
     * @return the adjusted p-value of each test, in the order given
     * @throws IllegalArgumentException if a p-value is not a number from 0 to 1
     */
    public static double[] adjusted(double[] pValues) {
        for (int i = 0; i < pValues.length; i++) {
            if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
                throw new IllegalArgumentException(
                        "a p-value lies between 0 and 1, not at " + pValues[i] + " (test " + i + " of the family)");
            }
        }
        int[] ascending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double last = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            last = Math.max(last, Math.min(1, pValues[ascending[rank]] * (ascending.length - rank)));
            adjusted[ascending[rank]] = last;
        }
        return adjusted;
    }
}
