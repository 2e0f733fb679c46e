package io.github.sre4j.assess.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction: of a family of tests, which may be rejected so that the chance of one false rejection stays at most alpha (S.
 * Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6, 1979). Holds whatever the
 * dependence between the tests.
 */
public final class Holm {

    private Holm() {}

    /**
     * Which tests are rejected.
     *
     * @param pValues one p-value a test, 0 to 1 each
     * @param alpha the accepted chance of one false rejection in the family, above 0 and below 1
     * @return for each test, in the order given, whether it is rejected
     * @throws IllegalArgumentException if a p-value is not a number from 0 to 1, or alpha is outside its range
     */
    public static boolean[] rejected(double[] pValues, double alpha) {
        Arguments.checkConfidence(alpha);
        for (double pValue : pValues) {
            if (!(pValue >= 0 && pValue <= 1)) {
                throw new IllegalArgumentException("a p-value lies between 0 and 1, not at " + pValue);
            }
        }
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] rejected = new boolean[pValues.length];
        for (int rank = 0; rank < order.length && pValues[order[rank]] <= alpha / (order.length - rank); rank++) {
            rejected[order[rank]] = true;
        }
        return rejected;
    }
}
